import {
  type Asked,
  type Choice,
  chooseImage,
  closeFinders,
  findImage,
  frameUnderPointer,
  pickImage,
} from '@/lib/browser/tabs/finder';
import { runInFrame } from '@/lib/browser/tabs/inject';
import type { MenuClick, PointerClick } from '@/lib/browser/tabs/menus';
import type { PageMoment } from '@/lib/browser/tabs/questions';
import { within } from '@/lib/browser/tabs/within';
import type { BackgroundMessages } from '@/lib/i18n/background-messages';
import { nameFromUrl } from '@/lib/images/naming/name-from-url';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Candidate, Finding, How } from '@/lib/page/find/candidate';
import { watchPointer } from '@/lib/page/find/pointer';
import type { FindRequest } from '@/lib/page/finder';
import type { PageOrigin } from '@/lib/sources/origin';

export interface PageImagesDeps {
  /** In the language of the moment. */
  words(): BackgroundMessages['finder'];
  /** Starts a job. */
  upscale(origin: PageOrigin, name: string, target: Target): Promise<void>;
  uuid(): string;
}

/** From a click, a key or a pick on a page to jobs. */
export interface PageImages {
  /** A plain right click on an image, whose address the browser has most likely told. */
  clicked(click: MenuClick, target: Target): Promise<void>;
  /** "Upscale image under pointer", by menu or key: find it, or let the person choose. */
  underPointer(
    moment: PageMoment,
    asked: { how: 'menu' | 'command'; request: FindRequest; target: Promise<Target> },
  ): Promise<void>;
  /** "Pick an image on this page". */
  pick(moment: PageMoment, target: Target): Promise<void>;
  /** A choice was made on a page. */
  chosen(choice: Choice): Promise<void>;
}

/** What the page names without showing it: lazy loaders, links, and pictures under no pointer yet. */
const MERELY_NAMED: ReadonlySet<How> = new Set<How>(['lazy', 'link', 'cursor']);

/** Points (lib/page/find/rank.ts) by which another picture must be ahead of the one the browser names. */
const OVERRULE = 150;
/** A page that is frozen never answers; large ones take a second or two, ms. */
const FIND_MS = 5_000;
const MAX_ADDRESS = 8_192;
const MAX_TITLE = 1_024;

