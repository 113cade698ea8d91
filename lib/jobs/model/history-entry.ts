import { needsPerson } from './attention';
import type { Job } from './job';

/** In which condition a row is, as the history sorts them. */
export const CONDITIONS = ['running', 'needs', 'done', 'failed', 'cancelled'] as const;
export type Condition = (typeof CONDITIONS)[number];

/**
 * What the history must know of every row without reading it: written with the row, a tenth of its
 * size, and derived from it alone.
 */
export interface HistoryEntry {
  id: string;
  createdAt: number;
  /** Unix ms at which it ended. */
  finishedAt?: number;
  condition: Condition;
  /** Name, page title and host, for searching: folded and cut. */
  text: string;
  /** Bytes of the result, else of the picture that was sent; 0 while unknown. */
  bytes: number;
  /** Whether the result was written to a file. */
  isSaved: boolean;
}

/** Page titles can be as long as their page likes. */
const TEXT_LENGTH = 240;

/** The entry of a row. */
export function entryOf(job: Job): HistoryEntry {
  const { id, createdAt, finishedAt, name, origin } = job;
  const page = origin.kind === 'page' ? [origin.pageTitle, hostOf(origin.pageUrl)] : [];
  return {
    id,
    createdAt,
    ...(finishedAt !== undefined && { finishedAt }),
    condition: conditionOf(job),
    text: [name, ...page].map((part) => folded(part).slice(0, TEXT_LENGTH)).join('\n'),
    bytes: job.result?.bytes ?? job.source?.sentBytes ?? 0,
    isSaved: job.saved?.state === 'saved',
  };
}

/** Whether nothing more will happen to rows in this condition by themselves. */
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

/** Text as it is compared: letter case and the widths of CJK punctuation and letters do not matter. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
