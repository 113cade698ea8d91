import { queryAll } from '@/lib/page/find/dom';

/** For tests: images without a network, and a page with only the content of a test. */

/** An image of two colours, as a `data:` address. */
export function picture(
  width: number,
  height: number,
  colour = 'teal',
  type = 'image/png',
): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'gold';
  context.fillRect(0, 0, width / 2, height / 3);
  return canvas.toDataURL(type);
}

/** Replaces the body and waits until its images have loaded or failed. */
export async function show(html: string): Promise<void> {
  document.body.innerHTML = html;
  document.body.style.margin = '0';
  await imagesLoaded(document);
}

export async function imagesLoaded(root: Document | ShadowRoot): Promise<void> {
  for (const image of queryAll(root, 'img') as HTMLImageElement[]) {
    if (!image.complete && image.loading !== 'lazy') {
      await new Promise((resolve) => {
        image.addEventListener('load', resolve, { once: true });
        image.addEventListener('error', resolve, { once: true });
      });
    }
  }
}

/** Left edge of a piece of text, CSS px. */
export function leftOf(piece: string, element: Element | null | undefined): number {
  const text = element?.firstChild;
  const at = text?.nodeValue?.indexOf(piece) ?? -1;
  if (!text || at === -1) throw new Error(`no ${piece}`);
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + piece.length);
  return range.getBoundingClientRect().left;
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no #${id}`);
  return element;
}

/** Waits until the overlay accepts a choice. */
export async function armed(root: ShadowRoot | undefined): Promise<void> {
  const until = performance.now() + 5_000;
  while (!root?.querySelector('[data-armed]')) {
    if (performance.now() > until) throw new Error('never armed');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
