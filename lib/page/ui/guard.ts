import { boxOf } from '../find/dom';
import { isForeignOnTop, isHit, isInTopLayer } from '../find/top-layer';
import { isVisible, type Overlay } from './overlay';

export interface GuardOptions {
  overlay: Overlay;
  /** The person must see this panel before their input counts. */
  panel: HTMLElement;
  /** Smallest readable width, CSS px. */
  minWidth: number;
  /** Puts the overlay on top of everything again. */
  raise(): void;
  /** Called if the page keeps covering the panel. */
  onCovered(): void;
  /** Called after `IDLE_MS` without input. */
  onIdle(): void;
  /** Stops the guard. */
  signal: AbortSignal;
}

/** Earlier input was meant for what the panel replaced, ms after it was drawn. */
const ARM_MS = 500;
/** How often the page is checked, ms. */
const TICK_MS = 100;
/** During a longer gap between checks the page may have shown and hidden anything, ms. */
const STALL_MS = 500;
/** First check after raising the overlay, ms: browsers report visibility with a delay. */
const REST_MS = 400;
const MAX_RAISES = 3;
/** Closes without input after this time, ms: a page can swallow Esc. */
const IDLE_MS = 60_000;
/** The shortest delay that Chromium accepts, ms. */
const VISIBILITY_DELAY_MS = 100;

/** Chromium's IntersectionObserver v2, which reports whether anything covers an element. */
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Decides whether input counts as the person's choice: only after the panel was visible for half a second,
 * and only while nothing of the page may cover it. This prevents clickjacking. If the page covers the panel,
 * the guard raises it, up to `MAX_RAISES` times; then it gives up and reports `onCovered`.
 */
export class Guard {
  private armedAt = Number.POSITIVE_INFINITY;
  private judgedFrom = 0;
  private lastTick = performance.now();
  private lastInput = performance.now();
  private raises = 0;
  private turn = 0;
  /** The key whose press counted. */
  private held: string | undefined;
  /** Whether the last press of the pointer counted; undefined without one. */
  private isPressGood: boolean | undefined;
  /** Whether the browser reports the panel as uncovered; undefined where it reports nothing. */
  private isClear: boolean | undefined;

  constructor(private readonly options: GuardOptions) {}

  /** Call it once the panel is in the page. */
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

  /** Call it for every trusted event. */
  noteInput(): void {
    this.lastInput = performance.now();
  }

  /** Call it when the pointer goes down. */
  notePress(event: MouseEvent): void {
    this.isPressGood = this.isGood(event, event);
  }

  /** Whether this click may choose something. A screen reader clicks without a press. */
  acceptsClick(event: MouseEvent): boolean {
    const isPressGood = this.isPressGood ?? true;
    this.isPressGood = undefined;
    return this.isGood(event, event) && isPressGood;
  }

  /** Call it when a key that chooses goes down. */
  noteKeyDown(event: KeyboardEvent): void {
    if (event.repeat) return;
    this.held = this.isGood(event) ? event.key : undefined;
  }

  /** Whether the release of this key may choose something. */
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

  /** Starts the wait at the first frame that shows the panel: a page may delay that frame. */
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
      // The page has no place for the overlay.
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
    // The page around this frame can cover it; only the browser detects that.
    if (window.top !== window && this.isClear === false) return true;
    return this.isClear !== true && isForeignOnTop(host, isThorough);
  }

  private watchVisibility(): void {
    const { panel, signal } = this.options;
    const seen = ([...entries]: VisibilityEntry[]) => {
      const wasClear = this.isClear;
      this.isClear = entries.at(-1)?.isVisible;
      // The panel was covered until now.
      if (wasClear === false && this.isClear) this.arm();
    };
    const options = { threshold: 1, trackVisibility: true, delay: VISIBILITY_DELAY_MS };
    const observer = new IntersectionObserver(seen, options);
    // Firefox ignores the option and would report everything as visible.
    if (!(observer as { trackVisibility?: boolean }).trackVisibility) return;
    observer.observe(panel);
    signal.addEventListener('abort', () => observer.disconnect());
  }
}
