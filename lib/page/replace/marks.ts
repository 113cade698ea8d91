import {
  boxOf,
  create,
  elementsAt,
  isConnected,
  type Root,
  rootOf,
  visibilityState,
  withAncestors,
} from '../find/dom';
import { type Box, overlap } from '../find/geometry';
import { isOurs } from '../find/top-layer';
import type { Pending, ReplaceWords } from './contract';
import { LimitedOverlay } from './limited-overlay';
import { MARKS_STYLE } from './marks-style';

/** Why a picture shows no result. */
type Reason = Pending['state'] | 'impossible';

/** What a mark says: that a result is shown, or why there is none. */
export type Mark = 'done' | Reason;

/** Smaller pictures bear no mark, CSS px. */
const MIN_SIDE = 64;
/** From the edges of the picture, CSS px. */
const INSET = 6;
/** A page stands still after so long without scrolling, ms. */
const STILL_MS = 150;
/** Between two looks at what the page has moved, ms. */
const FOLLOW_MS = 600;
/** How often a page may take the overlay away. */
const MAX_OPENED = 5;
/** How long a sentence stays, ms. */
const SAID_MS = 12_000;
const SIGNS: Record<Reason, string> = {
  working: '…',
  waiting: '‖',
  limit: '–',
  failed: '!',
  impossible: '×',
};

export interface MarksOptions {
  words(): ReplaceWords;
  /** For tests, which have no access to a closed root. */
  onOpen?: (root: ShadowRoot) => void;
}

/** Marks above pictures, in an overlay of their own: nothing is added to the page's tree of elements. */
export class Marks {
  private wanted: ReadonlyMap<Element, Mark> = new Map();
  private readonly shown = new Map<Element, { mark: Mark; node: HTMLElement }>();
  private readonly overlay: LimitedOverlay;
  private readonly layer = create('div');
  private readonly said = create('div');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saying: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: MarksOptions) {
    this.layer.className = 'base marks';
    this.said.className = 'base said';
    this.said.setAttribute('role', 'status');
    this.overlay = new LimitedOverlay({
      css: MARKS_STYLE,
      most: MAX_OPENED,
      fill: (root, signal) => this.fill(root, signal),
      onRemoved: () => this.shut(),
      onOpen: options.onOpen,
    });
  }

  /** @param wanted by picture; a picture that is not on the screen shows none */
  set(wanted: ReadonlyMap<Element, Mark>): void {
    this.wanted = wanted;
    this.layer.lang = this.options.words().language;
    if (wanted.size === 0) this.close();
    else if (this.overlay.open()) this.follow(0);
  }

  /** Says a sentence at the lower edge. */
  say(sentence: string): void {
    if (!this.overlay.open()) return;
    this.said.lang = this.options.words().language;
    // A live region must exist before its text changes.
    setTimeout(() => {
      this.said.textContent = sentence;
    }, 60);
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      this.said.textContent = '';
      this.close();
    }, SAID_MS);
  }

  stop(): void {
    clearTimeout(this.saying);
    this.said.textContent = '';
    this.wanted = new Map();
    this.close();
  }

  private fill(root: ShadowRoot, signal: AbortSignal): void {
    root.append(this.layer, this.said);
    const listen = { capture: true, passive: true, signal };
    for (const type of ['scroll', 'resize'] as const) {
      window.addEventListener(type, () => this.moved(), listen);
    }
  }

  private close(): void {
    if (this.wanted.size === 0 && this.said.textContent === '') this.shut();
  }

  private shut(): void {
    clearTimeout(this.timer);
    this.overlay.shut();
    for (const { node } of this.shown.values()) node.remove();
    this.shown.clear();
  }

  private moved(): void {
    this.layer.classList.add('away');
    this.follow(STILL_MS);
  }

  private follow(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.place(), ms);
  }

  /** Puts every mark where its picture is. All are measured before the first is moved. */
  private place(): void {
    if (visibilityState(document) === 'visible') {
      const corners = [...this.wanted].flatMap(([element, mark]) => {
        const corner = cornerOf(element);
        return corner ? [{ element, mark, corner }] : [];
      });
      const present = new Set(corners.map(({ element }) => element));
      for (const [element, { mark, node }] of this.shown) {
        if (present.has(element) && this.wanted.get(element) === mark) continue;
        node.remove();
        this.shown.delete(element);
      }
      for (const { element, mark, corner } of corners) {
        const { node } = this.shown.get(element) ?? this.add(element, mark);
        node.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
      }
      this.layer.classList.remove('away');
    }
    this.follow(FOLLOW_MS);
  }

  private add(element: Element, mark: Mark): { mark: Mark; node: HTMLElement } {
    const node = mark === 'done' ? doneMark() : reasonMark(mark, this.options.words());
    const shown = { mark, node };
    this.shown.set(element, shown);
    this.layer.append(node);
    return shown;
  }
}

/** It tells nothing that somebody who does not see the picture would need. */
function doneMark(): HTMLElement {
  const node = create('div');
  node.className = 'mark done';
  node.setAttribute('aria-hidden', 'true');
  return node;
}

function reasonMark(why: Reason, words: ReplaceWords): HTMLElement {
  const said = why === 'impossible' ? words.impossible : words.pending[why];
  const node = create('button');
  node.type = 'button';
  node.className = 'mark';
  node.setAttribute('aria-label', said);
  const reason = create('span');
  reason.className = 'reason';
  reason.textContent = said;
  node.append(SIGNS[why], reason);
  return node;
}

/** Where the mark of a picture begins, CSS px in the viewport; undefined if its corner cannot be seen. */
function cornerOf(element: Element): { x: number; y: number } | undefined {
  if (!isConnected(element)) return undefined;
  const box = boxOf(element);
  if (Math.min(box.width, box.height) < MIN_SIDE) return undefined;
  const seen = seenPart(element, box);
  if (Math.min(seen.width, seen.height) < MIN_SIDE / 2) return undefined;
  const isRightToLeft = getComputedStyle(element).direction === 'rtl';
  const x = isRightToLeft ? seen.x + INSET : seen.x + seen.width - INSET - 24;
  const y = seen.y + INSET;
  return isBelowFixed(element, x + 12, y + 12) ? undefined : { x, y };
}

function seenPart(element: Element, box: Box): Box {
  // Without the scroll bars.
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  let seen = overlap(box, { x: 0, y: 0, width, height });
  for (const around of withAncestors(element)) {
    if (around === element || getComputedStyle(around).overflow === 'visible') continue;
    if (around === document.documentElement || around === document.body) continue;
    seen = overlap(seen, boxOf(around));
  }
  return seen;
}

/** Whether something that stays on the screen, such as a header, covers a point of an element. */
function isBelowFixed(element: Element, x: number, y: number): boolean {
  const around = new Set(withAncestors(element));
  for (const hit of elementsAt(rootOf(element) as Root, x, y)) {
    if (hit === element) return false;
    if (isOurs(hit)) continue;
    for (const above of withAncestors(hit)) {
      if (around.has(above)) break;
      if (/^(?:fixed|sticky)$/.test(getComputedStyle(above).position)) return true;
    }
  }
  return false;
}
