import type { Item } from '../model/schemas';
import type { ResultImage } from '../model/task-report';
import { allowedUrl } from '../wire/allowed-url';
import { serverTime } from '../wire/server-time';

/**
 * Links to the pictures of a finished task, best first: the image in original size, the largest cover,
 * the cover. Ignores `item_urls`, which may be watermarked (docs/PROTOCOL.md, section 5.2).
 */
export function resultImages(items: readonly Item[]): ResultImage[] {
  return items.flatMap(({ image, common_attr: attr }) => {
    const large = (image?.large_images ?? []).map((picture) => ({
      url: picture.image_url,
      width: picture.width,
      height: picture.height,
      format: picture.format ?? image?.format,
    }));
    const cover = { width: attr?.cover_width, height: attr?.cover_height };
    return [
      ...large,
      { ...cover, url: largestOf(attr?.cover_url_map), format: undefined },
      { ...cover, url: attr?.cover_url, format: undefined },
    ].flatMap(({ url, width, height, format }): ResultImage[] => {
      if (!url) return [];
      const expiresAt = expiryOf(url);
      return [
        {
          url,
          width: width ?? 0,
          height: height ?? 0,
          ...(format && { format }),
          ...(expiresAt !== undefined && { expiresAt }),
        },
      ];
    });
  });
}

/** Whether a result link is https and on one of the domains. */
export function isResultUrl(url: string, domains: readonly string[]): boolean {
  return allowedUrl(url, domains) !== undefined;
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
