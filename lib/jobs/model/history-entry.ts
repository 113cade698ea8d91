import { needsPerson } from './attention';
import type { BatchQuestion } from './batch';
import type { Job } from './job';

/** Groups of rows, as the history filters them. */
export const CONDITIONS = ['running', 'needs', 'done', 'failed', 'cancelled'] as const;
export type Condition = (typeof CONDITIONS)[number];

/**
 * What the history list knows of a row without reading it. Derived from the row alone, a tenth of its
 * size, and written in the same transaction.
 */
export interface HistoryEntry {
  id: string;
  createdAt: number;
  /** Unix ms of the end. */
  finishedAt?: number;
  condition: Condition;
  /** Name, page title and host, or archive and path, folded and truncated for search. */
  text: string;
  /** Bytes of the result, else of the uploaded image; 0 while unknown. */
  bytes: number;
  /** Whether the result was written to a file. */
  isSaved: boolean;
  /** Id of its batch. */
  batch?: string;
  /** Of a row of a batch that asks whether to upscale what is large already, or was upscaled before. */
  asks?: BatchQuestion;
}

/** Characters kept per part. A page controls the length of its title. */
const TEXT_LENGTH = 240;

/** The entry of a row. */
export function entryOf(job: Job): HistoryEntry {
  const { id, createdAt, finishedAt, name, origin, batch } = job;
  const place =
    origin.kind === 'page'
      ? [origin.pageTitle, hostOf(origin.pageUrl)]
      : [origin.archive ?? '', origin.path ?? ''].filter((part) => part !== '');
  return {
    id,
    createdAt,
    ...(finishedAt !== undefined && { finishedAt }),
    condition: conditionOf(job),
    text: [name, ...place].map((part) => folded(part).slice(0, TEXT_LENGTH)).join('\n'),
    bytes: job.result?.bytes ?? job.source?.sentBytes ?? 0,
    isSaved: job.saved?.state === 'saved',
    ...(batch && { batch: batch.id, ...asksOf(job) }),
  };
}

function asksOf({ waiting }: Job): Pick<HistoryEntry, 'asks'> {
  if (waiting?.reason === 'already-large') return { asks: 'large' };
  const isKnown = waiting?.reason === 'duplicate' && waiting.duplicateState === undefined;
  return isKnown ? { asks: 'known' } : {};
}

/** Whether rows in this condition have ended. */
export function isEndedCondition(condition: Condition): boolean {
  return condition !== 'running' && condition !== 'needs';
}

function conditionOf(job: Job): Condition {
  switch (job.stage) {
    case 'done':
    case 'failed':
    case 'cancelled':
      return job.stage;
    default:
      return needsPerson(job) ? 'needs' : 'running';
  }
}

/** Name of the row inside its entry. */
export function nameIn({ text }: HistoryEntry): string {
  return text.slice(0, text.indexOf('\n') >>> 0);
}

/** Normalises text for comparing: ignores letter case and the width of CJK characters. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
