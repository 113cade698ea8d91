// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { historyFile, readHistoryFile } from '@/lib/jobs/history/history-file';
import { isEnded, type Job } from '@/lib/jobs/model/job';
import { validateStoredJob } from '@/lib/jobs/model/stored-job-check';
import { ENDED, failedJob, NOW, sampleJob } from '@/tests/stories/jobs';
import { recordedActions, show } from '@/tests/stories/show';
import { drawn } from '@/tests/support/drawn';
import { oddRow } from '@/tests/support/odd-rows';
import { compareFacts } from '../compare/words';
import { localeOf } from '../ui/locale';
import { Announcer } from './announcer';
import { JobRow } from './job-row';

const english = localeOf('en', messagesFor('en'));
const { remove, cancel } = messagesFor('en').actions;
/** What shows through when a word is looked up that no table has. */
const NO_WORDS = /undefined|\bNaN\b|\[object|function|native code/;

function rows(jobs: readonly Job[], actions = recordedActions()) {
  const view = show(
    <ul>
      {jobs.map((job) => (
        <JobRow
          key={job.id}
          id={job.id}
          job={job}
          now={NOW}
          thumb={undefined}
          actions={actions}
          onChooseFile={() => {}}
          signInAskedAbove={undefined}
        />
      ))}
    </ul>,
  );
  return { ...view, actions };
}

const items = () => screen.getAllByRole('listitem');
const buttonsOf = (item: HTMLElement | undefined) =>
  within(item as HTMLElement)
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent);

describe('a row that a damaged database may hold', () => {
  it('is shown in words, and can be removed or cancelled', () => {
    fc.assert(
      fc.property(oddRow, (row) => {
        cleanup();
        const job = validateStoredJob(row) as Job;
        rows([job]);
        const [item] = items();
        expect(item?.querySelector('.job-card__body')?.textContent).not.toMatch(NO_WORDS);
        // The card itself is drawn, and not what stands in for a broken one.
        expect(item?.hasAttribute('data-broken')).toBe(false);
        expect(buttonsOf(item)).toContain(isEnded(job) ? remove : cancel);
        const facts = compareFacts(job, english);
        expect(JSON.stringify(facts)).not.toMatch(NO_WORDS);
        show(<Announcer jobs={[job]} now={NOW} />);
      }),
      drawn(400),
    );
  }, 120_000);
});

describe('a row of an imported file', () => {
  const words = ['constructor', 'a-code-of-tomorrow', 'internal', 'network'];

  it.each(words)('with the code "%s" says what happened, and has its buttons', (code) => {
    const file = JSON.parse(historyFile([failedJob('internal')], 1));
    file.rows[0].failure.code = code;
    const [job] = readHistoryFile(JSON.stringify(file))?.jobs ?? [];
    rows([job as Job]);
    const [item] = items();
    expect(item?.textContent).not.toMatch(NO_WORDS);
    expect(item?.hasAttribute('data-broken')).toBe(false);
    expect(buttonsOf(item)).toContain(remove);
  });
});

describe('a row that breaks what draws it', () => {
  const broken = (parts: Partial<Job> = {}) =>
    sampleJob({
      ...ENDED.done,
      id: 'broken',
      name: 'boat',
      options: null as never,
      ...parts,
    });
  const whole = { ...(ENDED.done as Job), id: 'whole', name: 'night-lake' };

  it('hides neither the others nor its own Remove', async () => {
    const { user, actions } = rows([broken(), whole]);
    const [first, second] = items();
    expect(second?.textContent).toContain('night-lake');
    expect(first?.textContent).toContain('boat');
    expect(first?.textContent).toContain('cannot be shown');
    await user.click(within(first as HTMLElement).getByRole('button', { name: remove }));
    expect(actions.remove.mock.calls).toEqual([['broken']]);
  });

  it('is drawn again when it has changed', () => {
    const list = (job: Job) => (
      <ul>
        <JobRow
          id={job.id}
          job={job}
          now={NOW}
          thumb={undefined}
          actions={recordedActions()}
          onChooseFile={vi.fn()}
          signInAskedAbove={undefined}
        />
      </ul>
    );
    const { again } = show(list(broken()));
    screen.getByText(/cannot be shown/);
    again(list({ ...whole, id: 'broken' }));
    expect(screen.queryByText(/cannot be shown/)).toBeNull();
    screen.getByText('night-lake');
  });

  it('can be cancelled while it runs', () => {
    rows([broken({ stage: 'generating', name: 7 as never })]);
    expect(buttonsOf(items()[0])).toContain(cancel);
  });
});
