// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import type { Job } from '@/lib/jobs/model/job';
import { ENDED, failedJob, NOW, RUNNING, WAITING } from '@/tests/stories/jobs';
import { show } from '@/tests/stories/show';
import { Announcer } from './announcer';

const said = () => screen.getByRole('status').textContent;

it('says what changed, and nothing about how it was', async () => {
  const generating = RUNNING.generating as Job;
  const { again } = show(<Announcer now={NOW} jobs={[generating]} />);
  expect(said()).toBe('');
  again(<Announcer now={NOW} jobs={[{ ...generating, polls: 5, rev: 9 }]} />);
  expect(said()).toBe('');
  again(<Announcer now={NOW} jobs={[ENDED.done as Job]} />);
  await waitFor(() => expect(said()).toBe('night-lake is ready.'));
  again(<Announcer now={NOW} jobs={[ENDED.saved as Job]} />);
  await waitFor(() => expect(said()).toBe('harbour-at-dawn is saved.'));
});

it('says why a row waits or failed', async () => {
  const { again } = show(<Announcer now={NOW} jobs={[RUNNING.generating as Job]} />);
  again(<Announcer now={NOW} jobs={[WAITING.permission as Job]} />);
  await waitFor(() =>
    expect(said()).toMatch(/is waiting\. This image is stored on cdn\.example\.com/),
  );
  again(<Announcer now={NOW} jobs={[failedJob('network')]} />);
  await waitFor(() => expect(said()).toMatch(/failed\. .*Nothing was charged\./));
});

it('names the site of the row', async () => {
  const running = { ...(RUNNING.generating as Job), site: 'dreamina' as const };
  const { again } = show(<Announcer now={NOW} jobs={[running]} />);
  again(
    <Announcer now={NOW} jobs={[{ ...failedJob('network'), id: running.id, site: 'dreamina' }]} />,
  );
  await waitFor(() => expect(said()).toMatch(/The connection to Dreamina was lost\./));
});

it('does not mistake a row that comes into sight for news', async () => {
  const old = { ...(ENDED.done as Job), id: 'old', name: 'old', createdAt: NOW - 1_000 };
  const fresh = { ...(ENDED.done as Job), id: 'new', name: 'new', createdAt: NOW + 1_000 };
  const { again } = show(<Announcer now={NOW} jobs={[]} />);
  again(<Announcer now={NOW} jobs={[old]} />);
  again(<Announcer now={NOW} jobs={[fresh]} />);
  await waitFor(() => expect(said()).toBe('new is ready.'));
  again(<Announcer now={NOW} jobs={[old, fresh]} />);
  again(<Announcer now={NOW} jobs={[{ ...old, saved: { state: 'failed', at: 1, reason: '' } }]} />);
  await waitFor(() => expect(said()).toMatch(/^old failed/));
});

it('says the same again for another row of the same name', async () => {
  const done = ENDED.done as Job;
  const rows = (...stages: Job['stage'][]) =>
    stages.map((stage, at) => ({ ...done, id: `${at}`, name: 'gallery', stage }));
  const { again } = show(<Announcer now={NOW} jobs={rows('ready', 'ready')} />);
  again(<Announcer now={NOW} jobs={rows('done', 'ready')} />);
  await waitFor(() => expect(said()).toBe('gallery is ready.'));
  const heard = vi.fn();
  const watch = { childList: true, characterData: true, subtree: true };
  new MutationObserver(heard).observe(screen.getByRole('status'), watch);
  again(<Announcer now={NOW} jobs={rows('done', 'done')} />);
  await waitFor(() => expect(heard).toHaveBeenCalled());
  expect(said()).toBe('gallery is ready.');
});
