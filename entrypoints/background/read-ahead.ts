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
  /** Remembers the batch of a visit, before it exists. */
  noteVisit(tabId: number, visit: NonNullable<ReplaceTab['visit']>): Promise<void>;
  uuid(): string;
}

/** Most pictures that are on the screen together; a page that names more gets the first of them. */
const MOST_ON_SCREEN = 20;
/** Maximum characters of names, as messages between our contexts have them. */
const MAX_NAME = 1_024;

/**
 * Has the pictures on the screen and the next ones made while the person reads: one batch for a visit of a page, with the
 * limit of the site as its budget. Pictures that have a result are not ordered. Once the limit is reached, further ones
 * wait in the batch: they go on if the person raises it.
 */
export function createReadAhead(deps: ReadAheadDeps) {
  // Two questions at once would both begin a batch.
  const inTurn = createTurns();

  async function read(
    pictures: readonly ShownPicture[],
    frame: AskingFrame,
    { ahead, limit }: Pick<ReplaceSite, 'ahead' | 'limit'>,
    asker: Asker,
  ): Promise<void> {
    const [store, results, tab] = await Promise.all([
      deps.store(),
      deps.results(),
      // Not as it was when this was asked: the question before may have begun the batch of the visit.
      deps.tab(frame.tabId),
    ]);
    const next = pictures.slice(0, MOST_ON_SCREEN + ahead);
    const before = await results.look(next, asker);
    const answered = new Set([...before.replacements, ...before.pending].map(({ key }) => key));
    const wanted = next.filter(({ key, url }) => url !== undefined && !answered.has(key));
    if (wanted.length === 0 || limit <= 0 || !tab?.isReading) return;
    const visit = tab.visit ?? { batchId: deps.uuid(), pageUrl: frame.pageUrl, limit };
    const batch = await store.batch(visit.batchId);
    const items = wanted.map((picture) => pictureOf(picture, frame));
    if (batch) await deps.extend(visit.batchId, items);
    else {
      // First, so that a worker that dies in between begins the same batch again, and not another one.
      await deps.noteVisit(frame.tabId, visit);
      const name = frame.pageTitle.slice(0, MAX_NAME);
      await deps.begin({ id: visit.batchId, name, budget: visit.limit, pictures: items });
    }
  }

  return (...args: Parameters<typeof read>): Promise<void> => inTurn(() => read(...args));
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
