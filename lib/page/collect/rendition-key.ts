/** Parameters by which image servers are told a size or a quality. */
const SIZE_PARAMETERS = new Set(
  'w h width height dpr q quality imwidth imageWidth imageHeight maxwidth maxheight'.split(' '),
);
/** Sizes in file names: `photo-300x200.jpg`, `w_640`, `640w`. */
const SIZES = /(?<=^|[-_.,/@])(?:\d{2,4}x\d{2,4}|[wh]_\d{2,4}|\d{2,4}w)(?=$|[-_.,/])/gi;
/** Pictures of one ratio have the same to this many hundredths. */
const RATIO_STEP = 0.02;

/**
 * What tells that two files are one picture in two sizes: their addresses differ only by a size, and they have the same
 * ratio. A crop has another one.
 * @param width and height of the file, px
 * @returns undefined if the address tells no size, or the size of the file is unknown
 */
export function renditionKeyOf(
  address: string | undefined,
  width: number,
  height: number,
): string | undefined {
  if (!address || width <= 0 || height <= 0 || !/^https?:/i.test(address)) return undefined;
  const url = URL.parse(address);
  if (!url) return undefined;
  const path = url.pathname.replace(SIZES, '');
  // In the sandbox of Firefox, what `keys()` returns is not iterable (153).
  const sized = [...SIZE_PARAMETERS].filter((name) => url.searchParams.has(name));
  if (path === url.pathname && sized.length === 0) return undefined;
  for (const name of sized) url.searchParams.delete(name);
  const ratio = Math.round(Math.log(width / height) / RATIO_STEP);
  return `rendition:${url.origin}${path}${url.search} ${ratio}`;
}
