import * as v from 'valibot';
import type { Retention } from '@/lib/jobs/rules/retention';
import { stored } from './stored';

/** The choices of days and jobs; 0 keeps everything. */
export const RETENTION_DAYS: readonly number[] = [0, 30, 90, 365];
export const RETENTION_ROWS: readonly number[] = [0, 200, 1_000, 5_000];
/** The choices of bytes for results; 0 keeps them all. */
export const RETENTION_BYTES: readonly number[] = [0, 500e6, 1e9, 2e9, 5e9, 20e9];

/** Never removes a paid result that was not saved. */
export const DEFAULT_RETENTION: Retention = {
  days: 0,
  rows: 5_000,
  bytes: 0,
  includesUnsaved: false,
};

/** Schema of each field. */
export const RETENTION_FIELDS: { [Field in keyof Retention]: v.GenericSchema<unknown, unknown> } = {
  days: v.picklist(RETENTION_DAYS),
  rows: v.picklist(RETENTION_ROWS),
  bytes: v.picklist(RETENTION_BYTES),
  includesUnsaved: v.boolean(),
};

/** Key of the rule in `storage.local`. */
export const RETENTION_KEY = 'retention';

/** Per browser, like the history. */
const item = stored('local', RETENTION_KEY);
/** Time of the last cleanup of the history, Unix ms. */
const tidied = stored('local', 'tidiedAt');

/** How much of the history is kept; a missing or invalid field has its default. */
export async function readRetention(): Promise<Retention> {
  return retentionFrom(await item.read());
}

export async function changeRetention(change: Partial<Retention>): Promise<void> {
  await item.write({ ...(await readRetention()), ...change });
}

/** @returns stops watching */
export function watchRetention(onChange: (rule: Retention) => void): () => void {
  return item.watch((value) => onChange(retentionFrom(value)));
}

function retentionFrom(value: unknown): Retention {
  const { days, rows, bytes, includesUnsaved } = (value ?? {}) as Partial<
    Record<keyof Retention, unknown>
  >;
  return {
    days: RETENTION_DAYS.find((each) => each === days) ?? DEFAULT_RETENTION.days,
    rows: RETENTION_ROWS.find((each) => each === rows) ?? DEFAULT_RETENTION.rows,
    bytes: RETENTION_BYTES.find((each) => each === bytes) ?? DEFAULT_RETENTION.bytes,
    includesUnsaved: includesUnsaved === true,
  };
}

const DAY_MS = 86_400_000;

/** Whether a day has passed since the last cleanup of the history; if so, records a new one. */
export async function isTidyDue(now: number): Promise<boolean> {
  const last = await tidied.read();
  if (typeof last === 'number' && now >= last && now - last < DAY_MS) return false;
  await tidied.write(now);
  return true;
}
