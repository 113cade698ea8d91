import {
  type Choice,
  chooseImage,
  closeFinders,
  findImage,
  frameUnderPointer,
  isImageAt,
  type NewQuestion,
  pickImage,
  sayHidden,
} from '@/lib/browser/tabs/finder';
import { runInFrame } from '@/lib/browser/tabs/inject';
import type { MenuClick, PointerClick } from '@/lib/browser/tabs/menus';
import type { PageMoment } from '@/lib/browser/tabs/questions';
import { withTimeout } from '@/lib/browser/tabs/with-timeout';
import type { BackgroundMessages } from '@/lib/i18n/background-messages';
import { nameFromUrl } from '@/lib/images/naming/name-from-url';
import type { Wish } from '@/lib/jobs/model/job';
import type { Candidate, Finding, How } from '@/lib/page/find/candidate';
import { watchPointer } from '@/lib/page/find/pointer';
import type { FindRequest } from '@/lib/page/finder';
import type { PageOrigin } from '@/lib/sources/origin';

export interface PageImagesDeps {
  /** Messages in the current language, once it is known. */
  words(): Promise<BackgroundMessages['finder']>;
  /** Starts a job. */
  upscale(origin: PageOrigin, name: string, wish: Wish): Promise<void>;
  /** Takes "Upscale image here" out of the menus where the browser sees no image. */
  hideEntry(): Promise<void>;
  uuid(): string;
  /** How long the background has run, ms. */
  sinceStart(): number;
}

/** Turns clicks, key commands and picks on a page into jobs. */
export interface PageImages {
  /** A right click on an image. The browser usually names its address. */
  clicked(click: MenuClick, wish: Wish): Promise<void>;
  /** "Upscale image here" in the menu, or the key command: finds the image, or lets the person choose. */
  underPointer(
    moment: PageMoment,
    asked: {
      how: 'menu' | 'command';
      request: FindRequest;
      wish: Promise<Wish>;
      /** Whether the entry was clicked that the settings can hide. */
      offersHiding?: boolean;
    },
  ): Promise<void>;
  /** Whether a click at this place would find something. @throws if the frame is out of reach */
  hasImage(click: PointerClick): Promise<boolean>;
  /** "Pick an image on this page". */
  pick(moment: PageMoment, wish: Wish): Promise<void>;
  /** The person chose an image on a page. */
  chosen(choice: Choice): Promise<void>;
}

/** What becomes of a click that finds nothing. */
interface Nothing {
  offersHiding: boolean;
}

/** Images that the page names but may not show: lazy loaders, links and cursors. */
const MERELY_NAMED: ReadonlySet<How> = new Set<How>(['lazy', 'link', 'cursor']);

/** Points (lib/page/find/rank.ts) by which another image must beat the one that the browser names. */
const OVERRULE = 150;
/** A background that runs for less was started for the click, and comes too late to see the pointer, ms. */
const LATE_MS = 1_000;
/** A frozen page never answers; large pages take a second or two, ms. */
const FIND_MS = 5_000;
const MAX_ADDRESS = 8_192;
const MAX_TITLE = 1_024;

