// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { Job } from '@/lib/jobs/job';
import { ENDED, failedJob, RUNNING, WAITING } from '@/tests/stories/jobs';
import { show } from '@/tests/stories/show';
import { Announcer } from './announcer';

const said = () => screen.getByRole('status').textContent;

it('says what changed, and nothing about how it was', async () => {
  const generating = RUNNING.generating as Job;
  const { again } = show(<Announcer jobs={[generating]} />);
  expect(said()).toBe('');
  again(<Announcer jobs={[{ ...generating, looks: 5, rev: 9 }]} />);
  expect(said()).toBe('');
  again(<Announcer jobs={[ENDED.done as Job]} />);
  await waitFor(() => expect(said()).toBe('night-lake is ready.'));
  again(<Announcer jobs={[ENDED.saved as Job]} />);
  await waitFor(() => expect(said()).toBe('harbour-at-dawn is saved.'));
});

it('says why a row waits or failed', async () => {
  const { again } = show(<Announcer jobs={[RUNNING.generating as Job]} />);
  again(<Announcer jobs={[WAITING.permission as Job]} />);
  await waitFor(() => expect(said()).toMatch(/is waiting\. This image lives on cdn\.example\.com/));
  again(<Announcer jobs={[failedJob('network')]} />);
  await waitFor(() => expect(said()).toMatch(/failed\. .*Nothing was charged\./));
});
