/** Why a ZIP was not written. `interrupted`: the worker died again and again while it was packed. */
export type ZipFailure = 'storage-full' | 'nothing-left' | 'interrupted' | 'save-failed';

/** The results that are saved as one ZIP, and how far that is. Plain data: it is stored, and shown. */
export type ZipState = ZipOrder &
  (
    | {
        state: 'packing';
        /** How often it was begun anew after the death of a worker. */
        restarts: number;
      }
    /** The browser copies the ZIP to the downloads folder. `url` is the address of its bytes. */
    | { state: 'saving'; url: string; downloadId?: number }
    | { state: 'saved'; fileName: string }
    | { state: 'failed'; reason: ZipFailure }
  );

/** What a ZIP was asked for, and what became of it so far. */
interface ZipOrder {
  id: string;
  /** Rows in the order of the ZIP. */
  jobIds: readonly string[];
  /** Unix ms of the click. */
  at: number;
  /** Files in the ZIP. */
  packed: number;
  /** The rows whose results could not be read any more. */
  missing: readonly MissingRow[];
}

/** A row that is not in the ZIP. `name`: page-supplied, hence hostile. */
export interface MissingRow {
  id: string;
  name: string;
}

/** Whether a ZIP is being made; another one has to wait. */
export function isZipRunning(zip: ZipState | undefined): boolean {
  return zip?.state === 'packing' || zip?.state === 'saving';
}
