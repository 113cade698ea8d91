import type { Concurrency } from '../model/queue-state';

/** How many orders of an account run at the same time: learned from what the service accepts. Pure. */

/** What was learned of accounts, the latest last. */
export type Learned = readonly Concurrency[];

/** Width before anything was learned. The service refused more with 1310 (docs/PROTOCOL.md). */
const FIRST_WIDTH = 2;
/** Rounds of accepted orders before one more at a time is tried; twice as many for each refusal, up to a limit. */
const ROUNDS = 2;
const MOST_DOUBLINGS = 4;
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

/**
 * After an accepted order: one more at a time, once enough rounds were accepted. It is soon back below the width that
 * was refused.
 * @param allowed orders at the same time that the person allows: more are not tried, so they prove nothing
 */
export function afterAccepted(
  account: string,
  learned: Learned = [],
  allowed: number = FIRST_WIDTH,
): Learned {
  const { width, accepted: before, refused } = of(account, learned);
  const accepted = before + 1;
  // It bears what it refused: a limit of the service was raised, or tasks have ended.
  const isRight = refused === undefined || (width >= refused.width && accepted >= ROUNDS * width);
  const known = isRight ? {} : { refused };
  const isDue = accepted >= roundsAt(width, isRight ? undefined : refused) * width;
  return withLearned(
    learned,
    isDue && width < allowed
      ? { account, width: width + 1, accepted: 0, ...known }
      : { account, width, accepted, ...known },
  );
}

/** Rounds to be accepted before one more than `width` is tried. */
function roundsAt(width: number, refused: Concurrency['refused']): number {
  if (refused === undefined) return ROUNDS;
  return width + 1 < refused.width ? 1 : ROUNDS * 2 ** Math.min(refused.times, MOST_DOUBLINGS);
}

/** After a refusal because too many run: half as many. */
export function afterBusy(account: string, learned: Learned = []): Learned {
  const { width, refused } = of(account, learned);
  const half = Math.max(1, Math.floor(width / 2));
  const times = (refused?.times ?? 0) + 1;
  return withLearned(learned, { account, width: half, accepted: 0, refused: { width, times } });
}

/** Orders of the account that may run at the same time, never more than the person allows. */
export function widthOf(account: string, learned: Learned = [], allowed: number): number {
  return Math.min(of(account, learned).width, allowed);
}
