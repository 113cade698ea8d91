/**
 * Draws an image that a page still shows when its address no longer works. `keepDrawn` is injected as
 * source text into the isolated world of a frame, so it may use nothing outside its own body.
 */
import { closeImage, homeOf, type RunInFrame, readOpened } from './page-read';
import type { FramePlace } from './source-deps';

/** Longest side to draw, px: the limit of the browser's encoder. */
const MAX_SIDE = 16_384;

/**
 * Injected. Keeps the pixels of a shown `<img>` under `key` as PNG, as `openImage` does; null if no
 * such image is shown, if it taints the canvas, or if this browser randomises canvas pixels.
 * Form fields of a page can shadow members of elements (DOM clobbering), so it calls prototypes.
 */
async function keepDrawn(
  key: string,
  { url, home, maxSide }: { url: string; home: string; maxSide: number },
): Promise<{ size: number; type: string } | null> {
  const here = /^https?:$/.test(location.protocol) ? location.origin : location.protocol;
  if (here !== home) return null;
  const queryAll = (root: Document | ShadowRoot, selector: string) =>
    root instanceof Document
      ? Document.prototype.querySelectorAll.call(root, selector)
      : DocumentFragment.prototype.querySelectorAll.call(root, selector);
  const shadowOf = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get;
  const roots: (Document | ShadowRoot)[] = [document];
  const images: HTMLImageElement[] = [];
  for (let root = roots.pop(); root; root = roots.pop()) {
    for (const element of queryAll(root, '*')) {
      const shadow = shadowOf?.call(element) as ShadowRoot | null;
      if (shadow) roots.push(shadow);
      if (element instanceof HTMLImageElement && element.currentSrc === url) images.push(element);
    }
  }
  const image = images.find(({ naturalWidth, naturalHeight, complete }) => {
    return complete && naturalWidth > 2 && naturalHeight > 2;
  });
  if (!image || Math.max(image.naturalWidth, image.naturalHeight) > maxSide) return null;
  try {
    const probe = new OffscreenCanvas(16, 1).getContext('2d');
    if (!probe) return null;
    for (let x = 0; x < 16; x += 1) {
      probe.fillStyle = `rgb(${x * 16}, ${255 - x}, ${x * x})`;
      probe.fillRect(x, 0, 1, 1);
    }
    // Firefox's fingerprinting protection returns other pixels than were drawn.
    const { data } = probe.getImageData(0, 0, 16, 1);
    for (let x = 0; x < 16; x += 1) {
      const wanted = [x * 16, 255 - x, x * x];
      if (wanted.some((value, channel) => data[x * 4 + channel] !== value)) return null;
    }
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const world = globalThis as { upscaleImages?: Map<string, Blob> };
    world.upscaleImages ??= new Map();
    const kept = world.upscaleImages;
    kept.set(key, blob);
    setTimeout(() => kept.delete(key), 300_000);
    return { size: blob.size, type: blob.type };
  } catch {
    // The image is cross-origin and taints the canvas.
    return null;
  }
}

/**
 * Reads the pixels of an `<img>` that a frame shows.
 * @param url `currentSrc` of the image
 * @returns undefined if the frame no longer shows such an image, or may not read it
 * @throws the signal's reason
 */
export async function drawThroughSlices(
  run: RunInFrame,
  { frameUrl }: Pick<FramePlace, 'frameUrl'>,
  url: string,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  const key = crypto.randomUUID();
  try {
    const kept = await run(keepDrawn, [key, { url, home: homeOf(frameUrl), maxSide: MAX_SIDE }]);
    signal?.throwIfAborted();
    if (!kept || kept.size > maxBytes) return undefined;
    return await readOpened(run, key, kept, signal);
  } catch {
    signal?.throwIfAborted();
    return undefined;
  } finally {
    run(closeImage, [key]).catch(() => undefined);
  }
}