export function createPageImages({ words, upscale, uuid }: PageImagesDeps): PageImages {
  const asked = (moment: PageMoment, target: Target): Asked => ({
    id: uuid(),
    moment: placeOf(moment),
    target,
  });

  async function find(
    moment: PageMoment,
    how: 'menu' | 'command',
    request: FindRequest,
  ): Promise<Finding> {
    const search = async () => {
      // Before anything else: where the pointer was is forgotten within milliseconds.
      await runInFrame(moment, watchPointer, [how]);
      // What is open lies over what is looked for.
      await closeFinders(moment.tabId);
      return findImage(moment, request, moment.frameUrl);
    };
    const finding = await within(FIND_MS, undefined, search());
    if (!finding) throw new Error('The page does not answer.');
    return finding;
  }

  /** The keys are told of the tab only; the pointer may be in a frame that the page cannot look into. */
  async function findInFrame(
    page: PageMoment,
  ): Promise<{ moment: PageMoment; finding: Finding } | undefined> {
    const frame = await frameUnderPointer(page.tabId);
    if (!frame) return undefined;
    const moment = { ...page, ...frame };
    const finding = await find(moment, 'command', {});
    return finding.candidates.length > 0 ? { moment, finding } : undefined;
  }

  function start(candidate: Candidate, moment: PageMoment, target: Target): Promise<void> {
    const url = addressOf(candidate);
    const name = nameFromUrl(candidate.url ?? '', candidate.alt || moment.pageTitle);
    const origin: PageOrigin = { kind: 'page', ...placeOf(moment), url, ...knownOf(candidate) };
    return upscale(origin, name, target);
  }

  /** A page that cannot be looked into becomes a row that says so. */
  function refuse(moment: PageMoment, target: Target): Promise<void> {
    const origin: PageOrigin = { kind: 'page', ...placeOf(moment), url: 'unreadable:' };
    return upscale(origin, nameFromUrl('', moment.pageTitle), target);
  }

  async function follow(finding: Finding, moment: PageMoment, target: Target): Promise<void> {
    if (finding.winner) return start(finding.winner, moment, target);
    if (finding.candidates.length > 0) {
      return chooseImage(asked(moment, target), finding.candidates, words());
    }
    if (finding.frame) return onScreen(finding.frame.rect, moment, target);
    return pickImage(asked(moment, target), { ...words(), hint: words().nothing });
  }

  /** Inside a frame of another site nothing can be read, but the screen shows it. */
  function onScreen(
    rect: NonNullable<PageOrigin['rect']>,
    moment: PageMoment,
    target: Target,
  ): Promise<void> {
    const origin: PageOrigin = { kind: 'page', ...placeOf(moment), url: 'screen:', rect };
    return upscale(origin, nameFromUrl('', moment.pageTitle), target);
  }

  const underPointer: PageImages['underPointer'] = async (moment, { how, request, target }) => {
    // The same keys once more: a page may have taken every other way to leave.
    if (how === 'command' && (await closeFinders(moment.tabId))) return;
    const finding = await find(moment, how, request).catch(() => undefined);
    const isInFrame = how === 'command' && finding?.frame !== undefined && !finding.winner;
    const inside = isInFrame ? await findInFrame(moment).catch(() => undefined) : undefined;
    if (inside) await follow(inside.finding, inside.moment, await target);
    else if (finding) await follow(finding, moment, await target);
    else await refuse(moment, await target);
  };

  return {
    async clicked({ imageUrl: url, ...moment }, target) {
      if (url === undefined) {
        const chosen = Promise.resolve(target);
        await underPointer(moment, { how: 'menu', request: requestOf(moment), target: chosen });
        return;
      }
      const request = requestOf({ ...moment, srcUrl: url });
      const finding = await find(moment, 'menu', request).catch(() => undefined);
      const shown = finding?.candidates.find((candidate) => candidate.url === url);
      const winner = finding?.certainty === 'guess' ? undefined : finding?.winner;
      // What the browser calls the image may be a placeholder, or one that is faded out. A drawing
      // is neither: its images are named by the browser and missing from what is kept of it.
      if (winner && winner.how !== 'svg' && winner.score - (shown?.score ?? 0) > OVERRULE) {
        await start(winner, moment, target);
        return;
      }
      const others = finding?.candidates.filter((candidate) => candidate !== shown) ?? [];
      const isDoubtful = shown ? shown.isFaded : url.startsWith('data:');
      if (finding && isDoubtful && others.length > 0) {
        // Nobody sees it, or it is most likely a placeholder, and which other one is meant is not clear: ask.
        await follow(finding, moment, target);
        return;
      }
      const name = nameFromUrl(url, shown?.alt || moment.pageTitle);
      const address = shown?.captureKey ? addressOf(shown) : url;
      const known = shown && knownOf(shown);
      const origin = { kind: 'page', ...placeOf(moment), ...known, url: address } as const;
      // The browser itself calls it the image that was clicked, whatever the finder makes of it.
      await upscale({ ...origin, isShown: true }, name, target);
    },

    underPointer,

    async pick(moment, target) {
      await closeFinders(moment.tabId);
      await pickImage(asked(moment, target), words()).catch(() => refuse(moment, target));
    },

    async chosen({ moment, target, candidate, finding }) {
      if (candidate) await start(candidate, moment, target);
      else if (finding) await follow(finding, moment, target);
    },
  };
}

/** What the browser has said of the element that was clicked. */
export function requestOf({ srcUrl, linkUrl, targetElementId }: PointerClick): FindRequest {
  return {
    ...(srcUrl && { srcUrl }),
    ...(linkUrl && { linkUrl }),
    ...(targetElementId !== undefined && { targetElementId }),
  };
}

/** A page can give itself a title and addresses of any length. Rows hold a part of them. */
function placeOf({ tabId, frameId, pageUrl, pageTitle, frameUrl }: PageMoment): PageMoment {
  return {
    tabId,
    frameId,
    pageUrl: pageUrl.slice(0, MAX_ADDRESS),
    pageTitle: pageTitle.slice(0, MAX_TITLE),
    frameUrl: frameUrl.slice(0, MAX_ADDRESS),
  };
}

/** What helps to fetch an image, beside its address. */
function knownOf({ how, rect, originals, referrerPolicy, width, height }: Candidate) {
  return {
    rect,
    originals,
    ...(!MERELY_NAMED.has(how) && { isShown: true as const }),
    ...(width > 0 && height > 0 && { size: { width, height } }),
    ...(referrerPolicy && { referrerPolicy }),
  };
}

/** The address under which lib/sources finds the bytes. */
function addressOf({ url, captureKey }: Candidate): string {
  if (captureKey) return `capture:${captureKey}`;
  return url ?? 'screen:';
}
