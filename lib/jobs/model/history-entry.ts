import { needsPerson } from './attention';
import type { BatchQuestion } from './batch';
import type { Job } from './job';
import { lookupKeysOf } from './lookup-keys';

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
  /** Bytes that are stored of it; absent in entries of older versions. */
  kept?: KeptBytes;
  /** Unix ms at which the result was downloaded again or saved, whichever was last; absent if neither was. */
  usedAt?: number;
  /** Whether the result was written to a file. */
  isSaved: boolean;
  /** Id of its batch. */
  batch?: string;
  /** Of a row of a batch that asks whether to upscale what is large already, or was upscaled before. */
  asks?: BatchQuestion;
  /** Under which it is found by what a page shows (lookup-keys.ts); absent if it cannot be. */
  lookup?: string[];
}

/** Bytes that are stored of a row, its thumbnail left out. */
export interface KeptBytes {
  result: number;
  source: number;
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
  const lookup = lookupKeysOf(job);
  return {
    id,
    createdAt,
    ...(finishedAt !== undefined && { finishedAt }),
    condition: conditionOf(job),
    text: [name, ...place].map((part) => folded(part).slice(0, TEXT_LENGTH)).join('\n'),
    bytes: job.result?.bytes ?? job.source?.sentBytes ?? 0,
    kept: keptBytes(job),
    ...usedAt(job),
    isSaved: job.saved?.state === 'saved',
    ...(batch && { batch: batch.id, ...asksOf(job) }),
    ...(lookup.length > 0 && { lookup }),
  };
}

function asksOf({ waiting }: Job): Pick<HistoryEntry, 'asks'> {
  if (waiting?.reason === 'already-large') return { asks: 'large' };
  const isKnown = waiting?.reason === 'duplicate' && waiting.duplicateState === undefined;
  return isKnown ? { asks: 'known' } : {};
}

function usedAt({ result, saved }: Job): Pick<HistoryEntry, 'usedAt'> {
  const savedAt = saved?.state === 'saved' ? saved.at : 0;
  const at = Math.max(result?.storedAt ?? 0, savedAt);
  return at > 0 ? { usedAt: at } : {};
}

/** An imported row has facts about its pictures, and not the pictures. */
function keptBytes({ stage, source, result, isImported }: Job): KeptBytes {
  const isResultKept = stage === 'done' && result?.removedAt === undefined;
  // What the service cannot see, the transparency, is in a copy of the file beside the one that was sent.
  const transparent = source?.transparency?.kind === 'kept' ? source.bytes : 0;
  return {
    result: isResultKept ? (result?.bytes ?? 0) : 0,
    source: source && !isImported ? source.sentBytes + transparent : 0,
  };
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

/** Entries by their ids. */
export function byId(entries: readonly HistoryEntry[]): Map<string, HistoryEntry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
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
