import { startOfDay } from '@/lib/jobs/model/selectors';
import type { ListRow } from './list-rows';

/** Rows that are rendered and dropped together. */
const CHUNK_ROWS = 10;

/** Rows of one day within a chunk; without a day if the list is not sorted by time. */
export interface Part {
  /** Start of the day, Unix ms. */
  day?: number | undefined;
  /** Whether an earlier chunk has the start of the day, and so the heading. */
  isContinued: boolean;
  rows: ListRow[];
}

/** Consecutive rows that are either rendered or replaced by a gap of the same height. */
export interface Chunk {
  /** Its number. A key made of its rows would change in every chunk when a row is added at the top. */
  key: string;
  /** Position of its first row in the whole list, from 0. */
  from: number;
  size: number;
  parts: Part[];
  /** Height as long as it was never rendered, px. Scrolling asks for that of every chunk. */
  estimate: number;
}

/** Splits the list into chunks, and chunks into days if the list is sorted by time. */
export function chunksOf(list: readonly ListRow[], isByDay: boolean): Chunk[] {
  const chunks: Chunk[] = [];
  let lastDay: number | undefined;
  for (let from = 0; from < list.length; from += CHUNK_ROWS) {
    const rows = list.slice(from, from + CHUNK_ROWS);
    const parts: Part[] = [];
    for (const row of rows) {
      const day = isByDay ? startOfDay(row.time) : undefined;
      const part = parts.at(-1);
      if (part && part.day === day) part.rows.push(row);
      else {
        const isContinued = from > 0 && parts.length === 0 && day === lastDay;
        parts.push({ day, isContinued, rows: [row] });
      }
    }
    lastDay = parts.at(-1)?.day;
    const estimate = estimatedHeight(parts);
    chunks.push({ key: String(chunks.length), from, size: rows.length, parts, estimate });
  }
  return chunks;
}

const ROW_HEIGHT = 104;
const BATCH_HEIGHT = 96;
const OPEN_BATCH_HEIGHT = 228;
const HEADING_HEIGHT = 34;

function estimatedHeight(parts: readonly Part[]): number {
  const headings = parts.filter(({ day, isContinued }) => day !== undefined && !isContinued);
  const rows = parts.flatMap((part) => part.rows.map(heightOf));
  return rows.reduce((a, b) => a + b, 0) + headings.length * HEADING_HEIGHT;
}

function heightOf(row: ListRow): number {
  if (row.kind === 'job') return ROW_HEIGHT;
  return row.isOpen ? OPEN_BATCH_HEIGHT : BATCH_HEIGHT;
}
