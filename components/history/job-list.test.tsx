// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Job } from '@/lib/jobs/model/job';
import { EVERYTHING } from '@/lib/jobs/model/query';
import { batchStory } from '@/tests/stories/batches';
import { historyOf } from '@/tests/stories/history';
import { asList, ENDED, manyJobs, NOW, WAITING } from '@/tests/stories/jobs';
import { recordedActions, show } from '@/tests/stories/show';
import type { HistoryView } from './history-view';
import { JobList, type JobListProps } from './job-list';

function listOf(jobs: Job[], props: Partial<JobListProps> = {}) {
  return (
    <JobList
      history={historyOf(jobs)}
      now={NOW}
      actions={recordedActions()}
      opened={new Set()}
      onOpen={() => {}}
      onChooseFile={() => {}}
      onShow={() => {}}
      onEnd={() => {}}
      {...props}
    />
  );
}

const names = () =>
  screen.getAllByRole('listitem').map((row) => row.getAttribute('aria-label') ?? '');
const focused = () => document.activeElement?.getAttribute('aria-label');
/** Time for effects, and for the drawing that they lead to. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('JobList', () => {
  it('has a heading for each day', () => {
    show(listOf(manyJobs(12)));
    const days = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(days).toEqual(['Today', 'Yesterday', 'November 20']);
  });

  it('has no days when it is ordered by name', () => {
    const query = { ...EVERYTHING, sort: 'name' } as const;
    show(listOf([], { history: historyOf(manyJobs(12), { query }) }));
    expect(screen.queryByRole('heading')).toBeNull();
    expect(names().slice(0, 2)).toEqual(['picture 1', 'picture 10']);
  });

  it('draws the beginning of a long list, and tells each row its place in the whole', () => {
    const onShow = vi.fn();
    show(listOf(manyJobs(500), { onShow }));
    const rows = screen.getAllByRole('listitem');
    expect(rows).toHaveLength(10);
    expect(rows[9]?.getAttribute('aria-posinset')).toBe('10');
    expect(rows[9]?.getAttribute('aria-setsize')).toBe('500');
    expect(onShow).toHaveBeenLastCalledWith(manyJobs(10).map(({ id }) => id));
  });

  it('tells the place in the whole also before the whole is read', () => {
    const history = historyOf(manyJobs(200));
    const entries = history.entries.slice(0, 40);
    show(listOf([], { history: { ...history, entries, isWhole: false }, onEnd: vi.fn() }));
    expect(screen.getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe('200');
  });

  it('asks for the rest when the end of what was read comes into sight', () => {
    const onEnd = vi.fn();
    const history = historyOf(manyJobs(10), { isWhole: false });
    const { again } = show(listOf([], { history, onEnd }));
    expect(onEnd).toHaveBeenCalledOnce();
    again(listOf(manyJobs(500), { onEnd }));
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('keeps a place for a row that has not been read', () => {
    const history = historyOf(manyJobs(3));
    const jobs = new Map([...history.jobs].slice(0, 1));
    show(listOf([], { history: { ...history, jobs } }));
    expect(names()).toEqual(['picture 1', 'Loading…', 'Loading…']);
  });

  it('puts the keyboard on the button of the row in question, however far down it is', async () => {
    const jobs = manyJobs(50);
    const last = { ...(WAITING.permission as Job), id: 'asked', createdAt: 0 };
    show(listOf([...jobs, last], { focusedJobId: 'asked' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Allow cdn.example.com'));
  });

  it('is walked through by arrow keys, to rows that are not drawn yet', async () => {
    const { user } = show(listOf(manyJobs(50)));
    screen.getAllByRole('listitem')[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('picture 2');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(focused()).toBe('picture 1');
    await user.keyboard('{End}');
    await waitFor(() => expect(focused()).toBe('picture 50'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(focused()).toBe('picture 1'));
  });

  it('keeps the keyboard in the list when its row is removed', async () => {
    const jobs = asList(Object.values(ENDED).map((job, index) => ({ ...job, name: `${index}` })));
    const { again } = show(listOf(jobs));
    screen.getAllByRole('button', { name: 'Remove' })[1]?.focus();
    again(listOf(jobs.filter((_, index) => index !== 1)));
    await waitFor(() => expect(focused()).toBe('2'));
  });

  describe('with a batch', () => {
    const { jobs, summary } = batchStory({ id: 'b', done: 3, createdAt: NOW + 1 });
    const all = [...jobs, ...manyJobs(2)];
    const jump = { jobId: 'b-2', name: 'harbour 2', expected: 2, price: 9 };
    const history = (parts: Partial<HistoryView> = {}) =>
      historyOf(all, { batches: [{ ...summary, jumps: [jump] }], ...parts });
    const withBatch = (props: Partial<JobListProps> = {}) =>
      listOf([], { history: history(), opened: new Set(['b']), ...props });
    const rowNames = () =>
      [...document.querySelectorAll('.job-card, .batch-row')].map((row) =>
        row.getAttribute('aria-label'),
      );

    it('shows the jobs of an open one in a list of its own', () => {
      const { again } = show(withBatch({ opened: new Set() }));
      expect(rowNames()).toEqual(['Harbour photographs', 'picture 1', 'picture 2']);
      again(withBatch());
      const inside = within(screen.getByRole('list', { name: 'Harbour photographs' }));
      expect(inside.getAllByRole('listitem').map((row) => row.getAttribute('aria-label'))).toEqual([
        'harbour 1',
        'harbour 2',
        'harbour 3',
      ]);
    });

    it('names a price that jumped in the row of the picture', () => {
      show(withBatch());
      const rowOf = (name: string) => screen.getByRole('listitem', { name });
      const words = 'Cost 9 credits instead of the 2 credits expected.';
      expect(rowOf('harbour 2').textContent).toContain(words);
      expect(rowOf('harbour 1').textContent).not.toContain(words);
    });

    it('is walked through by arrow keys; Enter opens and closes', async () => {
      const onOpen = vi.fn();
      const { user } = show(withBatch({ onOpen }));
      screen.getByRole('listitem', { name: 'picture 1' }).focus();
      await user.keyboard('{ArrowUp}');
      expect(focused()).toBe('harbour 3');
      await user.keyboard('{Home}');
      expect(document.activeElement).toBe(
        screen.getByRole('button', { name: 'Harbour photographs' }),
      );
      await user.keyboard('{Enter}');
      expect(onOpen).toHaveBeenCalledExactlyOnceWith('b', false);
      await user.keyboard('{ArrowDown}');
      expect(focused()).toBe('harbour 1');
    });

    it('leaves the arrow keys to the field of its limit', async () => {
      const counts = { ...summary.counts, waiting: 1 };
      const history = historyOf(all, { batches: [{ ...summary, counts }] });
      const { user } = show(withBatch({ history }));
      const field = screen.getByLabelText('At most (credits)');
      field.focus();
      await user.keyboard('{ArrowDown}{Home}');
      expect(document.activeElement).toBe(field);
    });

    it('opens the one that has the row in question', () => {
      const onOpen = vi.fn();
      show(withBatch({ opened: new Set(), onOpen, focusedJobId: 'b-2' }));
      expect(onOpen).toHaveBeenCalledExactlyOnceWith('b', true);
    });

    it('selects all jobs of one at once, and none', async () => {
      const onSelect = vi.fn();
      const { user, again } = show(withBatch({ selected: new Set(['b-1']), onSelect }));
      await user.click(screen.getByRole('checkbox', { name: 'Select Harbour photographs' }));
      expect(onSelect).toHaveBeenLastCalledWith(['b-1', 'b-2', 'b-3'], true);
      again(withBatch({ selected: new Set(['b-1', 'b-2', 'b-3']), onSelect }));
      await user.click(screen.getByRole('checkbox', { name: 'Select Harbour photographs' }));
      expect(onSelect).toHaveBeenLastCalledWith(['b-1', 'b-2', 'b-3'], false);
    });

    it('draws the beginning of an open one of 500', () => {
      const large = batchStory({ id: 'large', done: 500 });
      const history = historyOf(large.jobs, { batches: [large.summary] });
      const onShow = vi.fn();
      show(listOf([], { history, opened: new Set(['large']), onShow }));
      expect(rowNames()).toHaveLength(10);
      const first = screen.getByRole('listitem', { name: 'harbour 1' });
      expect(first.getAttribute('aria-setsize')).toBe('500');
      expect(onShow).toHaveBeenLastCalledWith(large.jobs.slice(0, 9).map(({ id }) => id));
    });
  });

  describe('beside a search field', () => {
    const withSearch = (jobs: Job[], props: Partial<JobListProps> = {}) => (
      <div>
        <input aria-label="Search" />
        {listOf(jobs, props)}
      </div>
    );
    const jobs = manyJobs(50);

    it('puts the keyboard on the row in question once, and not again when it comes back', async () => {
      const focusedJobId = jobs[2]?.id;
      const { again } = show(withSearch(jobs, { focusedJobId }));
      const row = screen.getByRole('listitem', { name: 'picture 3' });
      await waitFor(() => expect(row.contains(document.activeElement)).toBe(true));
      screen.getByLabelText('Search').focus();
      again(withSearch(jobs.slice(5), { focusedJobId }));
      await settled();
      again(withSearch(jobs, { focusedJobId }));
      await settled();
      expect(focused()).toBe('Search');
    });

    it('forgets the row that a key has led to', async () => {
      const { user, again } = show(withSearch(jobs));
      screen.getAllByRole('listitem')[0]?.focus();
      await user.keyboard('{End}');
      await waitFor(() => expect(focused()).toBe('picture 50'));
      screen.getByLabelText('Search').focus();
      again(withSearch(jobs.slice(0, 20)));
      await settled();
      again(withSearch(jobs));
      await settled();
      expect(focused()).toBe('Search');
    });
  });
});
