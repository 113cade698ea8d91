import { create, isHtml } from '../find/dom';
import type { SmallPicture } from './collected';

/** Longest side, px. */
const SIDE = 256;
/** A canvas of the browser is never larger, px on a side. */
const MAX_SIDE = 16_384;

type Drawable = HTMLImageElement | HTMLCanvasElement;

/** A small copy of what an element shows; undefined if the page may not read its pixels, or they are not there yet. */
export function smallFromElement(element: Element): SmallPicture | undefined {
  const drawable = isDrawable(element) ? element : undefined;
  if (!drawable) return undefined;
  const [width, height] = isHtml(drawable, 'img')
    ? [drawable.naturalWidth, drawable.naturalHeight]
    : [drawable.width, drawable.height];
  return smallOf(drawable, width, height);
}

/** A small copy of a file; undefined if it is no image that this browser shows. */
export async function smallFromBytes(bytes: Blob): Promise<SmallPicture | undefined> {
  const image = await decoded(bytes);
  if (!image) return undefined;
  const [width, height] =
    image instanceof ImageBitmap
      ? [image.width, image.height]
      : [image.naturalWidth, image.naturalHeight];
  const small = smallOf(image, width, height);
  if (image instanceof ImageBitmap) image.close();
  return small && { ...small, bytes: bytes.size, ...(bytes.type && { type: bytes.type }) };
}

function isDrawable(element: Element): element is Drawable {
  if (isHtml(element, 'canvas')) return element.width > 0 && element.height > 0;
  return isHtml(element, 'img') && element.complete && element.naturalWidth > 0;
}

async function decoded(bytes: Blob): Promise<ImageBitmap | HTMLImageElement | undefined> {
  try {
    return await createImageBitmap(bytes);
  } catch {
    // A drawing has no bitmap, and is drawn through an element.
  }
  if (!/svg/i.test(bytes.type)) return undefined;
  const address = URL.createObjectURL(bytes);
  const image = new Image();
  try {
    image.src = address;
    await image.decode();
    return image;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Uses the synchronous `toDataURL`: browsers run the others when a page is idle, and a hidden page waits for ever. */
function smallOf(
  image: CanvasImageSource,
  width: number,
  height: number,
): SmallPicture | undefined {
  if (width <= 0 || height <= 0 || Math.max(width, height) > MAX_SIDE) return undefined;
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const canvas = create('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.imageSmoothingQuality = 'high';
  try {
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { image: canvas.toDataURL('image/webp', 0.8), width, height };
  } catch {
    // The image of another site, which this page may show and not read.
    return undefined;
  }
}
