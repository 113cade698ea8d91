import { browser } from 'wxt/browser';
import type {
  CollectAnswer,
  Collected,
  CollectRequest,
  PageCollector,
} from '@/lib/page/collect/collected';
import type { How } from '@/lib/page/find/candidate';
import type { PageOrigin } from '@/lib/sources/origin';
import type { RunInFrame } from '@/lib/sources/page-read';
import { mayAccess } from '../access/permissions';
import { CollectedFrames, type FramePicture } from './collected-frames';
import { parseAnswer, parseSmall } from './collector-schema';
import { type Place, runInFrame } from './inject';
import { type Thumbnail, thumbnailAt } from './small-picture';
import { createTabTurn } from './tab-turn';
import { withTimeout } from './with-timeout';

/** What changed in a tab. */
export interface CollectorUpdate {
  changed: FramePicture[];
  /** Ids of pictures that are none, or the same as another one. */
  dropped: string[];
  /** By id of a dropped picture that is the same as another one: the id of that one. */
  joined: Record<string, string>;
  isScrolling: boolean;
  /** It has scrolled to the end. */
  isAtEnd: boolean;
  /** More pictures were found than are kept. */
  isFull: boolean;
}

/** Collects the pictures of a tab for one of our pages. */
export interface Collector {
  /**
   * Looks into all frames in reach. Call it about twice a second, one call at a time.
   * @throws CollectorReplaced; otherwise the tab is out of reach
   */
  update(): Promise<CollectorUpdate>;
  /** Scrolls the page to its end and back, with its tab in front; or ends that. Call it after an update. */
  scroll(isOn: boolean): Promise<void>;
  /**
   * A small picture: drawn by the page, read with its rights, or requested where the person has allowed the host.
   * @returns undefined if none of that is possible
   */
  thumbnail(id: string): Promise<Thumbnail | undefined>;
  /**
   * What a job needs: where the picture is, or the bytes of one that exists only in its page.
   * @returns undefined if it is gone
   * @throws SourceError `image-too-large`
   */
  origin(id: string): Promise<{ origin: PageOrigin } | { file: Blob } | undefined>;
  /** Takes the collector out of the page. */
  stop(): Promise<void>;
}

/** Another picker collects from the tab now. */
export class CollectorReplaced extends Error {}

/** Parts of lib/sources, which the entry point knows. */
export interface CollectorReaders {
  /** `readCaptured` of page-read.ts. */
  readCaptured(run: RunInFrame, key: string): Promise<Blob | undefined>;
  /** `isPrivateAddress` of private-address.ts. */
  isPrivate(address: string): boolean;
}

type World = { upscaleCollector?: PageCollector };

/** Most bytes that the frames of a tab keep. */
const MAX_KEPT_BYTES = 256 * 1024 * 1024;
/** One update asks again at once while frames are busy, ms. */
const BUSY_MS = 400;
/** A frozen frame never answers, ms. */
const ANSWER_MS = 4_000;
const THUMBNAIL_MS = 20_000;
const CAPTURE_MS = 20_000;
const MAX_ADDRESS = 8_192;
const MAX_TITLE = 1_024;
/** Pictures that the page names but may not show: they are requested without cookies. */
const MERELY_NAMED: ReadonlySet<How> = new Set<How>(['lazy', 'link', 'cursor']);

interface Injected {
  frameId: number;
  documentId?: string;
  result?: unknown;
}

