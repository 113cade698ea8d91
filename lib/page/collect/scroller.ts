import { boxOf, documentElement, queryAll, scrollingElement, visibilityState } from '../find/dom';
import { area } from '../find/geometry';
import { awaitedImages } from './awaited';

/** Part of the view by which one step scrolls. */
const STEP = 0.8;
const PACE: ScrollPace = { stepMs: 300, endMs: 2_500 };
/** Why scrolling ends where the page goes back to where it was. */
const BACK = 'back';
/** An endless feed ends here. */
const MAX_STEPS = 2_000;
const MAX_MS = 10 * 60_000;
/** How long a step waits for the images on the screen, ms, and how often it looks for them. */
const AWAIT_MS = 2_000;
const LOOK_MS = 50;
/** A hidden page draws no frame, ms. */
const FRAME_MS = 1_000;
/** A tab takes a moment to come to the front, ms. */
const UNSEEN_MS = 3_000;
/** What is smaller is not what a person scrolls, CSS px. */
const MIN_HEIGHT = 200;

/** In ms. */
export interface ScrollPace {
  /** Between two steps: lazy loaders and virtual lists need a moment. */
  stepMs: number;
  /** How long the end must stay the end. */
  endMs: number;
}

export interface ScrollState {
  isScrolling: boolean;
  /** The end was reached and nothing more came. */
  isAtEnd: boolean;
}

/** Scrolls a page to its end, step by step, and back to where it was. */
export class Scroller {
  readonly state: ScrollState = { isScrolling: false, isAtEnd: false };
  private leave: AbortController | undefined;
  /** Images that did not come in time: no step waits for them again. */
  private readonly givenUp = new WeakSet<Element>();

  /** @param isEnough whether no more pictures are wanted */
  constructor(
    private readonly isEnough: () => boolean,
    private readonly pace: ScrollPace = PACE,
  ) {}

  /** Begins; does nothing if the page cannot be scrolled. Ends by itself, or when the person takes over. */
  start(): void {
    const scroller = mainScroller(document);
    if (!scroller || this.leave) {
      this.state.isAtEnd ||= !scroller;
      return;
    }
    const leave = new AbortController();
    this.leave = leave;
    Object.assign(this.state, { isScrolling: true, isAtEnd: false });
    const top = scroller.scrollTop;
    const left = scroller.scrollLeft;
    const onPerson = ({ isTrusted }: Event): void => {
      // The person scrolls on from here.
      if (isTrusted) this.end(leave);
    };
    const options = { capture: true, passive: true, signal: leave.signal };
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
      EventTarget.prototype.addEventListener.call(window, type, onPerson, options);
    }
    const goBack = (): void => moveTo(scroller, top, left);
    void this.run(scroller, leave.signal, goBack).finally(() => this.end(leave));
  }

  /** Ends, and goes back to where the page was. */
  stop(): void {
    this.leave?.abort(BACK);
    this.leave = undefined;
    this.state.isScrolling = false;
  }

  private end(leave: AbortController): void {
    leave.abort();
    if (this.leave !== leave) return;
    this.leave = undefined;
    this.state.isScrolling = false;
  }

  private async run(scroller: Element, signal: AbortSignal, goBack: () => void): Promise<void> {
    const started = performance.now();
    let grown = started;
    let seen = started;
    let height = scroller.scrollHeight;
    moveTo(scroller, 0);
    for (let step = 0; step < MAX_STEPS; step += 1) {
      await pause(this.pace.stepMs);
      // The page hears of a step when its next frame is drawn. A busy page may be slower than the steps.
      await nextFrame();
      await this.untilThere(signal);
      if (signal.aborted) {
        if (signal.reason === BACK) goBack();
        return;
      }
      const now = performance.now();
      // Nothing is rendered, and so nothing is loaded, in a page that nobody sees.
      if (visibilityState(document) === 'hidden') {
        if (now - seen > UNSEEN_MS) break;
        continue;
      }
      seen = now;
      if (scroller.scrollHeight > height) {
        height = scroller.scrollHeight;
        grown = now;
      }
      const isBottom = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
      if (!isBottom) {
        grown = now;
        moveTo(scroller, scroller.scrollTop + Math.max(1, STEP * scroller.clientHeight));
      } else if (now - grown >= this.pace.endMs) {
        this.state.isAtEnd = true;
        break;
      }
      if (this.isEnough() || now - started > MAX_MS) break;
    }
    goBack();
  }

  /** Waits for the images on the screen, each once. */
  private async untilThere(signal: AbortSignal): Promise<void> {
    const until = performance.now() + AWAIT_MS;
    const awaited = () => awaitedImages(document).filter((image) => !this.givenUp.has(image));
    let missing = awaited();
    while (missing.length > 0 && performance.now() < until && !signal.aborted) {
      await pause(LOOK_MS);
      missing = awaited();
    }
    for (const image of missing) this.givenUp.add(image);
  }
}

function moveTo(scroller: Element, top: number, left: number = scroller.scrollLeft): void {
  Reflect.apply(Element.prototype.scrollTo, scroller, [{ top, left, behavior: 'instant' }]);
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What scrolls the page: the page itself, or its largest scroll container. */
function mainScroller(of: Document): Element | undefined {
  const root = scrollingElement(of) ?? documentElement(of);
  if (root && isScrollable(root)) return root;
  const found = queryAll(of, 'body, main, section, article, div, ul, ol')
    .slice(0, 20_000)
    .filter((element) => isScrollable(element) && isScrolled(element));
  const [largest] = found.sort((a, b) => area(boxOf(b)) - area(boxOf(a)));
  return largest;
}

function isScrollable({ scrollHeight, clientHeight }: Element): boolean {
  return clientHeight >= MIN_HEIGHT && scrollHeight > clientHeight + 2;
}

function isScrolled(element: Element): boolean {
  return /auto|scroll|overlay/.test(getComputedStyle(element).overflowY);
}
