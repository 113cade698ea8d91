import { SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import type { Job, Stage } from '../model/job';
import { UPLOAD_VALID_MS } from '../model/machine';
import { isBeforeOrder } from '../model/orders';
import { isJoining } from '../model/parts';
import type { QueueState } from '../model/queue-state';
import { isThroughPage, siteOf } from '../model/site';
import { widthOf } from './concurrency';
import { takesSlot, type UsualDurations } from './patience';
import { LONGEST_HOLD_MS } from './policy';

/** Limits of what may run concurrently. */
export const LIMITS = {
  /** Images being fetched and inspected, whose bytes are in memory. */
  acquiring: 3,
  /** Uploads in flight. */
  uploading: 2,
  /**
   * ms between the starts of two uploads at the same time. Two that begin as one on a slow line also end as one, and the
   * line stands still until the next two have their addresses.
   */
  betweenUploads: 1_000,
  /** An upload this many times smaller than each in flight does not wait for one of them to end. */
  smallUpload: 4,
  /** Uploads in flight or waiting to be ordered: there is no use in running far ahead of the service. */
  uploadedAhead: 3,
  /** Concurrent orders. The service refuses more with 1310 (docs/PROTOCOL.md). */
  generating: 2,
  /** ms between two orders. */
  betweenSubmits: 2_000,
  /** ms for which a result waits for an order that leaves: its bytes would hold up the order's way to the disk. */
  beforeCollect: 100,
} as const;

/** What runs in this worker now, and what the jobs of each site share. */
export interface Situation {
  /** Ids of jobs with a running step. */
  busy: ReadonlySet<string>;
  /** When this worker began its latest upload, Unix ms. */
  uploadBegunAt?: number;
  /** When this worker began its latest order, Unix ms. */
  orderBegunAt?: number;
  /** Whether a poll is in flight. */
  isPolling: boolean;
  queues: Readonly<Record<SiteName, QueueState>>;
  /** Concurrent orders at each site that the person allows; default `LIMITS.generating`. */
  generating?: number;
  /** Durations by which orders step aside. Absent: none are known. */
  usual?: UsualDurations;
  /** Ids of the batches that are paused; `all`: everything is. */
  paused?: ReadonlySet<string> | 'all';
  /** Unix ms. */
  now: number;
}

export interface Plan {
  /** Jobs whose next step may start now: first those of single clicks, oldest first, then those of batches. */
  start: Job[];
  /** Jobs to poll now, all in one request; empty if none is due. */
  poll: Job[];
  /** Unix ms at which to plan again without an event; undefined if only events matter. */
  wakeAt?: number;
}

/** Waits that end by an event from outside, not by the clock. */
const EVENT_WAITS: ReadonlySet<string> = new Set([
  'sign-in',
  'other-account',
  'consent',
  'page-consent',
  'permission',
  'duplicate',
  'already-large',
  'several-orders',
  'price-unknown',
]);

/**
 * The rows that may go on: single clicks before batches, each in its order. A paused row is not among them, unless its
 * order is under way, its results are to be joined, or a step is.
 */
function inTurn(rows: readonly Job[], { busy, paused }: Situation): Job[] {
  const isPaused = ({ batch }: Job) =>
    paused === 'all' || (batch !== undefined && paused?.has(batch.id) === true);
  const mayGoOn = (job: Job) =>
    !isPaused(job) || !isBeforeOrder(job) || isJoining(job) || busy.has(job.id);
  const [single, picked] = [rows.filter(({ batch }) => !batch), rows.filter(({ batch }) => batch)];
  return [...single, ...picked].filter(mayGoOn);
}

/** Decides what may start now. Pure. */
export function schedule(rows: readonly Job[], situation: Situation): Plan {
  const { busy, isPolling, queues, now, usual, uploadBegunAt, orderBegunAt = 0 } = situation;
  const { generating = LIMITS.generating } = situation;
  const open = inTurn(rows, situation);
  const start: Job[] = [];
  const wakes: number[] = [];

  const inStage = (...stages: Stage[]) => open.filter((job) => stages.includes(job.stage));
  const busyIn = (stage: Stage) => inStage(stage).filter((job) => busy.has(job.id)).length;

  const isFree = (job: Job) => {
    if (busy.has(job.id)) return false;
    // With a time it is checked again then, because no event may come.
    const isTimed = job.waiting?.reason === 'other-account' && job.notBefore !== undefined;
    if (job.waiting && EVENT_WAITS.has(job.waiting.reason) && !isTimed) return false;
    // A row written in the future was postponed before the clock was set back.
    if (job.notBefore !== undefined && job.notBefore > now && job.updatedAt <= now) {
      wakes.push(job.notBefore);
      return false;
    }
    return true;
  };
  const take = (jobs: Job[], room: number) => {
    start.push(...jobs.filter(isFree).slice(0, Math.max(0, room)));
  };

  // Jobs that wait for credits only read the balance, whatever their stage.
  const isBroke = (job: Job) => job.waiting?.reason === 'credits';
  const able = (stage: Stage) => inStage(stage).filter((job) => !isBroke(job));

  take(able('queued'), LIMITS.acquiring - busyIn('queued'));

  for (const site of SITE_NAMES) {
    // One request for the balance serves all rows that wait for it.
    const forCredits = open.filter((job) => isBroke(job) && siteOf(job) === site);
    const isAskingCredits = forCredits.some((job) => busy.has(job.id));
    take(isAskingCredits ? [] : forCredits, 1);
  }

  // The next order of a batch would be refused like the one that waits for credits.
  const brokeBatches = new Set(open.filter(isBroke).flatMap(({ batch }) => batch?.id ?? []));
  const isBrokeBatch = ({ batch }: Job) => batch !== undefined && brokeBatches.has(batch.id);

  const ordered = inStage('submitting', 'generating');
  const current = ordered.filter((job) => takesSlot(job, now, usual ?? new Map()));
  const uploaded = able('uploaded');
  const stale = uploaded.filter((job) => !isUploadValid(job, now));
  take(stale, stale.length);

  const orderable = uploaded.filter((job) => isUploadValid(job, now));
  let collectFrom = orderBegunAt <= now ? orderBegunAt + LIMITS.beforeCollect : 0;
  for (const site of SITE_NAMES) {
    const isHere = (job: Job) => siteOf(job) === site;
    const isOrdering = uploaded.some((job) => isHere(job) && busy.has(job.id));
    const here = orderable.filter(isHere);
    // A cool-down after one order applies to the next order, too.
    const isPaused = here.some((job) => job.waiting?.reason === 'cool-down' && !isFree(job));
    // A page sends one order at a time, and an order has a time limit.
    const isPageTaken = inStage('submitting').some(
      (job) => isHere(job) && isThroughPage(job) && busy.has(job.id),
    );
    const running = current.filter(isHere);
    const allowed = queues[site].isAlone ? 1 : generating;
    if (isOrdering || isPaused || running.length >= allowed) continue;
    const hasRoom = ({ upload }: Job) => {
      const account = upload?.account ?? '';
      return (
        running.filter(mayBelongTo(account)).length <
        widthOf(account, queues[site].learned, allowed)
      );
    };
    const free = here.filter(
      (job) =>
        hasRoom(job) && !isBrokeBatch(job) && isFree(job) && !(isPageTaken && isThroughPage(job)),
    );
    const next = free.find((job) => orderAt(job, queues[site], now) <= now);
    if (next) {
      start.push(next);
      collectFrom = now + LIMITS.beforeCollect;
    } else wakes.push(...free.map((job) => orderAt(job, queues[site], now)));
  }

  const toCollect = able('ready').filter(isFree);
  if (collectFrom <= now) take(toCollect, LIMITS.uploading - busyIn('ready'));
  else if (toCollect.length > 0) wakes.push(collectFrom);

  const toJoin = able('acquired').filter(isJoining);
  const isAtJoin = toJoin.some((job) => busy.has(job.id));
  // Joining fills the memory.
  take(isAtJoin ? [] : toJoin, 1);
  const isAhead = ({ waiting }: Job) => !waiting || waiting.reason === 'price-unknown';
  const toUpload = able('acquired').filter((job) => !isJoining(job));
  const inFlight = toUpload.filter((job) => busy.has(job.id));
  const waiting = orderable.filter(isAhead);
  const next = nextUpload(toUpload.filter(isFree), inFlight, waiting);
  const pausedUntil = inFlight.length > 0 ? (uploadBegunAt ?? 0) + LIMITS.betweenUploads : 0;
  if (next && pausedUntil > now && pausedUntil <= now + LIMITS.betweenUploads) {
    wakes.push(pausedUntil);
  } else if (next) {
    start.push(next);
    const others = toUpload.filter((job) => job !== next && isFree(job));
    if (nextUpload(others, [...inFlight, next], waiting)) wakes.push(now + LIMITS.betweenUploads);
  }

  const pollable = ordered.filter((job) => !isBroke(job));
  const poll = planPoll(pollable, busy, isPolling, isFree);
  const wakeAt = wakes.length > 0 ? Math.min(...wakes) : undefined;
  return { start, poll, ...(wakeAt !== undefined && { wakeAt }) };
}

/**
 * The next row to be uploaded, if there is room.
 * @param ahead uploads that wait for their orders
 */
function nextUpload(free: Job[], inFlight: Job[], ahead: Job[]): Job | undefined {
  const places = LIMITS.uploading - inFlight.length;
  const room = LIMITS.uploadedAhead - inFlight.length - ahead.length;
  // The uploads of a batch that wait for their orders do not keep a single click from its own.
  const single = free.find(({ batch }) => !batch);
  const isSingleAhead = ahead.some(({ batch }) => !batch);
  if (room <= 0) return places > 0 && !isSingleAhead ? single : undefined;
  if (places > 0) return free[0];
  const least = Math.min(...inFlight.map(bytesToSend));
  return free.find((job) => bytesToSend(job) * LIMITS.smallUpload < least);
}

/** Bytes of the next upload of a row; of a part of a long picture, those of the whole. */
function bytesToSend({ source }: Job): number {
  return source?.sentBytes ?? 0;
}

/** Unix ms from which an order of this row may be sent. Later times than any pause ends were set before the clock was set back. */
export function orderAt(job: Job, queue: QueueState, now: number): number {
  const lastSubmitAt = queue.lastSubmitAt > now ? 0 : queue.lastSubmitAt;
  const end = (until = 0) => (until > now + LONGEST_HOLD_MS ? 0 : until);
  const heldUntil = isThroughPage(job) ? 0 : end(queue.backgroundHeldUntil);
  return Math.max(lastSubmitAt + LIMITS.betweenSubmits, end(queue.heldUntil), heldUntil);
}

/** Polls all jobs in one request as soon as one is due. */
function planPoll(
  ordered: Job[],
  busy: ReadonlySet<string>,
  isPolling: boolean,
  isFree: (job: Job) => boolean,
): Job[] {
  if (isPolling) return [];
  const idle = ordered.filter((job) => !busy.has(job.id));
  const due = idle.filter(isFree);
  if (due.length === 0) return [];
  // A row that waits for a sign-in cannot be polled; one that is not due yet can.
  return idle.filter((job) => due.includes(job) || !job.waiting);
}

/** Whether an order may be one of that account; that of an unknown account may. */
function mayBelongTo(account: string): (job: Job) => boolean {
  return ({ submission }) => (submission?.account ?? account) === account;
}

function isUploadValid(job: Job, now: number): boolean {
  return job.upload !== undefined && now - job.upload.at < UPLOAD_VALID_MS;
}
