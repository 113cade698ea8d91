import type { HistoryEntry } from '../model/history-entry';
import { keyOfSite } from '../model/lookup-keys';
import type { Connection } from './connection';

/** Most rows that one key leads to. A page may show one address in many rows. */
const MOST_ROWS = 50;

/** Finds rows by what a page shows. Reads only the rows that are found, however long the history is. */
export interface Lookups {
  /** The entries under each of these keys (`keysOfFile`), removed rows excepted. Keys without any are left out. */
  lookUp(keys: readonly string[]): Promise<Map<string, HistoryEntry[]>>;
  /** Ids of the rows of a site that are done, newest first. @param site a registrable domain, or a host without one */
  doneOn(site: string, most: number): Promise<string[]>;
  /** Those of these rows whose result is stored. */
  withResult(ids: readonly string[]): Promise<Set<string>>;
}

export function createLookups({ read }: Connection): Lookups {
  return {
    lookUp: (keys) =>
      read(async (db) => {
        const index = db.transaction('entries').store.index('lookup');
        const found = await Promise.all(
          keys.map(async (key) => [key, await index.getAll(key, MOST_ROWS)] as const),
        );
        return new Map(found.filter(([, entries]) => entries.length > 0));
      }),

    doneOn: (site, most) =>
      read(async (db) => {
        const entries = await db.getAllFromIndex('entries', 'lookup', keyOfSite(site));
        return entries
          .filter(({ condition }) => condition === 'done')
          .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
          .slice(0, most)
          .map(({ id }) => id);
      }),

    withResult: (ids) =>
      read(async (db) => {
        const { store } = db.transaction('blobs');
        const counts = await Promise.all(ids.map((id) => store.count(`${id}/result`)));
        return new Set(ids.filter((_, at) => (counts[at] ?? 0) > 0));
      }),
  };
}
