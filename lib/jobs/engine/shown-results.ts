import type { LookAnswer, Pending, Replacement, ShownPicture } from '@/lib/page/replace/contract';
import { type Batch, isPaused } from '../model/batch';
import type { HistoryEntry } from '../model/history-entry';
import type { Job } from '../model/job';
import { keysOfFile, placeOfImage } from '../model/lookup-keys';
import { isBeforeOrder } from '../model/orders';
import { isKept } from '../model/selectors';
import { blobKey, type JobStore } from '../store/jobs';

/** Who asks for results, as the browser reports it. */
export interface Asker {
  /** Address of the frame, or its origin. */
  frameUrl: string;
  /** Rows that the person wants shown in its tab. */
  asked: ReadonlySet<string>;
  /** Whether the person has switched its site on: then the history of that site counts, too. */
  isSiteOn: boolean;
  /** The batch that is made while the person reads there. */
  batchId?: string | undefined;
}

export interface ShownResultsDeps {
  store: Pick<JobStore, 'lookUp' | 'doneOn' | 'withResult' | 'show' | 'get' | 'blob' | 'batch'>;
  /** The registrable domain of an address, or its host; undefined for what is no web address. */
  siteOf(url: string): string | undefined;
  /** Compares small copies with the thumbnails of rows (lib/images/quality/prints.ts). */
  prints: {
    isOf(small: Blob, id: string): Promise<boolean>;
    find(small: Blob, ids: readonly string[]): Promise<string | undefined>;
  };
  readDataUrl(url: string): Promise<Blob>;
  /** Unix ms. */
  now(): number;
}

/** Answers a page from the history alone: no request to a server, no order. */
export interface ShownResults {
  /** The results that stand for pictures, and what becomes of those that are on their way. */
  look(pictures: readonly ShownPicture[], asker: Asker): Promise<LookAnswer>;
  /** The bytes of a result that this frame may know; undefined for any other, and for one that is gone. */
  bytes(resultId: string, asker: Asker): Promise<Blob | undefined>;
}

/** Addresses of one picture that are looked up. */
const MOST_ADDRESSES = 9;
/** Rows of a site that small copies are compared with, the newest. */
const MOST_ALIKE = 200;
/** Small copies of one question that are searched for. */
const MOST_SEARCHED = 30;
/** By how much two ratios of one picture may differ. */
const RATIO = 0.03;
const TYPES = ['jpeg', 'png', 'webp'] as const;

/** A row whose result can be shown. */
type Usable = Job & { result: { type: (typeof TYPES)[number]; bytes: number } };

