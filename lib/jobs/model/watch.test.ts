import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAnnouncer, watchJobs } from './watch';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function watch(): string[] {
  const seen: string[] = [];
  stops.push(watchJobs((jobId) => seen.push(jobId)));
  return seen;
}

describe('watchJobs', () => {
  it('hears of every row that changes, in every context that watches', async () => {
    const pages = [watch(), watch()];
    const announce = createAnnouncer();
    announce('job-1');
    announce('job-2');
    for (const seen of pages) {
      await vi.waitFor(() => expect(seen).toEqual(['job-1', 'job-2']));
    }
  });

  it('ignores what is not the id of a row', async () => {
    const seen = watch();
    const channel = new BroadcastChannel('jobs');
    stops.push(() => channel.close());
    for (const odd of [undefined, 7, { jobId: 'x' }, 'job-1']) channel.postMessage(odd);
    await vi.waitFor(() => expect(seen).toEqual(['job-1']));
  });

  it('hears nothing after it stopped', async () => {
    const seen: string[] = [];
    const stop = watchJobs((jobId) => seen.push(jobId));
    const other = watch();
    stop();
    createAnnouncer()('job-1');
    await vi.waitFor(() => expect(other).toEqual(['job-1']));
    expect(seen).toEqual([]);
  });
});
