import { boxOf, isHtml, localName } from './dom';
import type { Box, Placement } from './geometry';

export interface InnerFrame extends Placement {
  /** Absent where the frame belongs to another origin. */
  document?: Document;
}

/** Placement of the viewport of a frame in the viewport of its parent document. */
export function frameOf(element: Element): InnerFrame | undefined {
  if (!isFrame(element)) return undefined;
  const box = boxOf(element);
  const { offsetWidth, offsetHeight, clientLeft, clientTop } = element;
  if (box.width === 0 || box.height === 0) return undefined;
  // A transform of the frame scales its content.
  const scaleX = offsetWidth ? box.width / offsetWidth : 1;
  const scaleY = offsetHeight ? box.height / offsetHeight : 1;
  const style = getComputedStyle(element);
  const left = clientLeft + (Number.parseFloat(style.paddingLeft) || 0);
  const top = clientTop + (Number.parseFloat(style.paddingTop) || 0);
  const at = { x: box.x + left * scaleX, y: box.y + top * scaleY, scaleX, scaleY };
  const document = documentOf(element);
  return document ? { ...at, document } : at;
}

/** A `<frame>` of a frame set has the same members. */
function isFrame(element: Element): element is HTMLIFrameElement {
  return isHtml(element, 'iframe') || localName(element) === 'frame';
}

function documentOf(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** Converts a box of the parent document to the viewport of the frame. */
export function within({ x, y, width, height }: Box, inner: Placement): Box {
  return {
    x: (x - inner.x) / inner.scaleX,
    y: (y - inner.y) / inner.scaleY,
    width: width / inner.scaleX,
    height: height / inner.scaleY,
  };
}
