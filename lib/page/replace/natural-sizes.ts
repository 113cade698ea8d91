import { Measure } from '../collect/measure';
import { splitTop } from '../find/css-value';
import { isHtml } from '../find/dom';
import type { Place } from './places';
import { isPlain, type Showing, topLayer } from './showing';
import type { Size } from './swap';

/** Most sizes that are remembered. */
const MAX_SIZES = 5_000;

/** Sizes of the files of pictures, in CSS px: as large as a page without styles would show them. */
export class NaturalSizes {
  /** By address, so that a node that comes back need not wait for its file. */
  private readonly known = new Map<string, Size>();
  private readonly measure = new Measure();

  /** @param onSize called when a size that was unknown is known */
  constructor(private readonly onSize: () => void) {}

  /** @returns undefined where the size does not matter */
  of({ element, kind }: Place, now: Showing): Size | undefined | 'unknown' {
    if (isHtml(element, 'img')) return this.ofImage(element, now);
    if (kind !== 'background' || !hasOwnSize(element)) return undefined;
    const known = this.known.get(now.address);
    if (known) return known;
    this.measure.ask(now.address, (width, height) => {
      this.remember(now.address, { width, height });
      this.onSize();
    });
    return 'unknown';
  }

  stop(): void {
    this.measure.stop();
  }

  private ofImage(image: HTMLImageElement, now: Showing): Size | 'unknown' {
    if (!now.isLoaded) return this.known.get(now.address) ?? 'unknown';
    const { naturalWidth: width, naturalHeight: height } = image;
    // Otherwise the page says how dense the file is, and may say so differently elsewhere.
    if (isPlain(image)) this.remember(now.address, { width, height });
    return { width, height };
  }

  private remember(address: string, size: Size): void {
    if (this.known.size < MAX_SIZES) this.known.set(address, size);
  }
}

/** Whether a background is as large as its file says. */
function hasOwnSize(element: Element): boolean {
  const { backgroundImage, backgroundSize } = getComputedStyle(element);
  const sizes = splitTop(backgroundSize);
  const size = sizes[(topLayer(backgroundImage)?.at ?? 0) % sizes.length];
  return size === undefined || /^auto(?: auto)?$/.test(size);
}
