import type { AskingFrame } from '@/lib/browser/replace/requests';
import { type ReplaceSite, replaceSites } from '@/lib/browser/replace/sites';
import { type ReplaceTab, replaceTabs } from '@/lib/browser/replace/tabs';
import type { Asker, ShownResults } from '@/lib/jobs/engine/shown-results';
import type { Job } from '@/lib/jobs/model/job';
import { placeOfImage } from '@/lib/jobs/model/lookup-keys';
import { sitePatternOf } from '@/lib/jobs/model/site-pattern';
import {
  type LookAnswer,
  PIECE_BYTES,
  type Piece,
  type ReplaceRequest,
  type ReplaceState,
  type ReplaceWords,
} from '@/lib/page/replace/contract';
import { toBase64 } from '@/lib/text/base64';
import { createReadAhead, type ReadAheadDeps } from './read-ahead';

/** What answering the replacers needs. */
export interface ReplaceDeps extends Omit<ReadAheadDeps, 'noteVisit' | 'tab' | 'site'> {
  results(): Promise<ShownResults>;
  words(): Promise<ReplaceWords>;
  mayAccess(pattern: string): Promise<boolean>;
  siteOf(url: string): string | undefined;
  /** Unix ms. */
  now(): number;
  /** Asks the person how much may be made ahead. */
  askForLimits(): Promise<void>;
  tellFrames(tabId: number, state: ReplaceState): Promise<void>;
  askAgain(tabId: number): Promise<void>;
}

/** Pages whose results changed at the same moment ask once, ms. */
const SOON_MS = 250;
/** The settings are not opened again before, ms: a page could press its own button. */
const ASK_AGAIN_MS = 10_000;

/** Answers the replacers in web pages (lib/page/replace), and tells them what is new. */
export interface Replace {
  /** @returns undefined if nothing is wanted in that frame */
  answer(
    request: ReplaceRequest,
    frame: AskingFrame,
  ): Promise<ReplaceState | LookAnswer | Piece | true | undefined>;
  /** Tells all replacers of a tab how things are. */
  tell(tabId: number): Promise<void>;
  /** A job has changed. Pages that may show its picture ask again. */
  changed(job: Job, before: Job | undefined): Promise<void>;
  /** A batch has changed, or another thing of that id. */
  batchChanged(id: string): Promise<void>;
}

