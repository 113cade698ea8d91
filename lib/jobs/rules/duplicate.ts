import type { DuplicateState, Job, JobOptions, Stage, Waiting } from '../model/job';
import { transition } from '../model/machine';
import { keptParts } from '../model/parts';

/** Another row, as read in the transaction that is about to write one. */
export interface OtherRow {
  job: Job;
  /** Whether the bytes of its result are stored. An imported row has none. */
  hasResult: boolean;
}

/** `write`: the row to write. `join`: write nothing, because that other row replaces it. */
type Verdict = { write: Job } | { join: Job };

/**
 * Decides, in the transaction that writes a row, whether it is a duplicate. Transactions are serial, so
 * of two racing rows exactly one sees the other.
 */
export interface DuplicateCheck {
  /** @param others open rows when a row is made; later, rows of the same picture */
  judge(next: Job, others: readonly OtherRow[]): Verdict;
  /** The row that replaced the judged one, if any. */
  readonly joined: Job | undefined;
}

/** A second click on the same address within this time is a double click, ms. */
const SAME_CLICK_MS = 10_000;
/** The same for a place without an address, ms: a carousel may show another picture there. */
const SAME_PLACE_MS = 2_000;

/** Stages of an open row that has its bytes, in order. */
const OPEN_STAGES: readonly Stage[] = ['acquired', 'uploaded', 'submitting', 'generating', 'ready'];
/** Those stages in which an order exists or may exist. */
const ORDERED_STAGES: readonly Stage[] = ['submitting', 'generating', 'ready'];

type DuplicateQuestion = Waiting & { reason: 'duplicate' };

/**
 * For a click: a double click makes no second job.
 * @param at Unix ms
 */
export function checkClick(at: number): DuplicateCheck {
  return check((next, others) => {
    const same = others.find(({ job }) => isSameClick(next, job, at));
    return same ? { join: same.job } : { write: next };
  });
}

/**
 * For a row whose bytes are known: joins a running row with the same bytes and options. Asks if the
 * person already has the picture or may have paid for it. The row that had its bytes first wins, even if
 * it was clicked later, so no work is lost.
 * @param at Unix ms
 */
export function checkBytes(at: number): DuplicateCheck {
  return check((next, others) => {
    const duplicate = duplicateOf(next, others, OPEN_STAGES, at);
    if (!duplicate) return { write: next };
    // A row with an order stays in the history, which shows the outcome.
    if (duplicate.state === 'running' && !hasOrders(next)) return { join: duplicate.job };
    return { write: { ...next, waiting: questionOf(duplicate, at) } };
  });
}

/**
 * For a button of the row itself, which must not vanish under the pointer: asks, whatever the state of
 * the other row.
 * @param at Unix ms
 */
export function checkPress(at: number): DuplicateCheck {
  return check((next, others) => {
    const duplicate = duplicateOf(next, others, OPEN_STAGES, at);
    return { write: duplicate ? { ...next, waiting: questionOf(duplicate, at) } : next };
  });
}

/**
 * For the transaction that begins an order: instead of a second order for the same picture, the row
 * stays as it was and asks.
 * @param job the row before the order
 * @param at Unix ms
 */
export function checkOrder(job: Job, at: number): DuplicateCheck {
  return check((next, others) => {
    const duplicate = duplicateOf(next, others, ORDERED_STAGES, at);
    if (!duplicate) return { write: next };
    return { write: transition(job, { type: 'waits', waiting: questionOf(duplicate, at) }, at) };
  });
}

/**
 * For "Upscale again" and for going back to the image on the page, which want one more order: pressed twice, it is
 * still one.
 * @param at Unix ms
 */
export function checkUpscaleAgain(at: number): DuplicateCheck {
  const [click, bytes] = [checkClick(at), checkBytes(at)];
  return check((next, others) => {
    if (next.wantedAt === undefined) {
      const verdict = click.judge(next, others);
      return 'write' in verdict && next.source ? bytes.judge(next, others) : verdict;
    }
    const same = others.find(
      ({ job }) =>
        job.wantedAt !== undefined &&
        isWithin(SAME_CLICK_MS, job.wantedAt, at) &&
        isSamePicture(next, job) &&
        isAsShown(next) === isAsShown(job) &&
        isOpen(job),
    );
    return same ? { join: same.job } : { write: next };
  });
}

function check(judge: DuplicateCheck['judge']): DuplicateCheck {
  let joined: Job | undefined;
  return {
    judge(next, others) {
      const verdict = judge(
        next,
        others.filter(({ job }) => job.id !== next.id),
      );
      joined = 'join' in verdict ? verdict.join : undefined;
      return verdict;
    },
    get joined() {
      return joined;
    },
  };
}

/**
 * The best duplicate of a row, with the same bytes and options: a running row, the furthest first; then
 * a finished one; then one whose order may have been paid for.
 */