export function createCollector(tabId: number, readers: CollectorReaders): Collector {
  const session = crypto.randomUUID();
  const frames = new CollectedFrames(tabId);
  const turn = createTabTurn(tabId);
  let isFirst = true;
  let isScrolling = false;

  /** Asks every frame in reach; if one of them is frozen, those that are known, one by one. */
  async function askAll(request: CollectRequest): Promise<Injected[]> {
    const all = browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: ask,
      args: [request],
    }) as Promise<Injected[]>;
    const answers = await withTimeout(ANSWER_MS, undefined, all);
    if (answers) return answers;
    const ids = frames.ids.length > 0 ? frames.ids : [0];
    const each = ids.map((frameId) => withTimeout(ANSWER_MS, [], askOne(frameId, request)));
    return (await Promise.all(each)).flat();
  }

  function askOne(frameId: number, request: CollectRequest): Promise<Injected[]> {
    return browser.scripting
      .executeScript({ target: { tabId, frameIds: [frameId] }, func: ask, args: [request] })
      .catch(() => []) as Promise<Injected[]>;
  }

  /** Puts the collector into frames that do not have it, and asks them. */
  async function askNew(frameIds: number[], request: CollectRequest): Promise<Injected[]> {
    const each = frameIds.map(async (frameId) => {
      const target = { tabId, frameIds: [frameId] };
      await browser.scripting.executeScript({ target, files: ['/collector.js'] });
      return askOne(frameId, { ...request, isFirst: true });
    });
    // A frame may have gone meanwhile.
    const settled = await withTimeout(ANSWER_MS, [], Promise.allSettled(each));
    return settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  }

  async function readOnce(): Promise<boolean> {
    const tab = await browser.tabs.get(tabId);
    const roomBytes = Math.max(0, MAX_KEPT_BYTES - frames.keptBytes);
    const request: CollectRequest = { session, isFirst, known: frames.revisions, roomBytes };
    const answers = await askAll(request);
    const isMissing = ({ result }: Injected) => result === null || result === undefined;
    const news = answers.filter(isMissing).map(({ frameId }) => frameId);
    if (news.length > 0) answers.push(...(await askNew(news, request)));
    if (answers.some(({ frameId, result }) => frameId === 0 && result === 'replaced')) {
      throw new CollectorReplaced();
    }
    isFirst = false;
    const said = answers.flatMap(({ frameId, documentId, result }) => {
      const answer = parseAnswer(result, tab.url ?? '');
      return answer ? [{ frameId, answer, ...(documentId && { documentId }) }] : [];
    });
    frames.read(said, { url: tab.url, title: tab.title });
    return said.some(({ answer }) => answer.isBusy);
  }

  function placeOf(one: FramePicture): Place {
    return { tabId, frameId: one.frameId };
  }

  return {
    async update() {
      const wasScrolling = isScrolling;
      const until = performance.now() + BUSY_MS;
      while ((await readOnce()) && performance.now() < until);
      const told = frames.take();
      if (told.isScrolling) isScrolling = true;
      else if (wasScrolling) {
        isScrolling = false;
        await turn.back();
      }
      return told;
    },

    async scroll(isOn) {
      if (isOn) await turn.front();
      const each = frames.ids.map((frameId) =>
        runInFrame(
          { tabId, frameId },
          (id: string, on: boolean) => (globalThis as World).upscaleCollector?.scroll(id, on),
          [session, isOn],
        ).catch(() => undefined),
      );
      await withTimeout(ANSWER_MS, [], Promise.all(each));
      isScrolling = isOn;
      if (!isOn) await turn.back();
    },

    async thumbnail(id) {
      const one = frames.of(id);
      if (!one) return undefined;
      const drawn = await withTimeout(
        THUMBNAIL_MS,
        null,
        runInFrame(
          placeOf(one),
          (asked: string, of: string) =>
            (globalThis as World).upscaleCollector?.thumbnail(asked, of) ?? null,
          [session, id],
        ).catch(() => null),
      );
      const small = parseSmall(drawn);
      if (small) {
        const { image, ...facts } = small;
        return { ...facts, image: await (await fetch(image)).blob() };
      }
      const { url, frameUrl } = one;
      const deps = { fetch, mayAccess, isPrivate: readers.isPrivate };
      return url === undefined ? undefined : thumbnailAt(url, frameUrl, deps);
    },

    async origin(id) {
      const one = frames.of(id);
      if (!one) return undefined;
      const { url, captureKey } = one;
      const isOutside = url !== undefined && !/^blob:/i.test(url);
      if (isOutside && captureKey === undefined) return { origin: originOf(one, url) };
      const key = captureKey ?? (await capture(one));
      const run: RunInFrame = (func, args) => runInFrame(placeOf(one), func, args);
      const file = key && (await readers.readCaptured(run, key));
      return file ? { file } : undefined;
    },

    async stop() {
      const each = frames.ids.map((frameId) =>
        runInFrame(
          { tabId, frameId },
          (id: string) => (globalThis as World).upscaleCollector?.stop(id),
          [session],
        ).catch(() => undefined),
      );
      await withTimeout(ANSWER_MS, [], Promise.all(each));
    },
  };

  /** Keeps the pixels of a picture whose bytes nobody needed so far. @returns their key */
  async function capture(one: FramePicture): Promise<string | undefined> {
    const key: unknown = await withTimeout(
      CAPTURE_MS,
      null,
      runInFrame(
        placeOf(one),
        (asked: string, of: string) =>
          (globalThis as World).upscaleCollector?.capture(asked, of) ?? null,
        [session, one.id],
      ).catch(() => null),
    );
    return typeof key === 'string' && key.length <= 40 ? key : undefined;
  }
}

/** Injected. */
function ask(request: CollectRequest): CollectAnswer | 'replaced' | null {
  return (globalThis as World).upscaleCollector?.update(request) ?? null;
}

/** What a job needs to fetch a picture later. */
function originOf(one: FramePicture, url: string): PageOrigin {
  const { tabId, frameId, frameUrl, pageUrl, pageTitle } = one;
  const { how, originals, referrerPolicy, width, height }: Collected = one;
  return {
    kind: 'page',
    url,
    ...(!MERELY_NAMED.has(how) && { isShown: true as const }),
    originals,
    ...(width && height && { size: { width, height } }),
    ...(referrerPolicy && { referrerPolicy }),
    tabId,
    frameId,
    frameUrl: frameUrl.slice(0, MAX_ADDRESS),
    pageUrl: pageUrl.slice(0, MAX_ADDRESS),
    pageTitle: pageTitle.slice(0, MAX_TITLE),
  };
}
