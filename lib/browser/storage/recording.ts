import { stored } from './stored';

/** Longest recording, ms. */
export const RECORDING_MS = 10 * 60_000;

/** Where a recording lives: the memory of the browser, which no restart survives; never the disk. */
const item = stored('session', 'recording');

/** A recording. The exchanges may be anything: validate them after reading. */
export interface StoredRecording {
  /** When it ends or has ended, Unix ms. */
  until: number;
  exchanges: unknown[];
}

export const recording = {
  /** Undefined if there is none. */
  async read(): Promise<StoredRecording | undefined> {
    const value = await item.read();
    if (typeof value !== 'object' || value === null) return undefined;
    const { until, exchanges } = value as Partial<StoredRecording>;
    if (typeof until !== 'number' || !Array.isArray(exchanges)) return undefined;
    return { until, exchanges };
  },
  write: (value: StoredRecording): Promise<void> => item.write(value),
  remove: (): Promise<void> => item.remove(),
};

/** The last finished check, in the same memory: the report can be made after the worker ended. May be anything. */
export const lastCheck = stored('session', 'connectionCheck');
