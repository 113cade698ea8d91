import type { JobStore } from '@/lib/jobs/store/jobs';

/** Tells the pages of a change of a job, and waits until all have heard of it. */
export async function tellOfJob(id: string): Promise<void> {
  const [channel, ear] = [new BroadcastChannel('jobs'), new BroadcastChannel('jobs')];
  const isHeard = new Promise((resolve) => {
    ear.onmessage = resolve;
  });
  channel.postMessage(id);
  await isHeard;
  channel.close();
  ear.close();
}

/** The module of the store for `vi.mock`, whose stores have other functions in the place of some. */
export async function withOther(
  original: () => Promise<unknown>,
  other: (store: JobStore) => Partial<JobStore>,
): Promise<object> {
  const jobs = (await original()) as typeof import('@/lib/jobs/store/jobs');
  return {
    ...jobs,
    async openJobStore(announce: (id: string) => void): Promise<JobStore> {
      const store = await jobs.openJobStore(announce);
      return { ...store, ...other(store) };
    },
  };
}
