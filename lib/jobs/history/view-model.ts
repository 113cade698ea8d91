import { createTurns } from '@/lib/async/turns';
import { UNDO_MS } from '../engine/housekeeping';
import type { WaitingBatch } from '../model/batch';
import type { BatchSummary } from '../model/batch-counts';
import { byId, entryOf, type HistoryEntry } from '../model/history-entry';
import type { Job } from '../model/job';
import { type Counts, EVERYTHING, isNarrow, type Query, select } from '../model/query';
import { MANY } from '../model/watch';
import type { HistoryReading, Joined, KnownBatches } from '../store/reading';

/** Entries that a page reads when it opens: more than one screen. */
const FIRST_ROWS = 40;
/** Of those, rows read with their thumbnails: more than fit into the window. */
const FIRST_IN_SIGHT = 10;

/** How long, ms, a page says that a click joined another row. */
export const JOINED_MS = 10_000;

/** What a page shows of the history. Replaced as a whole on every change. */
export interface HistoryState {
  query: Query;
  /** The query that `entries` answer: until the rows of a new one are read, the one before. */
  listed: Query;
  /** Entries that match `listed`, in its order. */
  entries: readonly HistoryEntry[];
  /** Whether `entries` is complete; else it holds the newest, and `readAll` reads the rest. */
  isWhole: boolean;
  counts: Counts;
  /** The jobs in view, by id. */
  jobs: ReadonlyMap<string, Job>;
  /** Object URLs of their thumbnails. */
  thumbs: ReadonlyMap<string, string>;
  /** Number of jobs that wait for a sign-in. */
  signInWaits: number;
  /** Whether everything is paused. */
  isPaused: boolean;
  /** The batches that have jobs, newest first. */
  batches: readonly BatchSummary[];
  /** The batches that the person has not started yet. */
  waitingBatches: readonly WaitingBatch[];
  /** The removal that can still be undone. */
  removal?: { at: number; count: number } | undefined;
  /** A click that has just joined another row. */
  joined?: Joined | undefined;
}

export interface HistoryDeps {
  store: HistoryReading;
  /** Creates and revokes object URLs. */
  urls: { create(blob: Blob): string; revoke(url: string): void };
  /** Compares names in the page's language. */
  compare(a: string, b: string): number;
  /** Unix ms. */
  now(): number;
  /** Resolves when the page has shown what it was given; default: in the next turn. */
  painted?(): Promise<void>;
  onChange(state: HistoryState): void;
}

/** One page's view of the history. Reads only what the page shows, however long the history is. */
export interface History {
  /** Reads the newest rows. */
  start(): Promise<void>;
  ask(query: Query): Promise<void>;
  readAll(): Promise<void>;
  /** Sets the rows in sight: reads them, and releases all others with their thumbnails. */
  show(ids: readonly string[]): Promise<void>;
  /** One job, or many jobs, have changed. */
  changed(jobId: string): Promise<void>;
}

