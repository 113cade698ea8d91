import { isIcon } from '../collect/icon';
import { inDocumentOrder } from '../collect/spots';
import { attribute, boxOf, isConnected, isHtml } from '../find/dom';
import { overlap } from '../find/geometry';
import { imgSource } from '../find/img';
import { type Question, shortQuestion } from './answers';
import { REPLACE_MESSAGE, type ReplaceRequest, type ShownPicture } from './contract';
import type { PageResults } from './page-results';
import type { Place } from './places';
import { fullQuestion } from './question';

/** After so long without scrolling the person reads, ms. */
const STILL_MS = 400;
/** Smaller pictures are no pages to read, CSS px. */
const MIN_SIDE = 150;
/** Addresses that were asked for once are not asked for again; most of them. */
const MAX_ASKED = 5_000;
/** Between two tries of a message that did not get through, ms. */
const AGAIN_MS = 1_000;
/** After so many in a row, only the next scrolling asks again. */
const MAX_FAILURES = 5;

export interface ReadAheadOptions {
  results: PageResults;
  send(request: ReplaceRequest): Promise<unknown>;
}

/** Asks for the pictures that come next while the person reads. Only ever begun by a press. */
export class ReadAhead {
  private readonly asked = new Set<string>();
  private leave: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ahead = 0;
  private failures = 0;

  constructor(private readonly options: ReadAheadOptions) {}

  /** @param ahead pictures after those on the screen */
  start(ahead: number): void {
    this.ahead = ahead;
    if (this.leave) return;
    this.leave = new AbortController();
    const listen = { capture: true, passive: true, signal: this.leave.signal };
    window.addEventListener('scroll', () => this.later(), listen);
    window.addEventListener('load', () => this.later(), listen);
    this.later();
  }

  stop(): void {
    this.leave?.abort();
    this.leave = undefined;
    clearTimeout(this.timer);
    this.asked.clear();
  }

  private later(ms = STILL_MS): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), ms);
  }

  private async run(): Promise<void> {
    const next = this.next().filter(({ address }) => !this.asked.has(address));
    if (next.length === 0 || this.asked.size > MAX_ASKED) return;
    const pictures = next.map(({ question }, at): ShownPicture => ({ ...question, key: `${at}` }));
    const addresses = next.map(({ address }) => address);
    for (const address of addresses) this.asked.add(address);
    const { results, send } = this.options;
    const request = { type: REPLACE_MESSAGE, ask: 'ahead', pictures } as const;
    const isTaken = await send(request).catch(() => undefined);
    if (!this.leave) return;
    if (isTaken) {
      this.failures = 0;
      return results.askAgain(addresses);
    }
    // It did not get through: the background may be starting. The person may read on without scrolling.
    for (const address of addresses) this.asked.delete(address);
    this.failures += 1;
    if (this.failures < MAX_FAILURES) this.later(AGAIN_MS);
  }

  /** The pictures on the screen and those that follow, in reading order. */
  private next(): { address: string; question: Question }[] {
    const pages = new Map<Element, Place>();
    for (const place of this.options.results.all) {
      if (isPage(place)) pages.set(place.element, place);
    }
    const order = inDocumentOrder(document, new Set(pages.keys()));
    const first = order.findIndex(isOnScreen);
    if (first < 0) return [];
    const onScreen = order.slice(first).findLastIndex(isOnScreen) + 1;
    const found: { address: string; question: Question }[] = [];
    for (const element of order.slice(first, first + onScreen + this.ahead)) {
      const place = pages.get(element);
      const one = place && this.pageOf(place);
      if (one) found.push(one);
    }
    return found;
  }

  /** A picture that has no result and is not under way. */
  private pageOf(place: Place): { address: string; question: Question } | undefined {
    const { results } = this.options;
    const [shown] = results.addressesOf(place);
    const address = shown ?? lazyAddress(place.element);
    if (!address || place.done || results.answers.of(address)?.replacement) return undefined;
    const isLoaded = shown !== undefined && isComplete(place.element);
    const question = isLoaded ? fullQuestion(place, address) : shortQuestion(address);
    return question.url || question.small ? { address, question } : undefined;
  }
}

function isComplete(element: Element): boolean {
  return !isHtml(element, 'img') || (element.complete && element.naturalWidth > 0);
}

/** What a lazy loader will show at this place. */
function lazyAddress(element: Element): string | undefined {
  const source = isHtml(element, 'img') ? imgSource(element)[0] : undefined;
  return source?.how === 'lazy' ? source.url : undefined;
}

/** Whether a picture is large enough to be read, and laid out: what a page hides is not made. */
function isPage({ element, kind }: Place): boolean {
  if ((kind !== 'img' && kind !== 'canvas') || !isConnected(element)) return false;
  const { width, height } = boxOf(element);
  if (Math.min(width, height) < MIN_SIDE) return false;
  if (!Element.prototype.checkVisibility.call(element, { visibilityProperty: true })) return false;
  const names = ['class', 'id']
    .map((name) => attribute(element, name)?.slice(0, 80) ?? '')
    .join(' ');
  const shown = { shownWidth: width, shownHeight: height, isSprite: false, count: 1 };
  return !isIcon({ ...shown, how: 'img', width: 0, height: 0, names });
}

function isOnScreen(element: Element): boolean {
  const screen = { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight };
  const { width, height } = overlap(boxOf(element), screen);
  return width > 0 && height > 0;
}
