import { afterEach } from 'vitest';
import { isEnded, type Job } from '@/lib/jobs/model/job';
import type { Home } from '@/simulator/service/homes';
import { createJobWorld, type JobWorld, type WorldOptions } from './job-world';

/** The world of the current test, in which the account `main` is signed in, or `ann` at Dreamina. */
export let world: JobWorld;

export async function open(options: WorldOptions = {}): Promise<void> {
  world = await createJobWorld(options);
  const account = options.site === 'dreamina' ? 'ann' : 'main';
  await world.signIn(`login-${account}`, account);
}

afterEach(() => world?.close());

export const HOUR = 60 * 60_000;
/** The request is answered, and the answer is lost. */
export const lost = { kind: 'reset', when: 'after' } as const;

export const rowOf = async (id: string) => (await world.store.get(id)) as Job;
export const isAtRest = (job: Job) => isEnded(job) || job.waiting !== undefined;
/** Accounts that have paid, one for each order. */
export const payers = () => world.simulator.submissions.map(({ account }) => account);

/** Signs in as somebody else between two effects, as the browser does: its event comes a little later. */
export function switchTo(login: string, account: string, home?: Home): void {
  world.simulator.browser.signIn(login, account, home);
  world.session = { state: 'signed-in', account: login };
  void world.commands.resumeWaiting();
}
