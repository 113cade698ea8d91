import type { DuplicateState, Job, JobOptions, Stage, Waiting } from '../model/job';
import { transition } from '../model/machine';

/** Another row, as the transaction finds it that is about to write one. */
export interface OtherRow {
  job: Job;
  /** Whether the bytes of its result are stored; an imported row has none. */
  hasResult: boolean;
}

/** What is to be written in place of a row; with `join`, nothing: that other row stands for it. */
type Verdict = { write: Job } | { join: Job };

/**
 * Decides in the transaction that writes a row whether its picture is on its way already. No row can
 * come in between, so of two rows that race one is the later one.
 */
export interface DuplicateCheck {
  /** @param others open rows when a row is made; later, rows of the same picture */
  judge(next: Job, others: readonly OtherRow[]): Verdict;
  /** The row that stands for the judged one, once that was decided. */
  readonly joined: Job | undefined;
}

/** A second click on the same address within this time is a double click, ms. */
const SAME_CLICK_MS = 10_000;
/** The same for a place without an address: another picture may come to it, as in a carousel. */
const SAME_PLACE_MS = 2_000;

/** Stages in which a row has its bytes and goes on, in their order. */
const OPEN_STAGES: readonly Stage[] = ['acquired', 'uploaded', 'submitting', 'generating', 'ready'];
/** Those of them in which an order exists, or may. */
const ORDERED_STAGES: readonly Stage[] = ['submitting', 'generating', 'ready'];

type DuplicateQuestion = Waiting & { reason: 'duplicate' };

/**
 * For a click: a double click makes no second row.
 * @param at Unix ms
 */
export function checkClick(at: number): DuplicateCheck {
  return check((next, others) => {
    const same = others.find(({ job }) => isSameClick(next, job, at));
    return same ? { join: same.job } : { write: next };
  });
}

/**
 * For a row whose bytes are known: joins a row that is on its way with the same bytes and options,
 * and asks if the person has the picture already, or may have paid for it. The row that had its
 * bytes first leads, also if it was clicked later: what it has done so far is not thrown away.
 * @param at Unix ms
 */
export function checkBytes(at: number): DuplicateCheck {
  return check((next, others) => {
    const duplicate = duplicateOf(next, others, OPEN_STAGES, at);
    if (!duplicate) return { write: next };
    // A row that has had an order stays in the history: it tells what became of that.
    if (duplicate.state === 'running' && !hasOrders(next)) return { join: duplicate.job };
    return { write: { ...next, waiting: questionOf(duplicate, at) } };
  });
}

/**
 * For a button of the row itself, which must not vanish under the pointer: it asks, whatever the
 * other row is doing.
 * @param at Unix ms
 */
export function checkPress(at: number): DuplicateCheck {
  return check((next, others) => {
    const duplicate = duplicateOf(next, others, OPEN_STAGES, at);
    return { write: duplicate ? { ...next, waiting: questionOf(duplicate, at) } : next };
  });
}

/**
 * For the transaction that begins an order, where two rows would otherwise become two orders: the
 * row stays as it was, and asks.
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
 * For "Upscale again", which asks for one more order: pressed twice, it is still one.
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
 * The row that has the picture of another one already, with the same options. The best one: a row on
 * its way, the furthest first, so that nothing is asked twice; then a finished one; then one whose
 * order may have been paid for.
 */
function duplicateOf(
  job: Job,
  others: readonly OtherRow[],
  stages: readonly Stage[],
  at: number,
): { job: Job; state: DuplicateState | 'done' } | undefined {
  // The person has asked for one more.
  if (job.wantedAt !== undefined || !job.source) return undefined;
  const found = others.flatMap((other) => {
    const { source, options, wantedAt } = other.job;
    if (source?.sha256 !== job.source?.sha256 || !isSameOptions(options, job.options)) return [];
    // One more beside an earlier row stands for later clicks, not for that earlier row.
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
  if (stages.includes(job.stage)) return 'running';
  // What was merely kept is no upscaled picture.
  if (job.stage === 'done') return job.submission && hasResult ? 'done' : undefined;
  return mayBePaid(job) ? 'unconfirmed' : undefined;
}

/** Whether the last order of a row that ended without its picture may still bring it: Retry follows it. */
function mayBePaid({ stage, submission, failure }: Job): boolean {
  // Cancelling tells the service nothing: it goes on, and may charge.
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

/** Whether two orders of a picture would be the same one. */
export function isSameOptions(a: JobOptions, b: JobOptions): boolean {
  return a.target === b.target && a.upscaler === b.upscaler && a.detail === b.detail;
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

/** Whether two rows are about the same place of the same page. */
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

/** The address of the picture itself; undefined where it is known by its place only. */
function addressOf(url: string): string | undefined {
  if (url.startsWith('capture:')) return undefined;
  return url.startsWith('screen:') ? url.slice('screen:'.length) || undefined : url;
}

type Rect = { x: number; y: number; width: number; height: number } | undefined;

function isSameRect(a: Rect, b: Rect): boolean {
  if (!a || !b) return false;
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
