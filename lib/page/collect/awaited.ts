import { attribute, boxOf, isHtml, queryAll } from '../find/dom';
import { area, overlap } from '../find/geometry';

/** What is smaller is no picture worth waiting for, CSS px. */
const MIN_SIDE = 64;
/** Most images of the document that are looked at. */
const MAX_LOOKED_AT = 2_000;

/**
 * Images on the screen whose picture has still to come: they are loading, or the page has given them no address yet.
 * A virtual list fetches its pictures while it is being scrolled, and forgets those that have left the screen.
 */
export function awaitedImages(of: Document): Element[] {
  const screen = { x: 0, y: 0, width: innerWidth, height: innerHeight };
  return queryAll(of, 'img')
    .slice(0, MAX_LOOKED_AT)
    .filter((image) => {
      if (!isHtml(image, 'img') || isThere(image)) return false;
      const box = boxOf(image);
      const isLarge = Math.max(box.width, box.height) >= MIN_SIDE;
      return isLarge && area(overlap(box, screen)) > 0;
    });
}

function isThere(image: HTMLImageElement): boolean {
  const hasAddress = attribute(image, 'src') || attribute(image, 'srcset') || image.currentSrc;
  return image.complete && Boolean(hasAddress);
}