export function createShownResults(deps: ShownResultsDeps): ShownResults {
  const { store, siteOf, prints } = deps;

  /** A page learns only of results of its own site, and of those that the person wants shown there. */
  function mayKnow(job: Job, { frameUrl, asked, isSiteOn }: Asker): boolean {
    if (asked.has(job.id)) return true;
    const [place, own] = [placeOfImage(job) ?? '', siteOf(frameUrl)];
    return isSiteOn && own !== undefined && siteOf(place) === own;
  }

  /** Those of these rows that this frame may know of and whose result is stored, the best first. */
  async function usable(ids: readonly string[], asker: Asker): Promise<Usable[]> {
    const [jobs, stored] = await Promise.all([store.show(ids), store.withResult(ids)]);
    return jobs
      .filter(isUsable)
      .filter((job) => stored.has(job.id) && mayKnow(job, asker))
      .sort(byWorth);
  }

  async function byAddress(
    pictures: readonly ShownPicture[],
    asker: Asker,
  ): Promise<{ found: Map<ShownPicture, Usable>; entries: Map<ShownPicture, HistoryEntry[]> }> {
    const keys = new Map(pictures.map((picture) => [picture, keysOf(picture)]));
    const listed = await store.lookUp([...new Set([...keys.values()].flat())]);
    const entries = new Map(
      pictures.map((picture) => {
        const all = (keys.get(picture) ?? []).flatMap((key) => listed.get(key) ?? []);
        return [picture, [...new Map(all.map((entry) => [entry.id, entry])).values()]];
      }),
    );
    const done = [...entries.values()].flat().filter(({ condition }) => condition === 'done');
    const jobs = await usable([...new Set(done.map(({ id }) => id))], asker);
    const found = new Map<ShownPicture, Usable>();
    for (const picture of pictures) {
      const ids = new Set(entries.get(picture)?.map(({ id }) => id));
      const fitting = jobs.filter((job) => ids.has(job.id) && hasRatio(job, picture));
      const job = await firstThatIs(picture, fitting);
      if (job) found.set(picture, job);
    }
    return { found, entries };
  }

  /** An address may show another picture than it did. Where the page can tell, only what it shows now counts. */
  async function firstThatIs(
    { small }: ShownPicture,
    jobs: readonly Usable[],
  ): Promise<Usable | undefined> {
    const copy = small && jobs.length > 0 ? await readSmall(small) : undefined;
    if (!copy) return jobs[0];
    for (const job of jobs) if (await prints.isOf(copy, job.id)) return job;
    return undefined;
  }

  async function byLikeness(
    pictures: readonly ShownPicture[],
    asker: Asker,
  ): Promise<Map<ShownPicture, Usable>> {
    const found = new Map<ShownPicture, Usable>();
    const searched = pictures.filter(({ small }) => small).slice(0, MOST_SEARCHED);
    if (searched.length === 0) return found;
    const site = asker.isSiteOn ? siteOf(asker.frameUrl) : undefined;
    const ofSite = site === undefined ? [] : await store.doneOn(site, MOST_ALIKE);
    const jobs = await usable([...new Set([...asker.asked, ...ofSite])], asker);
    for (const picture of searched) {
      const copy = await readSmall(picture.small ?? '');
      const fitting = jobs.filter((job) => hasRatio(job, picture));
      const id =
        copy &&
        (await prints.find(
          copy,
          fitting.map((job) => job.id),
        ));
      const job = fitting.find((each) => each.id === id);
      if (job) found.set(picture, job);
    }
    return found;
  }

  async function readSmall(small: string): Promise<Blob | undefined> {
    return deps.readDataUrl(small).catch(() => undefined);
  }

  /** What becomes of the pictures that have no result, as far as they are in the batch of this visit. */
  async function pendingOf(
    entries: ReadonlyMap<ShownPicture, HistoryEntry[]>,
    { batchId }: Asker,
  ): Promise<Pending[]> {
    const batch = batchId === undefined ? undefined : await store.batch(batchId);
    if (!batch) return [];
    const own = [...entries].flatMap(([{ key }, listed]) => {
      const entry = listed.find((each) => each.batch === batch.id);
      return entry ? [{ key, entry }] : [];
    });
    const isHeld = isPaused(batch, deps.now());
    const waiting = isHeld ? await store.show(own.map(({ entry }) => entry.id)) : [];
    const held = new Set(waiting.filter(isBeforeOrder).map(({ id }) => id));
    return own.flatMap(({ key, entry }) => {
      const state = stateOf(entry, batch, held.has(entry.id));
      return state ? [{ key, state }] : [];
    });
  }

  return {
    async look(pictures, asker) {
      const { found, entries } = await byAddress(pictures, asker);
      const others = pictures.filter((picture) => !found.has(picture));
      for (const [picture, job] of await byLikeness(others, asker)) found.set(picture, job);
      for (const picture of found.keys()) entries.delete(picture);
      return {
        replacements: [...found].map(([{ key }, job]) => replacementOf(key, job)),
        pending: await pendingOf(entries, asker),
      };
    },

    async bytes(resultId, asker) {
      const job = await store.get(resultId);
      if (!job || !isUsable(job) || !mayKnow(job, asker)) return undefined;
      return store.blob(blobKey(job.id, 'result'));
    },
  };
}

function keysOf({ url, others = [], size }: ShownPicture): string[] {
  const addresses = [...(url === undefined ? [] : [url]), ...others].slice(0, MOST_ADDRESSES);
  return [...new Set(addresses.flatMap((address) => keysOfFile({ url: address, size })))];
}

/** Kept images are no results, and a result that the person should check first replaces nothing. */
function isUsable(job: Job): job is Usable {
  const { stage, isImported, result } = job;
  return (
    stage === 'done' &&
    !isImported &&
    !isKept(job) &&
    result?.bytes !== undefined &&
    result.flaw === undefined &&
    TYPES.some((type) => type === result.type)
  );
}

/** 4K before 2K, then the newest. */
function byWorth(a: Job, b: Job): number {
  const larger = Number(b.options.target === '4k') - Number(a.options.target === '4k');
  return larger || (b.finishedAt ?? 0) - (a.finishedAt ?? 0);
}

function hasRatio({ result }: Usable, { size }: ShownPicture): boolean {
  if (!size || size.width <= 0 || size.height <= 0) return true;
  const factor = (result.width / result.height / size.width) * size.height;
  return Math.abs(Math.log(factor)) <= RATIO;
}

function replacementOf(key: string, { id, result }: Usable): Replacement {
  const { width, height, type, bytes } = result;
  return { key, result: id, width, height, type: `image/${type}`, bytes };
}

/** @param isHeld whether its batch is paused and no order of it is under way */
function stateOf(
  { condition }: HistoryEntry,
  { paused }: Batch,
  isHeld: boolean,
): Pending['state'] | undefined {
  switch (condition) {
    case 'failed':
      return 'failed';
    case 'needs':
      return 'waiting';
    case 'running':
      if (!isHeld) return 'working';
      return paused?.by === 'budget' || paused?.by === 'day' ? 'limit' : 'waiting';
    default:
      return undefined;
  }
}
