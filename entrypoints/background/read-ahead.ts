import { createTurns } from '@/lib/async/turns';
import type { AskingFrame } from '@/lib/browser/replace/requests';
import type { ReplaceSite } from '@/lib/browser/replace/sites';
import type { ReplaceTab } from '@/lib/browser/replace/tabs';
import { nameFromUrl } from '@/lib/images/naming/name-from-url';
import type { Asker, ShownResults } from '@/lib/jobs/engine/shown-results';
import type { JobStore } from '@/lib/jobs/store/jobs';
import type { ShownPicture } from '@/lib/page/replace/contract';
import type { PageOrigin } from '@/lib/sources/origin';

/** A picture that is to be upscaled before the person gets to it. */
export interface AheadPicture {
  origin: PageOrigin;
  name: string;
}

type Visit = NonNullable<ReplaceTab['visit']>;

/** What reading ahead needs. */
export interface ReadAheadDeps {
  store(): Promise<Pick<JobStore, 'batch'>>;
  results(): Promise<ShownResults>;
  /** Creates a batch. Called again with the same id, it changes nothing. */
  begin(batch: {
    id: string;
    name: string;
    budget: number;
    pictures: readonly AheadPicture[];
  }): Promise<void>;
  /** Adds pictures to a batch, each address once. */
  extend(batchId: string, pictures: readonly AheadPicture[]): Promise<unknown>;
  /** What is known of a tab now. */
  tab(tabId: number): Promise<ReplaceTab | undefined>;
  /** What the person has chosen for a site by now. */
  site(pattern: string): Promise<Pick<ReplaceSite, 'ahead' | 'limit'> | undefined>;
  /**
   * Remembers the batch of a visit, before it exists.
   * @returns whether the person still reads there; if not, nothing is remembered
   */
  noteVisit(tabId: number, visit: Visit): Promise<boolean>;
  /** Changes the budget of a batch, credits. */
  setBudget(batchId: string, budget: number): Promise<unknown>;
  pauseBatch(batchId: string): Promise<void>;
  /** Lets a batch go on that the person has paused. */
  resumeBatch(batchId: string): Promise<void>;
  uuid(): string;
}

/** Most pictures that are on the screen together; a page that names more gets the first of them. */
const MOST_ON_SCREEN = 20;
/** Maximum characters of names, as messages between our contexts have them. */
const MAX_NAME = 1_024;

/** Has pictures made while the person reads. */
export interface ReadAhead {
  /** Has the pictures made that a frame names, as far as they have no result. @param pattern its site */
  read(
    pictures: readonly ShownPicture[],
    frame: AskingFrame,
    pattern: string,
    asker: Asker,
  ): Promise<void>;
  /** Pauses the batch of a visit, also one that is just beginning. */
  stop(batchId: string): Promise<void>;
  /** Lets the batch go on that the person has stopped. */
  goOn(batchId: string): Promise<void>;
}

/**
 * Has the pictures on the screen and the next ones made while the person reads: one batch for a visit of a page, with the
 * limit of the site as its budget. Pictures that have a result are not ordered. Once the limit is reached, further ones
 * wait in the batch: they go on if the person raises it.
 */
export function createReadAhead(deps: ReadAheadDeps): ReadAhead {
  // Two questions at once would both begin a batch.
  const inTurn = createTurns();
  /** The batch that is being written: until it is there, nothing can pause it. */
  let beginning: { batchId: string; isStopped: boolean } | undefined;

  async function read(
    pictures: readonly ShownPicture[],
    frame: AskingFrame,
    pattern: string,
    asker: Asker,
  ): Promise<void> {
    const [store, results, tab, site] = await Promise.all([
      deps.store(),
      deps.results(),
      // Not as they were when this was asked: the question before may have begun the batch of the visit.
      deps.tab(frame.tabId),
      deps.site(pattern),
    ]);
    const { ahead = 0, limit = 0 } = site ?? {};
    if (limit <= 0 || !tab?.isReading) return;
    const next = pictures.slice(0, MOST_ON_SCREEN + ahead);
    const before = await results.look(next, asker);
    const answered = new Set([...before.replacements, ...before.pending].map(({ key }) => key));
    const wanted = next.filter(({ key, url }) => url !== undefined && !answered.has(key));
    if (wanted.length === 0) return;
    const visit = tab.visit ?? { batchId: deps.uuid(), pageUrl: frame.pageUrl, limit };
    const batch = await store.batch(visit.batchId);
    const items = wanted.map((picture) => pictureOf(picture, frame));
    if (batch) await deps.extend(visit.batchId, items);
    else await begin(visit, items, frame, pattern);
  }

  /** Begins the batch of a visit, unless the person has stopped meanwhile. */
  async function begin(
    visit: Visit,
    pictures: readonly AheadPicture[],
    { tabId, pageTitle }: AskingFrame,
    pattern: string,
  ): Promise<void> {
    const { batchId, limit } = visit;
    const own = { batchId, isStopped: false };
    beginning = own;
    try {
      // First, so that a worker that dies in between begins the same batch again, and not another one.
      if (!(await deps.noteVisit(tabId, visit))) return;
      await deps.begin({
        id: batchId,
        name: pageTitle.slice(0, MAX_NAME),
        budget: limit,
        pictures,
      });
      if (own.isStopped) await deps.pauseBatch(batchId);
    } finally {
      beginning = undefined;
    }
    // Another limit that was set while the batch was not there yet did not reach it.
    const { limit: current } = (await deps.site(pattern)) ?? visit;
    if (current > 0 && current !== limit) {
      await deps.noteVisit(tabId, { ...visit, limit: current });
      await deps.setBudget(batchId, current);
    }
  }

  function noteStop(batchId: string, isStopped: boolean): void {
    if (beginning?.batchId === batchId) beginning.isStopped = isStopped;
  }

  return {
    read: (...args) => inTurn(() => read(...args)),
    async stop(batchId) {
      noteStop(batchId, true);
      await deps.pauseBatch(batchId);
    },
    async goOn(batchId) {
      noteStop(batchId, false);
      await deps.resumeBatch(batchId);
    },
  };
}

function pictureOf(
  { url = '', size }: ShownPicture,
  { tabId, frameId, frameUrl, pageUrl, pageTitle }: AskingFrame,
): AheadPicture {
  const origin: PageOrigin = {
    kind: 'page',
    url,
    // Cookies and a Referer go along only as they do for every picture that a page shows.
    isShown: true,
    ...(size && { size: { width: Math.round(size.width), height: Math.round(size.height) } }),
    pageUrl,
    pageTitle: pageTitle.slice(0, MAX_NAME),
    tabId,
    frameId,
    frameUrl,
  };
  return { origin, name: nameFromUrl(url, pageTitle).slice(0, MAX_NAME) };
}
