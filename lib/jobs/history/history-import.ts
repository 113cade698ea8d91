import type { Job } from '../model/job';
import { LARGEST_FILE, readHistoryFile } from './history-file';

/** Outcome of an import. */
export type ImportOutcome =
  /** Jobs added, already known, and unreadable. */
  | { state: 'done'; added: number; known: number; skipped: number }
  | { state: 'too-large' }
  | { state: 'no-history' }
  /** Reading the file or sending a part failed after `added` rows. */
  | { state: 'broken-off'; added: number };

/**
 * UTF-16 units of the rows in one message. Chrome carries at most 64 MiB of UTF-8, and a unit takes at most
 * six bytes. A part of this size is also stored well within the lifetime of a background script.
 */
const PART_LENGTH = 4_000_000;

/**
 * Imports the file of a history, in parts.
 * @param send hands rows to the background; resolves with how many were new
 * @param onProgress called with the share of the rows sent, 0..1
 */
export async function importHistory(
  file: Blob,
  send: (jobs: Job[]) => Promise<number>,
  onProgress: (share: number) => void,
): Promise<ImportOutcome> {
  if (file.size > LARGEST_FILE) return { state: 'too-large' };
  let added = 0;
  try {
    const read = readHistoryFile(await file.text());
    if (!read) return { state: 'no-history' };
    const { jobs, skipped } = read;
    let done = 0;
    for (const part of partsOf(jobs)) {
      onProgress(done / jobs.length);
      added += await send(part);
      done += part.length;
    }
    return { state: 'done', added, known: jobs.length - added, skipped };
  } catch {
    return { state: 'broken-off', added };
  }
}

/** The jobs in order, in messages small enough for every browser. */
function* partsOf(jobs: readonly Job[]): Generator<Job[]> {
  let part: Job[] = [];
  let length = 0;
  for (const job of jobs) {
    const added = JSON.stringify(job).length;
    if (part.length > 0 && length + added > PART_LENGTH) {
      yield part;
      part = [];
      length = 0;
    }
    part.push(job);
    length += added;
  }
  if (part.length > 0) yield part;
}
