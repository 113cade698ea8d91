import type { Job, Waiting, WaitReason } from './job';
import type { JobEvent, Question } from './job-event';

/** What a row may ask the person. */
export const QUESTIONS = [
  'duplicate',
  'already-large',
  'several-orders',
  'price-unknown',
] as const satisfies Question['reason'][];

const REASONS: ReadonlySet<WaitReason> = new Set(QUESTIONS);

/** Whether the row asks the person something, which Retry does not answer. */
export function isQuestion(waiting: Waiting): waiting is Question {
  return REASONS.has(waiting.reason);
}

/** Whether the price of several orders has not been said yet. */
export function isPriceUnsaid({ stage, waiting, source, part, pastSubmissions }: Job): boolean {
  const isNew = stage === 'acquired' && part === undefined && pastSubmissions.length === 0;
  return isNew && source?.parts !== undefined && waiting?.reason !== 'several-orders';
}

/**
 * What follows from "upscale anyway".
 * @param next the next question, if there is one
 */
export function wanted({ waiting }: Job, next: Question | undefined): JobEvent | undefined {
  if (!waiting || !isQuestion(waiting)) return undefined;
  const isWanted = waiting.reason === 'duplicate' && { isWanted: true as const };
  const isPriceAccepted = waiting.reason === 'price-unknown' && { isPriceAccepted: true as const };
  return { type: 'resumed', ...isWanted, ...isPriceAccepted, ...(next && { question: next }) };
}
