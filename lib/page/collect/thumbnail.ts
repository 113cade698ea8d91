import { drawableOf, drawnSmall } from '../find/draw-small';
import type { SmallPicture } from './collected';

/** Longest side, px. */
const SIDE = 256;

/** A small copy of what an element shows; undefined if the page may not read its pixels, or they are not there yet. */
export function smallFromElement(element: Element): SmallPicture | undefined {
  const shown = drawableOf(element);
  return shown && smallOf(shown.picture, shown);
}

/** A small copy of a file; undefined if it is no image that this browser shows. */
export async function smallFromBytes(bytes: Blob): Promise<SmallPicture | undefined> {
  const image = await decoded(bytes);
  if (!image) return undefined;
  const small = smallOf(image, sizeOf(image));
  if (image instanceof ImageBitmap) image.close();
  return small && { ...small, bytes: bytes.size, ...(bytes.type && { type: bytes.type }) };
}

function sizeOf(image: ImageBitmap | HTMLImageElement): { width: number; height: number } {
  if (image instanceof ImageBitmap) return image;
  return { width: image.naturalWidth, height: image.naturalHeight };
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
  picture: CanvasImageSource,
  size: { width: number; height: number },
): SmallPicture | undefined {
  const canvas = drawnSmall(picture, size, SIDE);
  if (!canvas) return undefined;
  try {
    return { image: canvas.toDataURL('image/webp', 0.8), width: size.width, height: size.height };
  } catch {
    // The image of another site, which this page may show and not read.
    return undefined;
  }
}
