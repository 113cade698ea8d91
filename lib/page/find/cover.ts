import { attribute, boxOf, isHtml } from './dom';
import { area, type Box } from './geometry';

/** Share of the viewport that a backdrop covers at least. */
const WHOLE = 0.8;
/** A backdrop that lets more light through is decoration. */
const DIM = 0.3;

/** From this on an element hides what is behind it so surely that nothing there can be meant. */
export const SURE = 2;

/**
 * How much an element under the pointer hides what is behind it: 0 nothing, 1 an opaque colour, a background image that
 * fills it or the backdrop of a lightbox, `SURE` an element of the top layer, a box that calls itself modal, or
 * an opaque box that fills the view.
 */
export function coverOf(element: Element, viewport: Pick<Box, 'width' | 'height'>): number {
  const style = getComputedStyle(element);
  if (Number(style.opacity) < 1 || style.mixBlendMode !== 'normal') return 0;
  if (isOnTop(element)) return SURE;
  const alpha = alphaOf(style.backgroundColor);
  const isWhole = () => area(boxOf(element)) >= WHOLE * area(viewport);
  const isBackdrop = style.position === 'fixed' && alpha >= DIM && isWhole();
  if (isBackdrop && alpha === 1) return SURE;
  return alpha === 1 || isBackdrop || isFilled(style) ? 1 : 0;
}

/** Whether the page shows an element above all others, or says so. */
function isOnTop(element: Element): boolean {
  if (attribute(element, 'aria-modal') === 'true') return true;
  return [':modal', ':popover-open', ':fullscreen'].some((selector) => {
    try {
      // The root is fullscreen where the whole page is.
      return !isHtml(element, 'html') && Element.prototype.matches.call(element, selector);
    } catch {
      // Unknown in this browser.
      return false;
    }
  });
}

function isFilled({ backgroundImage, backgroundSize }: CSSStyleDeclaration): boolean {
  return /^url\(/.test(backgroundImage) && /^(?:cover|100% 100%)$/.test(backgroundSize);
}

/** Works for every colour space: browsers write an alpha only if it is not 1. */
function alphaOf(colour: string): number {
  if (colour === '' || colour === 'transparent') return 0;
  const alpha = /^rgba\(.*,\s*([\d.e-]+)\)$|\/\s*([\d.e-]+)\)$/.exec(colour.slice(0, 200));
  return alpha ? Number(alpha[1] ?? alpha[2]) : 1;
}
