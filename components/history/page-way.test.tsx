// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { FAILED, WAITING } from '@/tests/stories/jobs';
import { recordedActions, show } from '@/tests/stories/show';
import { JobButtons } from './job-buttons';

const REFUSED = FAILED['page-signature-missing'];
const CONTINUE = 'Continue through the Jimeng page';

function showButtons(job = REFUSED) {
  if (!job) throw new Error('no such story');
  const actions = recordedActions();
  const buttons = (
    <JobButtons job={job} actions={actions} now={0} thumb={undefined} onChooseFile={() => {}} />
  );
  return { ...show(buttons), actions, id: job.id };
}

const button = (name: string) => screen.getByRole('button', { name });

it('a row that was refused for a missing signature offers the page, and the site beside it', async () => {
  const { user, actions } = showButtons();
  button(CONTINUE);
  await user.click(button('Open Jimeng'));
  expect(actions.openService).toHaveBeenCalledOnce();
  expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
});

it('the page is used only after the person has agreed', async () => {
  const { user, actions, id } = showButtons();
  await user.click(button(CONTINUE));
  const question = await screen.findByRole('group', { name: /opens Jimeng’s page/ });
  expect(document.activeElement).toBe(question);
  expect(actions.continueInPage).not.toHaveBeenCalled();
  await user.click(button('Agree'));
  await waitFor(() => expect(actions.continueInPage).toHaveBeenCalledExactlyOnceWith(id));
  expect(actions.agreeToPage).toHaveBeenCalledBefore(actions.continueInPage);
});

it('"Not now" leaves everything as it was', async () => {
  const { user, actions } = showButtons();
  await user.click(button(CONTINUE));
  await user.click(await screen.findByRole('button', { name: 'Not now' }));
  button(CONTINUE);
  expect(actions.agreeToPage).not.toHaveBeenCalled();
});

it('a page that was not ready offers the site and, beside it, another try', async () => {
  const { user, actions, id } = showButtons(FAILED['page-unavailable']);
  button('Open Jimeng');
  await user.click(button('Retry'));
  expect(actions.retry).toHaveBeenCalledExactlyOnceWith(id);
});

it('a row that waits for the agreement can be sent as usual instead', async () => {
  const { user, actions, id } = showButtons(WAITING['page consent']);
  await user.click(button('Send without that page'));
  expect(actions.skipPage).toHaveBeenCalledExactlyOnceWith(id);
});

it('it is asked once only', async () => {
  const { user, actions, id } = showButtons(WAITING['page consent']);
  actions.mayUsePage.mockResolvedValue(true);
  await user.click(button(CONTINUE));
  await waitFor(() => expect(actions.continueInPage).toHaveBeenCalledExactlyOnceWith(id));
  expect(screen.queryByRole('group')).toBeNull();
});