export function createPageImages({
  words,
  upscale,
  hideEntry,
  uuid,
  sinceStart,
}: PageImagesDeps): PageImages {
  const asked = (moment: PageMoment, wish: Wish): NewQuestion => ({
    id: uuid(),
    moment: placeOf(moment),
    wish,
  });

  async function find(
    moment: PageMoment,
    how: 'menu' | 'command',
    request: FindRequest,
  ): Promise<Finding> {
    const isLate = how === 'menu' && sinceStart() < LATE_MS;
    const search = async () => {
      // First: the page forgets the pointer position within milliseconds.
      await runInFrame(moment, watchPointer, [how]);
      // An open chooser covers the image.
      await closeFinders(moment.tabId);
      const asked: FindRequest = { ...request, ...(isLate && { isLate }) };
      return findImage(moment, asked, moment.frameUrl);
    };
    const finding = await withTimeout(FIND_MS, undefined, search());
    if (!finding) throw new Error('The page does not answer.');
    return finding;
  }

  /** A key command names only the tab. The pointer may be in a frame that the page cannot read. */
  async function findInFrame(
    page: PageMoment,
  ): Promise<{ moment: PageMoment; finding: Finding } | undefined> {
    const frame = await frameUnderPointer(page.tabId);
    if (!frame) return undefined;
    const moment = { ...page, ...frame };
    const finding = await find(moment, 'command', {});
    return finding.candidates.length > 0 ? { moment, finding } : undefined;
  }

  function start(candidate: Candidate, moment: PageMoment, wish: Wish): Promise<void> {
    const url = addressOf(candidate);
    const name = nameFromUrl(candidate.url ?? '', candidate.alt || moment.pageTitle);
    const origin: PageOrigin = { kind: 'page', ...placeOf(moment), url, ...knownOf(candidate) };
    return upscale(origin, name, wish);
  }

  /** Creates a job that says that the page cannot be read. */
  function refuse(moment: PageMoment, wish: Wish): Promise<void> {
    const origin: PageOrigin = { kind: 'page', ...placeOf(moment), url: 'unreadable:' };
    return upscale(origin, nameFromUrl('', moment.pageTitle), wish);
  }

  /** Starts pick mode. @param nothing what to say and offer where the click found nothing */
  async function letPick(moment: PageMoment, wish: Wish, nothing?: Nothing): Promise<void> {
    const { nothing: hint, hideEntry: hiding, ...said } = await words();
    return pickImage(asked(moment, wish), {
      ...said,
      ...(nothing && { hint }),
      ...(nothing?.offersHiding && { hideEntry: hiding }),
    });
  }

  async function follow(
    finding: Finding,
    moment: PageMoment,
    wish: Wish,
    offersHiding = false,
  ): Promise<void> {
    if (finding.winner) return start(finding.winner, moment, wish);
    if (finding.candidates.length > 0) {
      return chooseImage(asked(moment, wish), finding.candidates, await words());
    }
    if (finding.frame) return onScreen(finding.frame.rect, moment, wish);
    return letPick(moment, wish, { offersHiding });
  }

  /** The content of a cross-origin frame cannot be read, but it can be captured from the screen. */
  function onScreen(
    rect: NonNullable<PageOrigin['rect']>,
    moment: PageMoment,
    wish: Wish,
  ): Promise<void> {
    const origin: PageOrigin = { kind: 'page', ...placeOf(moment), url: 'screen:', rect };
    return upscale(origin, nameFromUrl('', moment.pageTitle), wish);
  }

  const underPointer: PageImages['underPointer'] = async (
    moment,
    { how, request, wish, offersHiding },
  ) => {
    // The same keys also close the chooser: the page may swallow every other key.
    if (how === 'command' && (await closeFinders(moment.tabId))) return;
    const finding = await find(moment, how, request).catch(() => undefined);
    const isInFrame = how === 'command' && finding?.frame !== undefined && !finding.winner;
    const inside = isInFrame ? await findInFrame(moment).catch(() => undefined) : undefined;
    if (inside) await follow(inside.finding, inside.moment, await wish);
    else if (finding) await follow(finding, moment, await wish, offersHiding);
    else await refuse(moment, await wish);
  };

  return {
    async clicked({ imageUrl: url, ...moment }, wish) {
      if (url === undefined) {
        const chosen = Promise.resolve(wish);
        await underPointer(moment, { how: 'menu', request: requestOf(moment), wish: chosen });
        return;
      }
      const request = requestOf({ ...moment, srcUrl: url });
      const finding = await find(moment, 'menu', request).catch(() => undefined);
      const shown = finding?.candidates.find((candidate) => candidate.url === url);
      const winner = finding?.certainty === 'guess' ? undefined : finding?.winner;
      // The image that the browser names may be a placeholder or faded out. An SVG is neither: the
      // browser names the images in it, which the finder does not list.
      if (winner && winner.how !== 'svg' && winner.score - (shown?.score ?? 0) > OVERRULE) {
        await start(winner, moment, wish);
        return;
      }
      // The browser names what the page shows in place of the image. It is never sent while the image is known.
      const meant = finding?.candidates.filter(({ standIn }) => standIn === url) ?? [];
      const [only, another] = meant;
      // A guess has looked at a part of the page only, and another place may show the same.
      if (only && !another && !shown && finding?.certainty !== 'guess') {
        await start(only, moment, wish);
        return;
      }
      const others = finding?.candidates.filter((candidate) => candidate !== shown) ?? [];
      const isDoubtful = shown ? shown.isFaded : url.startsWith('data:') || meant.length > 0;
      if (finding && isDoubtful && others.length > 0) {
        // It is invisible or probably a placeholder, and the intended one is unclear: ask.
        await follow(finding, moment, wish);
        return;
      }
      const name = nameFromUrl(url, shown?.alt || moment.pageTitle);
      const address = shown?.captureKey ? addressOf(shown) : url;
      const known = shown && knownOf(shown);
      const origin = { kind: 'page', ...placeOf(moment), ...known, url: address } as const;
      // The browser says that this image was clicked, so it is shown, whatever the finder found.
      await upscale({ ...origin, isShown: true }, name, wish);
    },

    underPointer,

    async hasImage({ targetElementId, ...place }) {
      return targetElementId === undefined || isImageAt(place, targetElementId);
    },

    async pick(moment, wish) {
      await closeFinders(moment.tabId);
      await letPick(moment, wish).catch(() => refuse(moment, wish));
    },

    async chosen({ moment, wish, candidate, finding, hideEntry: isHiding }) {
      if (isHiding) {
        await hideEntry();
        await sayHidden(moment, await words());
      } else if (candidate) await start(candidate, moment, wish);
      else if (finding) await follow(finding, moment, wish);
    },
  };
}

/** What the browser says about the clicked element. */
export function requestOf({ srcUrl, linkUrl, targetElementId }: PointerClick): FindRequest {
  return {
    ...(srcUrl && { srcUrl }),
    ...(linkUrl && { linkUrl }),
    ...(targetElementId !== undefined && { targetElementId }),
  };
}

/** Truncates titles and addresses: a page can make them any length. */
function placeOf({ tabId, frameId, pageUrl, pageTitle, frameUrl }: PageMoment): PageMoment {
  return {
    tabId,
    frameId,
    pageUrl: pageUrl.slice(0, MAX_ADDRESS),
    pageTitle: pageTitle.slice(0, MAX_TITLE),
    frameUrl: frameUrl.slice(0, MAX_ADDRESS),
  };
}

/** What helps to fetch an image, besides its address. */
function knownOf({ how, rect, originals, referrerPolicy, width, height, alt }: Candidate) {
  return {
    rect,
    originals,
    ...(!MERELY_NAMED.has(how) && { isShown: true as const }),
    ...(width > 0 && height > 0 && { size: { width, height } }),
    ...(referrerPolicy && { referrerPolicy }),
    ...(alt && { alt }),
  };
}

/** The address under which lib/sources finds the bytes. */
function addressOf({ url, captureKey }: Candidate): string {
  if (captureKey) return `capture:${captureKey}`;
  return url ?? 'screen:';
}
