import { boxOf } from '../find/dom';
import { isForeignOnTop, isHit, isInTopLayer } from '../find/top-layer';
import { isVisible, type Overlay } from './overlay';

export interface GuardOptions {
  overlay: Overlay;
  /** What the person has to see before their input counts. */
  panel: HTMLElement;
  /** The least width at which it can be read, CSS px. */
  minWidth: number;
  /** Puts the overlay on top of everything once more. */
  raise(): void;
  /** The page keeps something above it. */
  onCovered(): void;
  /** Nobody has used it for a long time. */
  onIdle(): void;
  /** Ends it. */
  signal: AbortSignal;
}

/** Input so soon after something was drawn was meant for what was there before, ms. */
const ARM_MS = 500;
/** How often the page is looked at, ms. */
const TICK_MS = 100;
/** After such a gap the page may have shown and hidden anything, ms. */
const STALL_MS = 500;
/** A new place on top is judged after this time, ms: browsers tell with delay what can be seen. */
const REST_MS = 400;
const MAX_RAISES = 3;
/** Without any input, ms. A page can take Esc away, so nothing stays open for ever. */
const IDLE_MS = 60_000;
/** The shortest that Chromium accepts, ms. */
const VISIBILITY_DELAY_MS = 100;

/** Chromium's IntersectionObserver v2, which tells whether anything is drawn over an element. */
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Decides whether input counts as the person's choice: only while they have seen the panel for half a
 * second and nothing of the page may lie above it. A page that covers the panel once or twice is
 * covered in return; one that goes on gets no choice at all.
 */
export class Guard {
  private armedAt = Number.POSITIVE_INFINITY;
  private judgedFrom = 0;
  private lastTick = performance.now();
  private lastInput = performance.now();
  private raises = 0;
  private turn = 0;
  /** The key whose press was seen and counted. */
  private held: string | undefined;
  /** Whether the last press of the pointer counted; undefined where there was none. */
  private isPressGood: boolean | undefined;
  /** What the browser says of the panel; undefined where it says nothing. */
  private isClear: boolean | undefined;

  constructor(private readonly options: GuardOptions) {}

  /** Begins as soon as the panel is in the page. */
  start(): void {
    const { panel, signal } = this.options;
    this.arm();
    this.watchVisibility();
    const ticking = setInterval(() => this.tick(), TICK_MS);
    signal.addEventListener('abort', () => {
      clearInterval(ticking);
      delete panel.dataset.armed;
    });
  }

  /** Call for every trusted event of the person. */
  noteInput(): void {
    this.lastInput = performance.now();
  }

  /** Call when the pointer goes down. */
  notePress(event: MouseEvent): void {
    this.isPressGood = this.isGood(event, event);
  }

  /** Whether this click may choose something. A screen reader clicks without a press. */
  acceptsClick(event: MouseEvent): boolean {
    const isPressGood = this.isPressGood ?? true;
    this.isPressGood = undefined;
    return this.isGood(event, event) && isPressGood;
  }

  /** Call when a key that chooses goes down. */
  noteKeyDown(event: KeyboardEvent): void {
    if (event.repeat) return;
    this.held = this.isGood(event) ? event.key : undefined;
  }

  /** Whether letting go of this key may choose something. */
  acceptsKeyUp(event: KeyboardEvent): boolean {
    const isHeld = this.held === event.key;
    this.held = undefined;
    return isHeld && this.isGood(event);
  }

  private isGood({ timeStamp }: Event, point?: { clientX: number; clientY: number }): boolean {
    if (performance.now() - this.lastTick > STALL_MS) this.arm();
    if (this.isCovered(true, point)) {
      this.resist();
      return false;
    }
    return timeStamp >= this.armedAt;
  }

  private tick(): void {
    const now = performance.now();
    if (now - this.lastTick > STALL_MS) this.arm();
    this.lastTick = now;
    this.options.panel.toggleAttribute('data-armed', now >= this.armedAt);
    if (now - this.lastInput > IDLE_MS) this.options.onIdle();
    else if (now >= this.judgedFrom && this.isCovered(false)) this.resist();
  }

  /** Counts from the first frame that shows the panel: a page may hold that frame back. */
  private arm(): void {
    const turn = ++this.turn;
    this.armedAt = Number.POSITIVE_INFINITY;
    this.judgedFrom = performance.now() + REST_MS;
    this.held = undefined;
    this.options.panel.removeAttribute('data-armed');
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (turn === this.turn) this.armedAt = performance.now() + ARM_MS;
      }),
    );
  }

  private resist(): void {
    this.arm();
    this.raises += 1;
    const { raise, onCovered } = this.options;
    try {
      if (this.raises > MAX_RAISES) onCovered();
      else raise();
    } catch {
      // The page left no place to put it.
      onCovered();
    }
  }

  private isCovered(isThorough: boolean, point?: { clientX: number; clientY: number }): boolean {
    const { overlay, panel, minWidth } = this.options;
    const { host } = overlay;
    const box = boxOf(panel);
    if (!isVisible(host) || !isInTopLayer(host) || box.width < minWidth) return true;
    const { clientX, clientY } = point ?? {
      clientX: box.x + box.width / 2,
      clientY: box.y + box.height / 2,
    };
    if (!isHit(host, clientX, clientY)) return true;
    // A page around this frame can cover it with anything; only the browser sees that.
    if (window.top !== window && this.isClear === false) return true;
    return this.isClear !== true && isForeignOnTop(host, isThorough);
  }

  private watchVisibility(): void {
    const { panel, signal } = this.options;
    const seen = ([...entries]: VisibilityEntry[]) => {
      const wasClear = this.isClear;
      this.isClear = entries.at(-1)?.isVisible;
      // It was hidden until now.
      if (wasClear === false && this.isClear) this.arm();
    };
    const options = { threshold: 1, trackVisibility: true, delay: VISIBILITY_DELAY_MS };
    const observer = new IntersectionObserver(seen, options);
    // Firefox takes the option for none and would call everything visible.
    if (!(observer as { trackVisibility?: boolean }).trackVisibility) return;
    observer.observe(panel);
    signal.addEventListener('abort', () => observer.disconnect());
  }
}
