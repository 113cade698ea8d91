import { type ReadonlySignal, signal } from '@preact/signals';
import type { Leaf, LeafPicture, ReaderActions, ReaderData } from '@/components/reader/view';
import { readerChoices } from '@/lib/browser/storage/reader-choices';
import {
  openReaderPlaces,
  type ReaderPlaces,
  type ReadingPlace,
} from '@/lib/browser/storage/reader-places';
import { type HistoryTrouble, historyTroubleOf } from '@/lib/jobs/model/history-trouble';
import type { Job } from '@/lib/jobs/model/job';
import { MANY, watchJobs } from '@/lib/jobs/model/watch';
import { type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { openOnce } from '@/lib/jobs/store/open-once';
import { DEFAULT_CHOICES, type ReaderChoices } from '@/lib/reader/choices';
import type { Place } from '@/lib/reader/strip';
import { createPicturePool } from './picture-pool';

/** What the reader shows, and how reading begins. */
interface LiveReader {
  data: ReaderData;
  choices: ReaderChoices;
  start: Place;
}

interface ReaderConnection {
  /** Undefined until everything was read once. */
  live: ReadonlySignal<LiveReader | undefined>;
  pictures: ReadonlySignal<ReadonlyMap<string, LeafPicture>>;
  /** Why the history cannot be read. */
  trouble: ReadonlySignal<HistoryTrouble | undefined>;
  /** Retries reading it. */
  readAgain(): void;
  actions: ReaderActions;
}

/** A person who scrolls passes many places; the last one counts, ms. */
const PLACE_DELAY_MS = 400;

/** Connects the reader to its batch. It reads only: nothing is ordered by reading. */
export function connect(batchId: string): ReaderConnection {
  const live = signal<LiveReader | undefined>(undefined);
  const trouble = signal<HistoryTrouble | undefined>(undefined);
  const pictures = signal<ReadonlyMap<string, LeafPicture>>(new Map());
  const store = openOnce(() => openJobStore(() => {}));
  const begin = openOnce(async () => ({
    choices: await readerChoices.read(DEFAULT_CHOICES),
    places: await openReaderPlaces(),
  }));
  const pool = createPicturePool({
    blob: async (key) => (await store()).blob(key),
    urls: {
      create: (blob) => URL.createObjectURL(blob),
      revoke: (url) => URL.revokeObjectURL(url),
    },
    onChange: (next) => {
      pictures.value = next;
    },
  });
  let near: readonly string[] = [];
  let places: ReaderPlaces | undefined;

  const news = new Set<string>();
  let isReading = false;
  /** Reads what changed. Changes during a read are read together after it. */
  async function read(changed: string): Promise<void> {
    news.add(changed);
    if (isReading) return;
    isReading = true;
    try {
      const database = await store();
      while (news.size > 0) {
        const ids = [...news];
        news.clear();
        await show(await readChanged(database, ids));
      }
      trouble.value = undefined;
    } catch (error) {
      trouble.value = historyTroubleOf(error);
    } finally {
      isReading = false;
    }
  }

  async function readChanged(database: JobStore, ids: readonly string[]): Promise<ReaderData> {
    const known = live.value?.data;
    if (!known || ids.includes(MANY)) {
      const [batch, rowIds, pausedSince] = await Promise.all([
        database.batch(batchId),
        database.rowsOfBatch(batchId),
        database.pausedSince(),
      ]);
      const leaves = withGone(known?.leaves ?? [], await database.show(rowIds));
      return { batch, leaves, isAllPaused: pausedSince !== undefined };
    }
    const own = ids.filter((id) => known.leaves.some(({ job }) => job.id === id));
    const [batch, jobs] = await Promise.all([
      ids.includes(batchId) ? database.batch(batchId) : known.batch,
      database.show(own),
    ]);
    const found = new Map(jobs.map((job) => [job.id, job]));
    const leaves = known.leaves.map((leaf) => {
      if (!own.includes(leaf.job.id)) return leaf;
      const job = found.get(leaf.job.id);
      return job ? { job, isGone: false } : { ...leaf, isGone: true };
    });
    return { ...known, batch, leaves };
  }

  async function show(data: ReaderData): Promise<void> {
    const { choices, places: opened } = await begin();
    places = opened;
    const start = live.value?.start ?? startOf(data.leaves, places.of(batchId));
    live.value = { data, choices, start };
    want();
  }

  function want(): void {
    const jobs = new Map(
      live.value?.data.leaves.flatMap(({ job, isGone }) =>
        isGone ? [] : [[job.id, job] as const],
      ),
    );
    pool.want(near.flatMap((id) => jobs.get(id) ?? []));
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: ReadingPlace | undefined;
  function writePlace(): void {
    clearTimeout(timer);
    const place = latest;
    latest = undefined;
    // A storage that refuses it costs the place, and nothing else.
    if (place) void places?.write(batchId, place).catch(() => undefined);
  }

  watchJobs((changed) => {
    // While pages are read, one of them may be new.
    const isOwn =
      isReading ||
      changed === MANY ||
      changed === batchId ||
      live.value === undefined ||
      live.value.data.leaves.some(({ job }) => job.id === changed);
    if (isOwn) void read(changed);
  });
  void read(MANY);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) writePlace();
    else if (trouble.value) void read(MANY);
  });
  window.addEventListener('pagehide', writePlace);

  return {
    live,
    pictures,
    trouble,
    readAgain: () => void read(MANY),
    actions: {
      show(ids) {
        near = ids;
        want();
      },
      wantOriginals: pool.wantOriginals,
      choose: (choices) => void readerChoices.write(choices).catch(() => undefined),
      keepPlace(place) {
        latest = place;
        clearTimeout(timer);
        timer = setTimeout(writePlace, PLACE_DELAY_MS);
      },
    },
  };
}

/** The jobs as pages, in the order of the page they come from. A job that is no longer there keeps its place. */
function withGone(known: readonly Leaf[], jobs: readonly Job[]): Leaf[] {
  const present = new Set(jobs.map(({ id }) => id));
  return [
    ...jobs.map((job) => ({ job, isGone: false })),
    ...known.filter(({ job }) => !present.has(job.id)).map(({ job }) => ({ job, isGone: true })),
  ].sort((a, b) => placeOf(a.job) - placeOf(b.job));
}

function placeOf({ batch }: Job): number {
  return batch?.index ?? 0;
}

/** Where reading begins: at the place that was remembered, if its job is still there. */
function startOf(leaves: readonly Leaf[], place: ReadingPlace | undefined): Place {
  const index = leaves.findIndex(({ job }) => job.id === place?.jobId);
  return index < 0 || !place ? { index: 0, share: 0 } : { index, share: place.share };
}
