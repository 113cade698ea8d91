// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { CHECK_REASONS, CHECK_STEPS } from '@/lib/jimeng/model/check';
import { JIMENG_ERRORS } from '@/lib/jimeng/model/errors';
import {
  ALL_BAD,
  ALL_GOOD,
  checkLines,
  RUNNING_CHECK,
  STOPPED_CHECK,
  sampleConnection,
} from '@/tests/stories/connection';
import { show } from '@/tests/stories/show';
import { OptionsConnection } from './connection';
import type { ConnectionActions, OptionsConnectionProps } from './connection-view';

function recorded() {
  return {
    check: vi.fn<ConnectionActions['check']>(),
    record: vi.fn<ConnectionActions['record']>(),
    sendTest: vi.fn<ConnectionActions['sendTest']>(),
    copyReport: vi.fn<ConnectionActions['copyReport']>(async () => true),
    saveReport: vi.fn<ConnectionActions['saveReport']>(),
  };
}

function showSection(
  props: Partial<OptionsConnectionProps> = {},
  language: (typeof LANGUAGES)[number] = 'en',
) {
  const actions = recorded();
  return {
    ...show(<OptionsConnection {...sampleConnection()} {...props} actions={actions} />, language),
    actions,
  };
}

const press = (name: string) => screen.getByRole('button', { name });
const lines = () => within(screen.getByRole('list')).getAllByRole('listitem');

describe('the check', () => {
  it('starts by a button, without lines', async () => {
    const { user, actions } = showSection();
    expect(screen.queryByRole('list')).toBeNull();
    await user.click(press('Check the connection'));
    expect(actions.check).toHaveBeenCalledOnce();
  });

  it('cannot start without consent, and says why', () => {
    showSection({ isAgreed: false });
    expect(press('Check the connection')).toHaveProperty('disabled', true);
    screen.getByText(/Agree on the first page/);
  });

  it('shows which step runs, and cannot be started twice', () => {
    showSection(RUNNING_CHECK);
    expect(press('Check again')).toHaveProperty('disabled', true);
    expect(lines().map((line) => line.dataset.state)).toEqual([
      ...Array(5).fill('good'),
      'running',
      ...Array(3).fill('waiting'),
    ]);
  });

  it('says when all is well, with the time of each step', () => {
    showSection(ALL_GOOD);
    screen.getByText('Every step works.');
    expect(lines()[1]?.textContent).toContain('227 ms');
    expect(lines()[8]?.textContent).toMatch(/Origin: set.*Referer: set.*Cookies: sent/);
  });

  it('says what is known of headers without claiming more', () => {
    const unknown = checkLines().map((line) =>
      line.step === 'sent' ? { ...line, sent: { origin: true, referer: true } } : line,
    );
    showSection({ check: 'done', lines: unknown });
    expect(lines()[8]?.textContent).toMatch(/Cookies: not known.*cannot read the headers/);
  });

  it('says the number, the missing field and the host of a failure', () => {
    showSection(ALL_BAD);
    screen.getByText('9 steps failed.');
    const text = lines().map((line) => line.textContent);
    expect(text[1]).toMatch(/Code 3018, 1017\./);
    expect(text[3]).toMatch(/Missing: data\.secret_access_key is null\./);
    expect(text[5]).toMatch(/tos-my216-share\.vodupload\.com/);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  const { connection } = messagesFor(language).options;

  it.each(CHECK_STEPS)('a failed %s is said in words, and by more than a colour', (step) => {
    const { container } = showSection(
      { check: 'done', lines: checkLines({ [step]: { code: 'bad-response' } }) },
      language,
    );
    const line = lines()[CHECK_STEPS.indexOf(step)];
    expect(line?.textContent).toContain(connection.steps[step].name);
    expect(line?.textContent).toContain(connection.states.bad);
    expect(line?.querySelector('[data-icon="close"]')).not.toBeNull();
    expect(container.textContent).not.toMatch(/undefined|null|\[object/);
    screen.getByText(connection.someBad(1));
  });

  it.each([...JIMENG_ERRORS, ...CHECK_REASONS])('has a sentence for %s', (code) => {
    showSection({ check: 'done', lines: checkLines({ read: { code } }) }, language);
    expect(lines()[1]?.querySelector('.check-lines__sentence')?.textContent).toMatch(/[.。]$/);
  });
});

describe('the test image', () => {
  it('is offered only after a check, with its cost', async () => {
    const { user, actions, again } = showSection();
    expect(screen.queryByText('Send one test image')).toBeNull();
    again(<OptionsConnection {...ALL_GOOD} actions={actions} />);
    screen.getByText(/It cost 1 credit when last seen/);
    expect(actions.sendTest).not.toHaveBeenCalled();
    await user.click(press('Send'));
    expect(actions.sendTest).toHaveBeenCalledOnce();
  });

  it.each([
    [undefined, /not known yet/],
    [0, /cost nothing when last seen/],
  ])('says what it knows of a cost of %s', (testCost, words) => {
    showSection({ ...ALL_GOOD, testCost });
    screen.getByText(words);
  });

  it('cannot be sent twice', () => {
    showSection(STOPPED_CHECK);
    expect(press('Send')).toHaveProperty('disabled', true);
    screen.getByText('Started. It is in the history.');
  });
});

describe('the report', () => {
  it('is copied and saved', async () => {
    const { user, actions } = showSection(ALL_GOOD);
    await user.click(press('Copy'));
    await screen.findByText('Copied');
    await user.click(press('Save as file'));
    expect(actions.saveReport).toHaveBeenCalledOnce();
  });

  it('says when it cannot be copied', async () => {
    const { user, actions } = showSection(ALL_GOOD);
    actions.copyReport.mockResolvedValue(false);
    await user.click(press('Copy'));
    await screen.findByText(/could not copy it/);
  });
});

describe('the recording', () => {
  it('is off at first, and is turned on and off', async () => {
    const { user, actions, again } = showSection();
    const toggle = () => screen.getByRole('switch');
    expect(toggle().getAttribute('aria-checked')).toBe('false');
    await user.click(toggle());
    expect(actions.record).toHaveBeenLastCalledWith(true);
    again(<OptionsConnection {...ALL_BAD} actions={actions} />);
    expect(toggle().getAttribute('aria-checked')).toBe('true');
    screen.getByText(/On until .*38 answers recorded/);
    await user.click(toggle());
    expect(actions.record).toHaveBeenLastCalledWith(false);
  });

  it('has a report while it has answers', () => {
    showSection({ recorded: 2 });
    press('Save as file');
    screen.getByText(/2 answers recorded/);
  });
});
