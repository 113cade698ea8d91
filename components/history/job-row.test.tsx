// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { ENDED, NOW, RUNNING } from '@/tests/stories/jobs';
import { recordedActions } from '@/tests/stories/show';
import { LocaleContext, localeOf } from '../ui/locale';
import { JobRow } from './job-row';

/** The same object each time, as in the popup. */
const LOCALE = localeOf('en', messagesFor('en'));

/** A row, and how often its card was drawn. */
function counted(job = ENDED.done) {
  let drawn = 0;
  const watched = {
    ...job,
    get name() {
      drawn += 1;
      return job?.name ?? '';
    },
  } as NonNullable<typeof job>;
  const actions = recordedActions();
  const row = (now: number, isFocused = false) => (
    <LocaleContext.Provider value={LOCALE}>
      <JobRow
        id={watched.id}
        job={watched}
        thumb={undefined}
        now={now}
        actions={actions}
        onChooseFile={() => {}}
        signInAskedAbove={undefined}
        isFocused={isFocused}
      />
    </LocaleContext.Provider>
  );
  return { row, drawn: () => drawn };
}

it.each([
  ['has ended', ENDED.done],
  ['waits for its turn', RUNNING.queued],
])('a row that %s is not drawn again as time passes', (_, job) => {
  const { row, drawn } = counted(job);
  const { rerender } = render(row(NOW));
  const first = drawn();
  expect(first).toBeGreaterThan(0);
  rerender(row(NOW + 250));
  expect(drawn()).toBe(first);
  rerender(row(NOW + 500, true));
  expect(drawn()).toBeGreaterThan(first);
});

it('a row at work shows the time that passes', () => {
  const { row } = counted(RUNNING.generating);
  const { rerender } = render(row(NOW));
  const text = () => screen.getByRole('listitem').textContent;
  const before = text();
  rerender(row(NOW + 5_000));
  expect(text()).not.toBe(before);
});