export function createReplace(deps: ReplaceDeps): Replace {
  const readAhead = createReadAhead({
    ...deps,
    noteVisit,
    tab: replaceTabs.of,
    site: async (pattern) => (await replaceSites.read())[pattern],
  });
  /** Tabs that ask again soon. */
  const soon = new Map<number, ReturnType<typeof setTimeout>>();
  let askedAt = Number.NEGATIVE_INFINITY;

  /** A frame whose site is switched on, or whose tab shows what the person asked for. */
  async function known(frame: AskingFrame) {
    const pattern = sitePatternOf(frame.frameUrl);
    if (pattern === undefined) return undefined;
    const [sites, stored] = await Promise.all([replaceSites.read(), replaceTabs.of(frame.tabId)]);
    const on = sites[pattern];
    const site = on && (await deps.mayAccess(pattern)) ? on : undefined;
    const tab = stored && isStillOn(stored, frame, pattern) ? stored : undefined;
    return site || (tab && tab.asked.length > 0) ? { pattern, site, tab } : undefined;
  }

  /** Ids of tabs live longer than their pages. */
  function isStillOn(tab: ReplaceTab, { frameId, pageUrl }: AskingFrame, pattern: string): boolean {
    return (frameId === 0 ? pattern : (sitePatternOf(pageUrl) ?? pattern)) === tab.pattern;
  }

  async function stateOf(
    site: ReplaceSite | undefined,
    tab: ReplaceTab | undefined,
    isTop: boolean,
  ): Promise<ReplaceState> {
    const isShown = tab?.isShown ?? true;
    const progress = tab?.isPart ? 'part' : 'all';
    return {
      isShown,
      isMarked: site?.isMarked ?? true,
      ...(site &&
        isTop && {
          button: {
            state: isShown ? progress : 'off',
            isReading: tab?.isReading ?? false,
            ahead: site.limit > 0 ? site.ahead : 0,
          },
        }),
      words: await deps.words(),
    };
  }

  /** A load of a page ends the visit before, unless it is the same page. Nothing is made ahead until it is pressed. */
  function begun(tab: ReplaceTab | undefined, pattern: string, pageUrl: string): ReplaceTab {
    const kept = tab?.pattern === pattern ? tab : undefined;
    const { visit, isShown = true, asked = [] } = kept ?? {};
    const isSamePage = visit && pageUrl !== '' && visit.pageUrl === pageUrl;
    const of = { pattern, isShown, asked, isReading: false, isPart: false };
    return isSamePage ? { ...of, visit } : of;
  }

  function askerOf(
    { frameUrl }: AskingFrame,
    site: ReplaceSite | undefined,
    tab: ReplaceTab | undefined,
  ): Asker {
    const asked = new Set(tab?.asked);
    return { frameUrl, asked, isSiteOn: site !== undefined, batchId: tab?.visit?.batchId };
  }

  async function press(
    action: (ReplaceRequest & { ask: 'press' })['action'],
    frame: AskingFrame,
    pattern: string,
    site: ReplaceSite | undefined,
  ): Promise<void> {
    const change = (part: Partial<ReplaceTab>) =>
      replaceTabs.change(frame.tabId, (tab) => tab && { ...tab, ...part });
    if (action === 'show' || action === 'hide') {
      await change({ isShown: action === 'show' });
      return;
    }
    const tab = await replaceTabs.of(frame.tabId);
    // The button is in the page itself, and never in a frame of it.
    if (!site || frame.frameId !== 0 || tab?.pattern !== pattern) return;
    if (action === 'stop-ahead') {
      // A question that was asked before may have begun the batch of the visit since.
      const { visit } = (await change({ isReading: false })) ?? {};
      if (visit) await readAhead.stop(visit.batchId);
    } else if (site.ahead > 0 && site.limit > 0) {
      const { visit } = (await change({ isReading: true, isShown: true })) ?? {};
      if (visit) await readAhead.goOn(visit.batchId);
    } else if (deps.now() - askedAt >= ASK_AGAIN_MS) {
      askedAt = deps.now();
      await deps.askForLimits();
    }
  }

  async function look(
    pictures: (ReplaceRequest & { ask: 'look' })['pictures'],
    frame: AskingFrame,
    asker: Asker,
  ): Promise<LookAnswer> {
    const results = await deps.results();
    const answer = await results.look(pictures, asker);
    if (answer.replacements.length < pictures.length) await notePart(frame.tabId);
    return answer;
  }

  async function notePart(tabId: number): Promise<void> {
    const before = await replaceTabs.of(tabId);
    if (!before || before.isPart) return;
    await replaceTabs.change(tabId, (tab) => tab && { ...tab, isPart: true });
    await tell(tabId);
  }

  async function noteVisit(
    tabId: number,
    visit: NonNullable<ReplaceTab['visit']>,
  ): Promise<boolean> {
    const tab = await replaceTabs.change(tabId, (before) =>
      before?.isReading ? { ...before, visit } : before,
    );
    return tab?.isReading === true;
  }

  async function tell(tabId: number): Promise<void> {
    const tab = await replaceTabs.of(tabId);
    if (!tab) return;
    const site = (await replaceSites.read())[tab.pattern];
    await deps.tellFrames(tabId, await stateOf(site, tab, true));
  }

  function askSoon(tabId: number): void {
    if (soon.has(tabId)) return;
    const ask = async () => {
      soon.delete(tabId);
      await replaceTabs.change(tabId, (tab) => (tab?.isPart ? { ...tab, isPart: false } : tab));
      await tell(tabId);
      await deps.askAgain(tabId);
    };
    soon.set(
      tabId,
      setTimeout(() => void ask().catch(() => undefined), SOON_MS),
    );
  }

  return {
    async answer(request, frame) {
      const found = await known(frame);
      if (!found) return undefined;
      const { pattern, site } = found;
      const { tabId, frameId, pageUrl } = frame;
      let { tab } = found;
      const isTop = frameId === 0;
      switch (request.ask) {
        case 'start':
          if (isTop) {
            tab = await replaceTabs.change(tabId, (before) => begun(before, pattern, pageUrl));
          }
          return stateOf(site, tab, isTop);
        case 'look':
          return look(request.pictures, frame, askerOf(frame, site, tab));
        case 'piece': {
          const results = await deps.results();
          const bytes = await results.bytes(request.result, askerOf(frame, site, tab));
          return bytes && pieceOf(bytes, request.from);
        }
        case 'press':
          await press(request.action, frame, pattern, site);
          await tell(tabId);
          return stateOf(site, await replaceTabs.of(tabId), isTop);
        case 'ahead':
          // Only frames of the page's own host: the person allowed it for that host.
          if (site && tab?.isReading && tab.pattern === pattern) {
            await readAhead.read(request.pictures, frame, pattern, askerOf(frame, site, tab));
          }
          return true;
      }
    },

    tell,

    async changed(job, before) {
      const isNews = job.stage !== before?.stage && ['done', 'failed'].includes(job.stage);
      if (!isNews) return;
      const place = deps.siteOf(placeOfImage(job) ?? '');
      for (const [tabId, { pattern, visit, asked }] of await replaceTabs.all()) {
        const isOfSite = place !== undefined && deps.siteOf(pattern) === place;
        const isOfVisit = job.batch !== undefined && visit?.batchId === job.batch.id;
        if (isOfVisit || asked.includes(job.id) || (isOfSite && job.stage === 'done')) {
          askSoon(tabId);
        }
      }
    },

    async batchChanged(id) {
      for (const [tabId, { visit }] of await replaceTabs.all()) {
        if (visit?.batchId === id) askSoon(tabId);
      }
    },
  };
}

async function pieceOf(bytes: Blob, from: number): Promise<Piece> {
  const piece = await bytes.slice(from, from + PIECE_BYTES).arrayBuffer();
  return { data: toBase64(new Uint8Array(piece)), total: bytes.size };
}
