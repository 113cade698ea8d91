import type { HistoryEntry } from '@/lib/jobs/model/history-entry';
import { startOfDay } from '@/lib/jobs/model/selectors';

/** Rows that are rendered and removed together. */
const CHUNK_ROWS = 10;

/** Rows of one day within a chunk; no day when the list is not sorted by time. */
export interface Part {
  /** Unix ms of the day's first moment. */
  day?: number | undefined;
  /** Whether an earlier chunk starts the day and has its heading. */
  isContinued: boolean;
  entries: HistoryEntry[];
}

/** A piece of the list: rendered completely, or a gap of the same height. */
export interface Chunk {
  /** Stable number: rows added at the top must not change the key of every chunk. */
  key: string;
  /** Index of its first row in the whole list, from 0. */
  from: number;
  size: number;
  parts: Part[];
}

/** Splits the list into chunks, and chunks into days if the list is sorted by time. */
export function chunksOf(entries: readonly HistoryEntry[], isByDay: boolean): Chunk[] {
  const chunks: Chunk[] = [];
  let lastDay: number | undefined;
  for (let from = 0; from < entries.length; from += CHUNK_ROWS) {
    const rows = entries.slice(from, from + CHUNK_ROWS);
    const parts: Part[] = [];
    for (const entry of rows) {
      const day = isByDay ? startOfDay(entry.createdAt) : undefined;
      const part = parts.at(-1);
      if (part && part.day === day) part.entries.push(entry);
      else {
        const isContinued = from > 0 && parts.length === 0 && day === lastDay;
        parts.push({ day, isContinued, entries: [entry] });
      }
    }
    lastDay = parts.at(-1)?.day;
    chunks.push({ key: String(chunks.length), from, size: rows.length, parts });
  }
  return chunks;
}

const ROW_HEIGHT = 104;
const HEADING_HEIGHT = 34;

/** Estimated height of a chunk that was never rendered, px. */
export function estimatedHeight({ size, parts }: Chunk): number {
  const headings = parts.filter(({ day, isContinued }) => day !== undefined && !isContinued);
  return size * ROW_HEIGHT + headings.length * HEADING_HEIGHT;
}
