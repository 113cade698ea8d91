import type { Concurrency } from '../model/queue-state';

/** How many orders of an account run at the same time: learned from what the service accepts. Pure. */

/** Width before anything was learned. The service refused more with 1310 (docs/PROTOCOL.md). */
const FIRST_WIDTH = 2;
/** No setting allows more. */
const WIDEST = 8;

/** What is known of an account: `known`, unless that is about another one. */
function of(account: string, known: Concurrency | undefined): Concurrency {
  return known?.account === account ? known : { account, width: FIRST_WIDTH, accepted: 0 };
}

/** After an accepted order: one more at a time, once as many were accepted in a row as two rounds have. */
export function afterAccepted(account: string, known: Concurrency | undefined): Concurrency {
  const { width, accepted } = of(account, known);
  const isDue = accepted + 1 >= 2 * width && width < WIDEST;
  return isDue
    ? { account, width: width + 1, accepted: 0 }
    : { account, width, accepted: accepted + 1 };
}

/** After a refusal because too many run: half as many. */
export function afterBusy(account: string, known: Concurrency | undefined): Concurrency {
  const { width } = of(account, known);
  return { account, width: Math.max(1, Math.floor(width / 2)), accepted: 0 };
}

/** Orders that may run at the same time, never more than the person allows. */
export function widthOf(known: Concurrency | undefined, allowed: number): number {
  return Math.min(known?.width ?? FIRST_WIDTH, allowed);
}
