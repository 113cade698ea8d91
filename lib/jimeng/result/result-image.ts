import type { Item } from '../model/schemas';
import type { ResultImage } from '../model/task-report';
import { isListed, publicUrl } from '../wire/public-url';
import { serverTime } from '../wire/server-time';

/** The image of a finished task, or why there is none. */
export type FoundImage =
  | { image: ResultImage }
  /** No link at all. */
  | { missing: true }
  /** Links, and none of them is public https. */
  | { refused: true };

/**
 * The image in original size: the largest of all items, of equal ones one on a listed domain. Its host may be unlisted:
 * then somebody must allow it, because a cover or a preview is not what was paid for. Covers count only where no item
 * has an image in original size. Ignores `item_urls`, which may be watermarked (docs/PROTOCOL.md, section 5.2).
 */
export function resultImage(items: readonly Item[], domains: readonly string[]): FoundImage {
  const large = items.flatMap(largeImages);
  const images = large.length > 0 ? large : items.flatMap(covers);
  if (images.length === 0) return { missing: true };
  const usable = images.flatMap((image) => {
    const host = publicUrl(image.url)?.hostname;
    return host === undefined ? [] : [{ image, isListed: isListed(host, domains) }];
  });
  // Covers come best first, and their sizes are all the same one.
  usable.sort(
    (one, other) =>
      areaOf(other.image) - areaOf(one.image) || Number(other.isListed) - Number(one.isListed),
  );
  const [best] = usable;
  return best ? { image: best.image } : { refused: true };
}

function areaOf({ width, height }: ResultImage): number {
  return width * height;
}

function largeImages({ image }: Item): ResultImage[] {
  return (image?.large_images ?? []).flatMap(({ image_url, width, height, format }) =>
    linked(image_url, { width, height, format: format ?? image?.format }),
  );
}

function covers({ common_attr: attr }: Item): ResultImage[] {
  const size = { width: attr?.cover_width, height: attr?.cover_height };
  return [largestOf(attr?.cover_url_map), attr?.cover_url].flatMap((url) => linked(url, size));
}

interface Announced {
  width?: number | undefined;
  height?: number | undefined;
  format?: string | undefined;
}

function linked(url: string | undefined, { width = 0, height = 0, format }: Announced) {
  if (!url) return [];
  const expiresAt = expiryOf(url);
  const image: ResultImage = {
    url,
    width,
    height,
    ...(format && { format }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
  return [image];
}

/** Keys of the map are widths in px. */
function largestOf(covers: Record<string, unknown> = {}): string | undefined {
  const urls = Object.entries(covers)
    .flatMap(([width, url]) =>
      typeof url === 'string' && url ? [{ width: Number(width), url }] : [],
    )
    .sort((one, other) => (other.width || 0) - (one.width || 0));
  return urls[0]?.url;
}

function expiryOf(url: string): number | undefined {
  if (!URL.canParse(url)) return undefined;
  return serverTime(new URL(url).searchParams.get('x-expires'));
}
