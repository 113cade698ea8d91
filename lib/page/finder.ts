import { capturePixels } from './capture/capture';
import type { Candidate, Finding, ShownBox } from './find/candidate';
import { deduce, fitsAt, fitsElement, isNamed, type PressFacts } from './find/deduce';
import { attribute, baseUri, queryAll } from './find/dom';
import { type Found, FRAME, findAt, listVisible } from './find/find';
import type { Point } from './find/geometry';
import { hitsOf, lastPress } from './find/last-press';
import { openShadowOf, takePointed } from './find/pointer';
import { isFirstPress, isTextSelected, pressedElement } from './find/pressed';
import { chooseImage } from './ui/chooser';
import { keepElement } from './ui/kept-elements';
import { isDelivered } from './ui/orphaned';
import { pickImage } from './ui/pick-mode';
import { type WordsData, wordsFrom } from './ui/words';

/** Where to find the image; every field is optional. */
export interface FindRequest {
  /** In the viewport of this frame, CSS px. */
  point?: Point;
  /** `info.targetElementId` of Firefox's menu click. */
  targetElementId?: number;
  /** `info.linkUrl`, `info.srcUrl` of the menu click: they identify the element where no point is known. */
  linkUrl?: string;
  srcUrl?: string;
  /** The background had to be started for the click, so the pointer may be on the menu entry by now. */
  isLate?: true;
}

/** The answer of the chooser or of pick mode, sent when the person chooses or cancels. */
export interface FinderMessage {
  type: 'finder-chose';
  requestId: string;
  /** Index in the shown list; absent if the person cancelled. */
  index?: number;
  /** Address of the chosen candidate; the background keeps only a digest of a long one. */
  address?: string;
  /** The finding of pick mode; absent if the person cancelled. */
  finding?: Finding;
  /** The person wants the menu entry hidden that led to pick mode. */
  hideEntry?: true;
}

/** The API in the isolated world of a frame. Every result is plain JSON. */
export interface Finder {
  version: number;
  find(request?: FindRequest): Promise<Finding>;
  /**
   * Whether an image can be found at an element. Reads no pixels, and closes nothing.
   * @param id Firefox's id of the element, while its menu is open
   */
  sees(id: number): boolean;
  /** Shows the chooser; the answer comes as a message. */
  choose(candidates: Candidate[], words: WordsData, requestId: string): true;
  /** Starts pick mode; the answer comes as a message. */
  pick(words: WordsData, requestId: string): true;
  /** Says that the menu entry is hidden now, and where it can be brought back. */
  sayHidden(words: WordsData): true;
  /** Closes the chooser or pick mode with this id. @returns whether it was open */
  close(requestId: string): boolean;
}

export const FINDER_VERSION = 3;

/** How far around the pointer to search for a guess, CSS px: about the size of a menu. */
const GUESS_REACH = 300;

export interface FinderDeps {
  /** Throws or rejects in an orphaned page. */
  send(message: FinderMessage): unknown;
  /** Shows that the choice could not be sent. */
  onOrphaned(words: WordsData): void;
  /** Shows that the page covered the chooser, which is closed now. */
  onCovered(words: WordsData): void;
  /** Shows that the menu entry is hidden now, and where it can be brought back. */
  onHidden(words: WordsData): void;
  /** Firefox's `menus.getTargetElement`. */
  targetElement?(id: number): Element | null | undefined;
}

export function createFinder(deps: FinderDeps): Finder {
  const { send, onOrphaned, onCovered, onHidden, targetElement } = deps;
  let elements: ReadonlyMap<string, Element> = new Map();
  let open: { requestId: string; leave: AbortController } | undefined;

  async function finish(found: Found): Promise<Finding> {
    elements = found.elements;
    return withKeys(await capturePixels(found.finding, found.elements), found.elements);
  }

  function start(requestId: string): AbortSignal {
    const leave = new AbortController();
    open?.leave.abort();
    open = { requestId, leave };
    return leave.signal;
  }

  function end(requestId: string): boolean {
    if (open?.requestId !== requestId) return false;
    open.leave.abort();
    open = undefined;
    return true;
  }

  async function tell(message: FinderMessage, words: WordsData): Promise<void> {
    const isChoice = [message.index, message.finding, message.hideEntry].some(
      (part) => part !== undefined,
    );
    // After a cancel the person expects nothing.
    if (!(await isDelivered(() => send(message))) && isChoice) onOrphaned(words);
  }

  return {
    version: FINDER_VERSION,

    async find(request = {}) {
      // An open chooser would cover the image.
      if (open) end(open.requestId);
      return finish(await locate(request, targetElement));
    },

    sees(id) {
      const element = targetElement?.(id);
      if (!element) return true;
      const { finding } = findAt(undefined, { openShadow: openShadowOf, element });
      return finding.candidates.length > 0 || finding.frame !== undefined;
    },

    choose(candidates, words, requestId) {
      const signal = start(requestId);
      chooseImage(candidates, wordsFrom(words), {
        elements,
        signal,
        onCovered: () => onCovered(words),
      })
        .catch(() => undefined)
        .then((chosen) => {
          end(requestId);
          const answer = chosen && {
            index: candidates.findIndex(({ id }) => id === chosen.id),
            ...(chosen.url?.startsWith('data:') && { address: chosen.url }),
          };
          return tell({ type: 'finder-chose', requestId, ...answer }, words);
        });
      return true;
    },

    pick(words, requestId) {
      const signal = start(requestId);
      pickImage(wordsFrom(words), {
        openShadow: openShadowOf,
        signal,
        onCovered: () => onCovered(words),
      })
        .then(async (picked) => {
          if (picked === 'hide-entry') return { hideEntry: true } as const;
          return picked && { finding: await finish(picked) };
        })
        .catch(() => undefined)
        .then((answer) => {
          end(requestId);
          return tell({ type: 'finder-chose', requestId, ...answer }, words);
        });
      return true;
    },

    sayHidden(words) {
      onHidden(words);
      return true;
    },

    close: end,
  };
}

