import { type Overlay, openOverlay } from '../ui/overlay';

export interface LimitedOverlayOptions {
  css: string;
  /** How often it is opened: a page may take it away. */
  most: number;
  /** Fills it each time it opens. @param signal ends when it closes */
  fill(root: ShadowRoot, signal: AbortSignal): void;
  /** The page has taken it away, or a dialog around it has closed. */
  onRemoved(): void;
  /** For tests, which have no access to a closed root. */
  onOpen?: ((root: ShadowRoot) => void) | undefined;
}

/** An overlay that opens and closes, but not without end where a page takes it away each time. */
export class LimitedOverlay {
  private overlay: Overlay | undefined;
  private closing: AbortController | undefined;
  private opened = 0;

  constructor(private readonly options: LimitedOverlayOptions) {}

  /** While it is open. */
  get now(): Overlay | undefined {
    return this.overlay;
  }

  /** Opens it, if it is closed. @returns whether it is open */
  open(): boolean {
    if (this.overlay) return true;
    const { css, most, fill, onRemoved, onOpen } = this.options;
    if (this.opened >= most) return false;
    this.opened += 1;
    try {
      this.overlay = openOverlay(css, onRemoved);
    } catch {
      // The document has no place for it.
      return false;
    }
    this.closing = new AbortController();
    fill(this.overlay.root, this.closing.signal);
    onOpen?.(this.overlay.root);
    return true;
  }

  shut(): void {
    this.closing?.abort();
    this.overlay?.remove();
    this.overlay = undefined;
  }
}