export function createHistory({
  store,
  urls,
  compare,
  now,
  painted = nextTurn,
  onChange,
}: HistoryDeps): History {
  let state: HistoryState = {
    query: EVERYTHING,
    listed: EVERYTHING,
    entries: [],
    isWhole: false,
    counts: { running: 0, needs: 0, done: 0, failed: 0, cancelled: 0 },
    jobs: new Map(),
    thumbs: new Map(),
    signInWaits: 0,
    isPaused: false,
    batches: [],
    waitingBatches: [],
  };
  /** All entries, once more than the newest were needed. */
  let all: Map<string, HistoryEntry> | undefined;
  /** What was read of batches, and of which no news came since. */
  const known: KnownBatches = { summaries: new Map(), rows: new Map(), jobs: new Map() };
  let inSight: readonly string[] | undefined;
  const news = new Set<string>();
  /** One read at a time: an older answer must not overwrite a newer one. */
  const inTurn = createTurns();

  function change(part: Partial<HistoryState>): void {
    state = { ...state, ...part };
    onChange(state);
  }

  async function summary(): Promise<
    Omit<HistoryState, 'query' | 'listed' | 'entries' | 'isWhole' | 'jobs' | 'thumbs'>
  > {
    const [counts, signInWaits, removal, joined, batches, waitingBatches, pausedSince] =
      await Promise.all([
        store.counts(),
        store.signInWaits(),
        store.lastHidden(),
        store.lastJoined(),
        store.batchSummaries(known),
        store.waitingBatches(),
        store.pausedSince(),
      ]);
    return {
      counts,
      waitingBatches,
      isPaused: pausedSince !== undefined,
      batches,
      signInWaits,
      removal: removal && Math.abs(now() - removal.at) < UNDO_MS ? removal : undefined,
      joined: joined && Math.abs(now() - joined.at) < JOINED_MS ? joined : undefined,
    };
  }

  /** Forgets the batches that the news may be about: of a job, or of a batch itself. */
  async function forgetBatches(ids: ReadonlySet<string>): Promise<void> {
    for (const id of ids) {
      if (known.summaries.delete(id)) continue;
      known.jobs.delete(id);
      const present = id === MANY ? undefined : await store.entry(id);
      const entry = present ?? (id === MANY ? undefined : all?.get(id));
      if (!entry) {
        for (const part of Object.values(known)) part.clear();
      } else if (entry.batch) {
        known.summaries.delete(entry.batch);
        // The other rows of its batch need not be read again.
        if (present) known.rows.get(entry.batch)?.set(id, present);
        else known.rows.get(entry.batch)?.delete(id);
      }
    }
  }

  const answer = (): Pick<HistoryState, 'listed' | 'entries'> => ({
    listed: state.query,
    entries: all ? select([...all.values()], state.query, compare) : state.entries,
  });

  /** Reads jobs, then their thumbnails, and unloads those that are out of view. */
  async function readRows(
    ids: readonly string[],
    isFresh: (id: string) => boolean,
    part: Partial<HistoryState> = {},
  ): Promise<void> {
    const unread = ids.filter((id) => !isFresh(id));
    const isSame = unread.length === 0 && ids.length === state.jobs.size;
    // Nothing changed: rendering again would only take time.
    if (isSame && Object.keys(part).length === 0) return;
    // Text first: blobs and their URLs take the browser longer than the rows.
    const rows = unread.length > 0 ? store.show(unread) : [];
    const thumbsRead = unread.length > 0 ? store.thumbs(unread) : undefined;
    thumbsRead?.catch(() => undefined);
    const found = new Map((await rows).map((job) => [job.id, job]));
    const jobs = new Map(
      ids.flatMap((id) => pair(id, isFresh(id) ? state.jobs.get(id) : found.get(id))),
    );
    change({ ...part, jobs });
    const blobs = await thumbsRead;
    if (blobs) await painted();
    const thumbs = new Map(
      ids.flatMap((id) => {
        const thumb = blobs?.get(id);
        const known = jobs.has(id) ? state.thumbs.get(id) : undefined;
        return pair(id, known ?? (thumb && urls.create(thumb)));
      }),
    );
    for (const [id, url] of state.thumbs) if (thumbs.get(id) !== url) urls.revoke(url);
    change({ thumbs });
  }

  async function readFirst(): Promise<Partial<HistoryState>> {
    const [newest, sum] = await Promise.all([store.list(FIRST_ROWS), summary()]);
    const total = Object.values(sum.counts).reduce((a, b) => a + b, 0);
    return { ...sum, entries: newest.map(entryOf), isWhole: newest.length >= total };
  }

  /** Reads what changed; changes during the read are batched into the next one. */
  async function readNews(): Promise<void> {
    while (news.size > 0) {
      const ids = new Set(news);
      news.clear();
      const isFresh = (id: string) => !ids.has(MANY) && !ids.has(id) && state.jobs.has(id);
      await forgetBatches(ids);
      let part: Partial<HistoryState>;
      if (!all) part = await readFirst();
      else {
        if (ids.has(MANY)) all = byId(await store.entries());
        else await readEntries(all, ids);
        part = { ...(await summary()), ...answer() };
      }
      const newest = part.entries ?? state.entries;
      const wanted = inSight ?? firstInSight(newest, part.batches ?? state.batches);
      await readRows(wanted, isFresh, part);
    }
  }

  async function readEntries(
    known: Map<string, HistoryEntry>,
    ids: Iterable<string>,
  ): Promise<void> {
    for (const id of ids) {
      const entry = await store.entry(id);
      if (entry) known.set(id, entry);
      else known.delete(id);
    }
  }

  async function readAll(): Promise<void> {
    if (all) return;
    all = byId(await store.entries());
    change({ ...answer(), isWhole: true });
  }

  return {
    start: () =>
      inTurn(() => {
        news.add(MANY);
        return readNews();
      }),
    ask(query) {
      const turn = inTurn(async () => {
        if (isNarrow(query) && !all) all = byId(await store.entries());
        // A newer query is pending.
        if (state.query !== query) return;
        const answered = answer();
        const first = answered.entries.slice(0, FIRST_IN_SIGHT).map(({ id }) => id);
        const part = { ...answered, isWhole: state.isWhole || all !== undefined };
        await readRows(first, (id) => state.jobs.has(id), part);
      });
      // The rows are read meanwhile.
      change({ query });
      return turn;
    },
    readAll: () => inTurn(readAll),
    show: (ids) =>
      inTurn(async () => {
        inSight = ids;
        await readRows(ids, (id) => state.jobs.has(id));
      }),
    changed(jobId) {
      news.add(jobId);
      return inTurn(readNews);
    },
  };
}

/** Rows that are likely in sight at first. The jobs of batches are not: those are closed. */
function firstInSight(
  entries: readonly HistoryEntry[],
  batches: readonly BatchSummary[],
): string[] {
  const closed = new Set(batches.map(({ batch }) => batch.id));
  return entries
    .filter(({ batch }) => batch === undefined || !closed.has(batch))
    .slice(0, FIRST_IN_SIGHT)
    .map(({ id }) => id);
}

function pair<T>(id: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[id, value]];
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