/** Adds keys by which the background measures the elements again for a capture of the screen. */
function withKeys(finding: Finding, elements: ReadonlyMap<string, Element>): Finding {
  const keyed = (rect: ShownBox, id: string): ShownBox => {
    const element = elements.get(id);
    return element ? { ...rect, elementKey: keepElement(element) } : rect;
  };
  const { frame, winner } = finding;
  const candidates = finding.candidates.map((each) => ({
    ...each,
    rect: keyed(each.rect, each.id),
  }));
  const best = winner && (candidates.find(({ id }) => id === winner.id) ?? winner);
  return {
    ...finding,
    candidates,
    ...(best && { winner: best }),
    ...(frame && { frame: { ...frame, rect: keyed(frame.rect, FRAME) } }),
  };
}

/** Follows the rule in pointer.ts. Firefox reports the element itself. */
async function locate(
  { point, targetElementId, linkUrl, srcUrl, isLate }: FindRequest,
  targetElement: FinderDeps['targetElement'],
): Promise<Found> {
  const openShadow = openShadowOf;
  const pointed = await takePointed();
  if (point) return findAt(point, { openShadow });
  const target = targetElementId === undefined ? undefined : targetElement?.(targetElementId);
  if (target) return findAt(undefined, { openShadow, element: target });
  const facts = pointed.isMenu ? pressFacts(linkUrl, srcUrl) : undefined;
  const { certainty, element, point: seen } = pointed;
  const remembered = facts && findPressed(facts);
  if (remembered) return remembered;
  if (!isLate && certainty === 'point' && seen && (!facts || fitsAt(seen, facts, openShadow))) {
    return findAt(seen, { openShadow });
  }
  if (!isLate && certainty === 'element' && element && (!facts || fitsElement(element, facts))) {
    return findAt(undefined, { openShadow, element });
  }
  const deduced =
    facts &&
    deduce(listVisible({ openShadow, hasDoubles: true }), facts, openShadow, (at) =>
      findAt(at, { openShadow }),
    );
  if (deduced?.finding.winner) return deduced;
  const named = elementNamed(linkUrl, srcUrl);
  if (named && (!facts || !deduced)) return findAt(undefined, { openShadow, element: named });
  if (deduced) return deduced;
  const around = { openShadow, certainty: 'guess', reach: GUESS_REACH } as const;
  if (element) return findAt(undefined, { ...around, element });
  return findAt(seen ?? middle(), around);
}

/** The image where this frame remembers the press, if the menu names the same there. */
function findPressed(facts: PressFacts): Found | undefined {
  const press = lastPress();
  if (!press) return undefined;
  const { hits, hasMoved } = hitsOf(press);
  if (!isNamed(hits, facts)) return undefined;
  const openShadow = openShadowOf;
  if (hasMoved) return findAt(undefined, { openShadow, element: press.element });
  return findAt(press.point, { openShadow });
}

function pressFacts(linkUrl?: string, srcUrl?: string): PressFacts {
  const pressed = pressedElement(document, openShadowOf);
  const isCaretUnknown = isTextSelected(document);
  return { linkUrl, srcUrl, pressed, isCaretUnknown, isFirstPress: isFirstPress() };
}

/** The element with the address from the menu, if there is exactly one. */
function elementNamed(linkUrl?: string, srcUrl?: string): Element | undefined {
  const [tags, name, wanted] = srcUrl
    ? (['img, video, source', 'src', srcUrl] as const)
    : (['a, area', 'href', linkUrl] as const);
  if (!wanted) return undefined;
  const found = queryAll(document, tags).filter((element) => {
    const address = attribute(element, name);
    return address !== null && URL.parse(address, baseUri(document))?.href === wanted;
  });
  return found.length === 1 ? found[0] : undefined;
}

function middle(): Point {
  return { x: window.innerWidth / 2, y: window.innerHeight / 2 };
}
