// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES, type Language } from '@/lib/i18n/locales/languages';
import type { Job } from '@/lib/jobs/model/job';
import { ENDED, sampleJob, WAITING } from '@/tests/stories/jobs';
import { recordedActions, show } from '@/tests/stories/show';
import { RowMenu } from './row-menu';

const done = ENDED.done ?? sampleJob();

async function openMenu(job: Job, language: Language = 'en') {
  const actions = recordedActions();
  const helping = [{ key: 'help', label: 'Help', onSelect: vi.fn() }];
  const menu = (
    <RowMenu job={job} actions={actions} helping={helping.slice(job === done ? 1 : 0)} />
  );
  const view = show(menu, language);
  const more = screen.getByRole('button', { name: messagesFor(language).actions.more });
  await view.user.click(more);
  return { ...view, actions, more, helping };
}

const items = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
const item = (name: string) => screen.getByRole('menuitem', { name });
const said = () => screen.getByRole('status').textContent;

describe('the menu of a finished row', () => {
  it.each([
    ['done', ['Copy image', 'Save as…', 'Upscale again…', 'Open page']],
    ['from a file', ['Help', 'Copy image', 'Save as…', 'Upscale again…']],
    // Nothing was made of it, and nothing is to be made again.
    ['kept', ['Help', 'Copy image', 'Save as…', 'Open page']],
  ])('%s', async (key, expected) => {
    await openMenu(ENDED[key] ?? sampleJob());
    expect(items()).toEqual(expected);
  });

  it.each(['Save as…', 'Upscale again…'] as const)('does "%s" with its row', async (name) => {
    const { user, actions } = await openMenu(done);
    await user.click(item(name));
    const action = name === 'Save as…' ? actions.saveAs : actions.upscaleAgain;
    expect(action).toHaveBeenCalledExactlyOnceWith(done.id);
  });

  it('opens the page of the image', async () => {
    const { user, actions } = await openMenu(done);
    await user.click(item('Open page'));
    expect(actions.openPage).toHaveBeenCalledExactlyOnceWith(done);
  });
});

it('of any other row has only what helps it', async () => {
  const { user, helping } = await openMenu(WAITING.permission ?? sampleJob());
  expect(items()).toEqual(['Help']);
  await user.click(item('Help'));
  expect(helping[0]?.onSelect).toHaveBeenCalledOnce();
});

describe.each(LANGUAGES)('copying in %s', (language) => {
  const words = messagesFor(language).actions;

  it('says when it begins and when it is done, and gives the keyboard back', async () => {
    const { user, actions, more } = await openMenu(done, language);
    let end = (_isCopied: boolean): void => undefined;
    actions.copy.mockReturnValue(
      new Promise((resolve) => {
        end = resolve;
      }),
    );
    expect(said()).toBe('');
    await user.click(item(words.copy));
    expect(actions.copy).toHaveBeenCalledExactlyOnceWith(done.id);
    expect(said()).toBe(words.copying);
    expect(document.activeElement).toBe(more);
    end(true);
    await vi.waitFor(() => expect(said()).toBe(words.copied));
  });

  it('says that the clipboard did not take it', async () => {
    const { user, actions } = await openMenu(done, language);
    actions.copy.mockResolvedValue(false);
    await user.click(item(words.copy));
    await vi.waitFor(() => expect(said()).toBe(words.copyFailed));
  });
});

it('stops saying so after a while', async () => {
  const { user } = await openMenu(done);
  await user.click(item('Copy image'));
  await vi.waitFor(() => expect(said()).toBe('Copied'));
  await vi.waitFor(() => expect(said()).toBe(''), { timeout: 4_000, interval: 100 });
});
