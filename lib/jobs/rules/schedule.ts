import type { Job, Stage } from '../model/job';
import { UPLOAD_VALID_MS } from '../model/machine';
import type { QueueState } from '../model/queue-state';
import { LONGEST_HOLD_MS } from './policy';

/** How much may happen at once. */
export const LIMITS = {
  /** Pictures being fetched and inspected: bytes in memory. */
  acquiring: 3,
  /** Uploads on the way. */
  uploading: 2,
  /** Uploads on the way or waiting to be ordered: no use in running far ahead of the service. */
  uploadedAhead: 3,
  /** Orders the service works on. More than that is refused with 1310 (docs/PROTOCOL.md). */
  generating: 2,
  /** ms between two orders. */
  betweenSubmits: 2_000,
} as const;

/** What is going on in this worker right now, and what all jobs share. */
export interface Situation {
  /** Ids of jobs with a step in flight. */
  busy: ReadonlySet<string>;
  /** Whether a look at the service is in flight. */
  isPolling: boolean;
  queue: QueueState;
  /** Orders that the service may work on at once; `LIMITS.generating` where nobody says otherwise. */
  generating?: number;
  /** Unix ms. */
  now: number;
}

export interface Plan {
  /** Jobs whose next step may start now, oldest first. */
  start: Job[];
  /** Jobs to look at now, all in one request; empty when none is due. */
  poll: Job[];
  /** Unix ms at which to plan again although nothing happened; undefined when only events matter. */
  wakeAt?: number;
}

/** Waits that end by an event from outside, not by the clock. */
const EVENT_WAITS: ReadonlySet<string> = new Set([
  'sign-in',
  'other-account',
  'consent',
  'permission',
  'duplicate',
  'already-large',
]);

/** Orders that wait for these leave their place to others. */
const HOLDS_NOBODY_UP: ReadonlySet<string> = new Set(['still-running', 'other-account']);

/** Decides what may start now. Pure. */
export function schedule(open: readonly Job[], situation: Situation): Plan {
  const { busy, isPolling, queue, now, generating = LIMITS.generating } = situation;
  const start: Job[] = [];
  const wakes: number[] = [];

  const inStage = (...stages: Stage[]) => open.filter((job) => stages.includes(job.stage));
  const busyIn = (stage: Stage) => inStage(stage).filter((job) => busy.has(job.id)).length;

  const isFree = (job: Job) => {
    if (busy.has(job.id)) return false;
    // One with a time is looked at again then, because perhaps no event comes.
    const isTimed = job.waiting?.reason === 'other-account' && job.notBefore !== undefined;
    if (job.waiting && EVENT_WAITS.has(job.waiting.reason) && !isTimed) return false;
    // A row that was written in the future was postponed by a clock that has since been set back.
    if (job.notBefore !== undefined && job.notBefore > now && job.updatedAt <= now) {
      wakes.push(job.notBefore);
      return false;
    }
    return true;
  };
  const take = (jobs: Job[], room: number) => {
    start.push(...jobs.filter(isFree).slice(0, Math.max(0, room)));
  };

  // Rows that wait for credits do nothing but ask for the balance, whatever their stage.
  const isBroke = (job: Job) => job.waiting?.reason === 'credits';
  const able = (stage: Stage) => inStage(stage).filter((job) => !isBroke(job));

  take(able('ready'), LIMITS.uploading - busyIn('ready'));
  take(able('queued'), LIMITS.acquiring - busyIn('queued'));

  // A balance is asked for once, whoever waits for it.
  const forCredits = open.filter(isBroke);
  const isAskingCredits = forCredits.some((job) => busy.has(job.id));
  take(isAskingCredits ? [] : forCredits, 1);

  const ordered = inStage('submitting', 'generating');
  // What the service has not finished for very long holds nobody else up, nor do another account's orders.
  const current = ordered.filter(({ waiting }) => !waiting || !HOLDS_NOBODY_UP.has(waiting.reason));
  const uploaded = able('uploaded');
  const stale = uploaded.filter((job) => !isUploadValid(job, now));
  take(stale, stale.length);

  const isOrdering = uploaded.some((job) => busy.has(job.id));
  const orderable = uploaded.filter((job) => isUploadValid(job, now));
  // What the service says of one order, "not now", holds for the next one as well.
  const isPaused = orderable.some((job) => job.waiting?.reason === 'cool-down' && !isFree(job));
  if (!isOrdering && !isPaused && current.length < generating && orderable.some(isFree)) {
    const lastSubmitAt = queue.lastSubmitAt > now ? 0 : queue.lastSubmitAt;
    const heldUntil = queue.heldUntil > now + LONGEST_HOLD_MS ? 0 : queue.heldUntil;
    const orderAt = Math.max(lastSubmitAt + LIMITS.betweenSubmits, heldUntil);
    if (orderAt <= now) take(orderable, 1);
    else wakes.push(orderAt);
  }

  const uploading = busyIn('acquired');
  const ahead = uploading + orderable.filter((job) => !job.waiting).length;
  take(able('acquired'), Math.min(LIMITS.uploading - uploading, LIMITS.uploadedAhead - ahead));

  const pollable = ordered.filter((job) => !isBroke(job));
  const poll = planPoll(pollable, busy, isPolling, isFree);
  const wakeAt = wakes.length > 0 ? Math.min(...wakes) : undefined;
  return { start, poll, ...(wakeAt !== undefined && { wakeAt }) };
}

/** One request looks at everything, as soon as one job is due. */
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
  // A row that waits for a sign-in cannot be looked at; one that is merely not due yet can.
  return idle.filter((job) => due.includes(job) || !job.waiting);
}

function isUploadValid(job: Job, now: number): boolean {
  return job.upload !== undefined && now - job.upload.at < UPLOAD_VALID_MS;
}