function duplicateOf(
  job: Job,
  others: readonly OtherRow[],
  stages: readonly Stage[],
  at: number,
): { job: Job; state: DuplicateState | 'done' } | undefined {
  // The person wants one more.
  if (job.wantedAt !== undefined || !job.source) return undefined;
  const found = others.flatMap((other) => {
    const { source, options, wantedAt } = other.job;
    if (source?.sha256 !== job.source?.sha256 || !isSameOptions(options, job.options)) return [];
    // A wanted second order counts for later clicks, not for the earlier row.
    if (wantedAt !== undefined && wantedAt <= at && wantedAt > job.createdAt) return [];
    const state = stateOf(other, stages);
    return state ? [{ job: other.job, state }] : [];
  });
  const rank = (duplicate: { job: Job; state: DuplicateState | 'done' }) =>
    duplicate.state === 'running'
      ? OPEN_STAGES.indexOf(duplicate.job.stage) + 2
      : Number(duplicate.state === 'done');
  return found.sort((a, b) => rank(b) - rank(a) || a.job.createdAt - b.job.createdAt)[0];
}

function stateOf(
  { job, hasResult }: OtherRow,
  stages: readonly Stage[],
): DuplicateState | 'done' | undefined {
  // Between two parts of a long picture no order runs, and yet some are paid for.
  if (stages.includes(job.stage) || (isOpen(job) && keptParts(job) > 0)) return 'running';
  // A kept original is no upscaled picture.
  if (job.stage === 'done') return job.submission && hasResult ? 'done' : undefined;
  return mayBePaid(job) ? 'unconfirmed' : undefined;
}

/** Whether the last order of a row without a result may still deliver it: Retry resumes it. */
function mayBePaid(job: Job): boolean {
  const { stage, submission, failure } = job;
  if (!isOpen(job) && keptParts(job) > 0) return true;
  // Cancelling does not reach the service: it goes on, and may charge.
  if (stage === 'cancelled') return submission !== undefined;
  if (stage !== 'failed') return false;
  return submission?.outcome === 'unconfirmed' || failure?.isTaskOpen === true;
}

function questionOf(
  { job, state }: { job: Job; state: DuplicateState | 'done' },
  since: number,
): DuplicateQuestion {
  const question = { reason: 'duplicate', since, duplicateId: job.id } as const;
  return state === 'done' ? question : { ...question, duplicateState: state };
}

/** Whether two orders of an image would have the same result. */
export function isSameOptions(a: JobOptions, b: JobOptions): boolean {
  const isSameOrder = a.target === b.target && a.upscaler === b.upscaler && a.detail === b.detail;
  return isSameOrder && (a.background ?? 'keep') === (b.background ?? 'keep');
}

function hasOrders({ submission, pastSubmissions }: Job): boolean {
  return submission !== undefined || pastSubmissions.length > 0;
}

function isOpen({ stage }: Job): boolean {
  return stage === 'queued' || OPEN_STAGES.includes(stage);
}

function isWithin(ms: number, then: number, at: number): boolean {
  return Math.abs(at - then) < ms;
}

function isSamePicture(a: Job, b: Job): boolean {
  if (!isSameOptions(a.options, b.options)) return false;
  return a.source && b.source ? a.source.sha256 === b.source.sha256 : isSamePlace(a, b);
}

/** Whether a job is for the image on the page, and for no larger version of it. */
function isAsShown({ origin }: Job): boolean {
  return origin.kind === 'page' && origin.asShown === true;
}

/** Whether two jobs are about the same place on the same page. */
function isSamePlace({ origin: a }: Job, { origin: b }: Job): boolean {
  if (a.kind !== 'page' || b.kind !== 'page' || a.pageUrl !== b.pageUrl) return false;
  return addressOf(a.url) !== undefined && addressOf(a.url) === addressOf(b.url);
}

function isSameClick(next: Job, job: Job, at: number): boolean {
  const [a, b] = [next.origin, job.origin];
  if (!isOpen(job) || a.kind !== 'page' || b.kind !== 'page') return false;
  if (a.tabId !== b.tabId || a.frameId !== b.frameId || a.pageUrl !== b.pageUrl) return false;
  if (!isSameOptions(next.options, job.options)) return false;
  if (isSamePlace(next, job)) return isWithin(SAME_CLICK_MS, job.createdAt, at);
  const haveNoAddress = addressOf(a.url) === undefined && addressOf(b.url) === undefined;
  return haveNoAddress && isSameRect(a.rect, b.rect) && isWithin(SAME_PLACE_MS, job.createdAt, at);
}

/** The address of the image; undefined if only its place is known. */
function addressOf(url: string): string | undefined {
  if (url.startsWith('capture:')) return undefined;
  return url.startsWith('screen:') ? url.slice('screen:'.length) || undefined : url;
}

type Rect = { x: number; y: number; width: number; height: number } | undefined;

function isSameRect(a: Rect, b: Rect): boolean {
  if (!a || !b) return false;
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
