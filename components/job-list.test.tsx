// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Job } from '@/lib/jobs/job';
import { asList, ENDED, manyJobs, NOW, WAITING } from '@/tests/stories/jobs';
import { recordedActions, show } from '@/tests/stories/show';
import { JobList, type JobListProps } from './job-list';

function listOf(jobs: Job[], props: Partial<JobListProps> = {}) {
  return (
    <JobList
      jobs={jobs}
      now={NOW}
      thumbs={() => undefined}
      actions={recordedActions()}
      onChooseFile={() => {}}
      {...props}
    />
  );
}

describe('JobList', () => {
  it('has a heading for each day', () => {
    show(listOf(manyJobs(12)));
    const days = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(days).toEqual(['Today', 'Yesterday', 'November 20']);
  });

  it('shows thirty rows, and more on demand, with the keyboard on the first new one', async () => {
    const { user } = show(listOf(manyJobs(50)));
    expect(screen.getAllByRole('listitem')).toHaveLength(30);
    await user.click(screen.getByRole('button', { name: 'Show 20 more' }));
    const rows = screen.getAllByRole('listitem');
    expect(rows).toHaveLength(50);
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(rows[30]));
  });

  it('puts the keyboard on the button of the row in question, however far down it is', () => {
    const jobs = manyJobs(50);
    const last = { ...(WAITING.permission as Job), id: 'asked', createdAt: 0 };
    show(listOf([...jobs, last], { focusedJobId: 'asked' }));
    expect(document.activeElement?.textContent).toBe('Allow cdn.example.com');
  });

  it('keeps the keyboard in the list when its row is removed', async () => {
    const jobs = asList(Object.values(ENDED).map((job, index) => ({ ...job, name: `${index}` })));
    const { again } = show(listOf(jobs));
    screen.getAllByRole('button', { name: 'Remove' })[1]?.focus();
    again(listOf(jobs.filter((_, index) => index !== 1)));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('2'));
  });
});
