import type { Concurrency } from '../model/queue-state';

/** How many orders of an account run at the same time: learned from what the service accepts. Pure. */

/** What was learned of accounts, the latest last. */
export type Learned = readonly Concurrency[];

/** Width before anything was learned. The service refused more with 1310 (docs/PROTOCOL.md). */
const FIRST_WIDTH = 2;
/** No setting allows more. */
const WIDEST = 8;
/** Accounts that are remembered. */
const REMEMBERED = 8;

function of(account: string, learned: Learned): Concurrency {
  const known = learned.find((each) => each.account === account);
  return known ?? { account, width: FIRST_WIDTH, accepted: 0 };
}

function withLearned(learned: Learned, latest: Concurrency): Learned {
  const others = learned.filter(({ account }) => account !== latest.account);
  return [...others, latest].slice(-REMEMBERED);
}

/** After an accepted order: one more at a time, once as many were accepted in a row as two rounds have. */
export function afterAccepted(account: string, learned: Learned = []): Learned {
  const { width, accepted } = of(account, learned);
  const isDue = accepted + 1 >= 2 * width && width < WIDEST;
  return withLearned(
    learned,
    isDue ? { account, width: width + 1, accepted: 0 } : { account, width, accepted: accepted + 1 },
  );
}

/** After a refusal because too many run: half as many. */
export function afterBusy(account: string, learned: Learned = []): Learned {
  const { width } = of(account, learned);
  return withLearned(learned, { account, width: Math.max(1, Math.floor(width / 2)), accepted: 0 });
}

/** Orders of the account that may run at the same time, never more than the person allows. */
export function widthOf(account: string, learned: Learned = [], allowed: number): number {
  return Math.min(of(account, learned).width, allowed);
}
