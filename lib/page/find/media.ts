import type { Source } from './candidate';
import { attribute, baseUri } from './dom';
import { linkTarget } from './link-target';
import { imageUrl } from './urls';

/** A `<canvas>` has only pixels; capture.ts captures them. */
export function canvasSource(element: HTMLCanvasElement): Source[] {
  const { width, height } = element;
  if (width <= 2 || height <= 2) return [];
  const target = linkTarget(element);
  const originals = target ? [target] : [];
  return [{ how: 'canvas', element, width, height, originals, isPixels: true }];
}

/** The current frame of a `<video>`, and its poster. */
export function videoSources(element: HTMLVideoElement): Source[] {
  const { videoWidth: width, videoHeight: height } = element;
  const found: Source[] = [];
  // HAVE_CURRENT_DATA: a frame is available.
  if (element.readyState >= 2 && width > 0) {
    found.push({ how: 'video', element, width, height, originals: [], isPixels: true });
  }
  const url = imageUrl(attribute(element, 'poster'), baseUri(element));
  if (url) found.push({ how: 'poster', element, url, width: 0, height: 0, originals: [] });
  return found;
}

/** Whether the poster is visible. */
export function showsPoster(element: HTMLVideoElement): boolean {
  return element.paused && element.currentTime === 0 && attribute(element, 'poster') !== null;
}
