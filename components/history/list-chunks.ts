import type { Entry } from '@/lib/jobs/model/history-entry';
import { startOfDay } from '@/lib/jobs/model/selectors';

/** Rows that come into sight and leave it together. */
const CHUNK_ROWS = 10;

/** Rows of one day within a chunk; without a day when the list is not ordered by time. */
export interface Part {
  /** Unix ms of the day's first moment. */
  day?: number | undefined;
  /** Whether an earlier chunk holds the beginning of the day, and so its heading. */
  isContinued: boolean;
  entries: Entry[];
}

/** A piece of the list, which is either all there or a gap of the same height. */
export interface Chunk {
  /** Its number: rows that come and go at the top must not make every chunk another one. */
  key: string;
  /** Place of its first row in the whole list, from 0. */
  from: number;
  size: number;
  parts: Part[];
}

/** Cuts the list into chunks, and those into days if the list is ordered by time. */
export function chunksOf(entries: readonly Entry[], isByDay: boolean): Chunk[] {
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

/** Height of a chunk that has never been seen, px. */
export function estimatedHeight({ size, parts }: Chunk): number {
  const headings = parts.filter(({ day, isContinued }) => day !== undefined && !isContinued);
  return size * ROW_HEIGHT + headings.length * HEADING_HEIGHT;
}
