import type { Candidate } from '../find/candidate';
import { create, isHtml } from '../find/dom';

const WIDTH = 144;
const HEIGHT = 108;

/**
 * A thumbnail of a candidate. It is drawn from the element where possible: that needs no request, and no
 * policy of the page can block it. A tainted canvas can be shown, only not read.
 * @param onSize called with the decoded size if the image had to be loaded
 */
export function thumbOf(
  { url }: Candidate,
  element: Element | undefined,
  onSize: (width: number, height: number) => void,
): HTMLElement {
  const drawn = element && drawable(element, url) ? draw(element) : undefined;
  if (drawn) return drawn;
  const image = create('img');
  image.className = 'thumb';
  image.alt = '';
  image.decoding = 'async';
  image.draggable = false;
  image.addEventListener('load', () => onSize(image.naturalWidth, image.naturalHeight), {
    once: true,
  });
  if (url) image.src = url;
  return image;
}

type Drawable = HTMLImageElement | HTMLCanvasElement | HTMLVideoElement;

function drawable(element: Element, url: string | undefined): element is Drawable {
  if (isHtml(element, 'canvas')) return url === undefined;
  if (isHtml(element, 'video')) return url === undefined;
  return (
    isHtml(element, 'img') &&
    element.complete &&
    element.naturalWidth > 0 &&
    element.currentSrc === url
  );
}

function draw(element: Drawable): HTMLCanvasElement | undefined {
  const width = isHtml(element, 'img')
    ? element.naturalWidth
    : isHtml(element, 'video')
      ? element.videoWidth
      : element.width;
  const height = isHtml(element, 'img')
    ? element.naturalHeight
    : isHtml(element, 'video')
      ? element.videoHeight
      : element.height;
  const scale = Math.min(WIDTH / width, HEIGHT / height, 1);
  const canvas = create('canvas');
  canvas.className = 'thumb';
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  try {
    canvas.getContext('2d')?.drawImage(element, 0, 0, canvas.width, canvas.height);
    return canvas;
  } catch {
    return undefined;
  }
}
