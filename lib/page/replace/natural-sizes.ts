import { Measure } from '../collect/measure';
import { splitTop } from '../find/css-value';
import { isHtml } from '../find/dom';
import type { Place } from './places';
import { isPlain, type Showing } from './showing';
import { computedValue, filesOf, isStyled, type StyledKind } from './styled';
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

  /** @param address one of those shown. @returns undefined where the size does not matter */
  of({ element, kind }: Place, address: string, now: Showing): Size | undefined | 'unknown' {
    if (kind === 'img' && isHtml(element, 'img')) return this.ofImage(element, address, now);
    if (!isStyled(kind) || !hasOwnSize(element, kind, address)) return undefined;
    const known = this.known.get(address);
    if (known) return known;
    this.measure.ask(address, (width, height) => {
      this.remember(address, { width, height });
      this.onSize();
    });
    return 'unknown';
  }

  stop(): void {
    this.measure.stop();
  }

  private ofImage(image: HTMLImageElement, address: string, now: Showing): Size | 'unknown' {
    if (!now.isLoaded) return this.known.get(address) ?? 'unknown';
    const { naturalWidth: width, naturalHeight: height } = image;
    // Otherwise the page says how dense the file is, and may say so differently elsewhere.
    if (isPlain(image)) this.remember(address, { width, height });
    return { width, height };
  }

  private remember(address: string, size: Size): void {
    if (this.known.size < MAX_SIZES) this.known.set(address, size);
  }
}

/** Whether a picture is as large as its file says. */
function hasOwnSize(element: Element, kind: StyledKind, address: string): boolean {
  const style = getComputedStyle(element);
  switch (kind) {
    case 'content':
    case 'list-style-image':
      return true;
    case 'border-image-source':
      return /auto/.test(style.borderImageWidth);
    default: {
      const isMask = kind === 'mask-image';
      const sizes = splitTop(isMask ? style.getPropertyValue('mask-size') : style.backgroundSize);
      return filesOf(computedValue(element, kind))
        .filter((file) => file.address === address)
        .some(({ at }) => /^auto(?: auto)?$/.test(sizes[at % sizes.length] ?? 'auto'));
    }
  }
}
