import type { Job } from '@/lib/jobs/model/job';
import type { Simulator } from '@/simulator/simulator';

/** What the person asked for with one row. */
interface Wish {
  /** Picture and target. */
  key: string;
  /** Orders that the person has asked for with this row: explicit acts that may cost. */
  orders: number;
  /** It was taken for the row of "Upscale again". */
  isAgain?: true;
}

/**
 * The wishes of the person, counted from what they did, and the orders that the service accepted.
 *
 * A wish is a first click on a picture with its options, "Upscale again", "Upscale anyway", "Use 2K",
 * and a Retry whose button says that it may cost. A click on a picture that a row works on, or has
 * finished, is no wish: it means that row.
 */
export interface Wishes {
  /** Every row as last written, removed ones included. */
  readonly rows: ReadonlyMap<string, Job>;
  readonly removed: ReadonlySet<string>;
  /** A row was written. */
  wrote(job: Job): void;
  /** A row is no more: the row `leaderId` stands for it, and for what was wished with it. */
  joined(jobId: string, leaderId: string): void;
  /** "Upscale again" was pressed: the next new row with this picture and target is one wish more. */
  again(key: string): void;
  /** What was asked for again and got no row will get none. */
  forgetAgain(): void;
  /** A button of the row was pressed that says it costs, or may cost. */
  granted(jobId: string): void;
  removedRow(jobId: string): void;
  /** The person gave up what the row has ordered so far, on a button that says that it may be paid. */
  gaveUp(jobId: string): void;
  readonly givenUp: ReadonlySet<string>;
  /** What is wrong with the orders accepted so far; undefined if nothing is. */
  complaint(): string | undefined;
  /** Ids of the accepted orders of a row. */
  acceptedOf(job: Job): string[];
}

export function countWishes(
  simulator: Pick<Simulator, 'submissions' | 'orderState'>,
  pictureOf: (job: Job) => string,
  upscaler: 'auto' | 'smart-hd',
): Wishes {
  const rows = new Map<string, Job>();
  const wishes = new Map<string, Wish>();
  const removed = new Set<string>();
  const pending: string[] = [];
  const givenUp = new Set<string>();
  /** Pictures that were asked for again, whose row could not be told from that of a click. */
  const strayed: string[] = [];
  const keyOf = (job: Job) => `${pictureOf(job)} ${job.options.target}`;

  /** Whether a row works on this picture or has finished it, so that a further click means that row. */
  function leads(job: Job, key: string): boolean {
    const isOver = job.stage === 'failed' || job.stage === 'cancelled';
    return keyOf(job) === key && !isOver && !removed.has(job.id);
  }

  function wishOf(job: Job): Wish {
    const key = keyOf(job);
    const at = pending.indexOf(key);
    if (at >= 0) {
      pending.splice(at, 1);
      return { key, orders: 1, isAgain: true };
    }
    const isTaken = [...rows.values()].some((other) => leads(other, key));
    return { key, orders: isTaken ? 0 : 1 };
  }

  /** Orders of a row that the service accepted, but those that Automatic may replace unasked. */
  function countOf(job: Job): number {
    const { submission: current, pastSubmissions } = job;
    // A row that settled for a picture that is no larger: a later order was to replace it.
    const isSettled = current && pastSubmissions.some(({ at }) => at > current.at);
    return acceptedOf(job).filter((submitId) => {
      if (isSettled && submitId === current.submitId) return false;
      const past = pastSubmissions.find((each) => each.submitId === submitId);
      if (past?.outcome === 'not-larger') return false;
      return !(upscaler === 'auto' && simulator.orderState(submitId)?.state === 'failed');
    }).length;
  }

  function acceptedOf({ submission, pastSubmissions }: Job): string[] {
    const own = [...pastSubmissions, ...(submission ? [submission] : [])];
    const accepted = new Set(simulator.submissions.map(({ submitId }) => submitId));
    return own.map(({ submitId }) => submitId).filter((submitId) => accepted.has(submitId));
  }

  return {
    rows,
    removed,
    wrote(job) {
      const known = wishes.get(job.id);
      if (!known) wishes.set(job.id, wishOf(job));
      else known.key = keyOf(job);
      rows.set(job.id, job);
    },
    joined(jobId, leaderId) {
      const wish = wishes.get(jobId);
      const leading = wishes.get(leaderId);
      // It was the row of a click at the same moment: the one that was asked for is another.
      if (wish?.isAgain) strayed.push(wish.key);
      // Of two clicks at one moment the row that was written first may join the other one.
      else if (wish && leading?.key === wish.key) {
        leading.orders = Math.max(leading.orders, wish.orders);
      }
      rows.delete(jobId);
      wishes.delete(jobId);
    },
    again(key) {
      pending.push(key);
    },
    forgetAgain() {
      pending.length = 0;
    },
    granted(jobId) {
      const wish = wishes.get(jobId);
      if (wish) wish.orders += 1;
    },
    removedRow(jobId) {
      removed.add(jobId);
    },
    givenUp,
    gaveUp(jobId) {
      const job = rows.get(jobId);
      const orders = job ? [...job.pastSubmissions, job.submission] : [];
      for (const order of orders) if (order) givenUp.add(order.submitId);
    },
    acceptedOf,
    complaint() {
      const owned = new Set([...rows.values()].flatMap(acceptedOf));
      const stray = simulator.submissions.find(({ submitId }) => !owned.has(submitId));
      if (stray) return `order ${stray.submitId} was accepted, and no row holds its id`;
      for (const key of new Set([...wishes.values()].map((wish) => wish.key))) {
        let tooMany = 0;
        let unused = strayed.filter((each) => each === key).length;
        const lines: string[] = [];
        for (const job of rows.values()) {
          const wish = wishes.get(job.id);
          if (!wish || wish.key !== key) continue;
          const count = countOf(job);
          tooMany += Math.max(0, count - wish.orders);
          // What a finished row did not use is not for another one.
          if (job.stage !== 'done') unused += Math.max(0, wish.orders - count);
          lines.push(
            `${job.id.slice(0, 8)} ${job.stage}: ${count} accepted, ${wish.orders} wished`,
          );
        }
        if (tooMany > unused)
          return `${key}: an order that nobody wished for (${lines.join('; ')})`;
      }
      return undefined;
    },
  };
}
