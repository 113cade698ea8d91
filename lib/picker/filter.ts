import type { Picture } from './picture';

/** Bounds in px, both included; an absent one does not bind. */
export interface Range {
  from?: number;
  to?: number;
}

export const SHAPES = ['any', 'landscape', 'portrait', 'square'] as const;
type Shape = (typeof SHAPES)[number];

/** Which pictures are shown. */
export interface Filter {
  width: Range;
  height: Range;
  shape: Shape;
  /** Name of the format; empty for all. */
  type: string;
  /** Host of the address; undefined for all, as pictures without an address have an empty one. */
  host: string | undefined;
  /** Whether pictures that look like icons are shown. */
  hasIcons: boolean;
  isOnlySelection: boolean;
  isOnlyTicked: boolean;
}

/** Smaller pictures are mostly decoration, px. */
export const LEAST_SIDE = 120;

export const USUAL_FILTER: Filter = {
  width: { from: LEAST_SIDE },
  height: { from: LEAST_SIDE },
  shape: 'any',
  type: '',
  host: undefined,
  hasIcons: false,
  isOnlySelection: false,
  isOnlyTicked: false,
};

/** Shows every picture. */
export const NO_FILTER: Filter = { ...USUAL_FILTER, width: {}, height: {}, hasIcons: true };

/** What is the taste of a person, and so the same on the next page. The rest is about the page at hand. */
export type KeptFilter = Pick<Filter, 'width' | 'height' | 'hasIcons'>;

/** Whether two filters show the same pictures. */
export function isSameFilter(a: Filter, b: Filter): boolean {
  const { width, height, ...rest } = a;
  return (
    isSameRange(width, b.width) &&
    isSameRange(height, b.height) &&
    Object.entries(rest).every(([name, value]) => b[name as keyof Filter] === value)
  );
}

/** How many filters beside those of size differ from the usual ones. */
export function countBesideSize(filter: Filter): number {
  const { shape, type, host, hasIcons, isOnlySelection, isOnlyTicked } = filter;
  const all = [
    shape !== 'any',
    type !== '',
    host !== undefined,
    hasIcons !== USUAL_FILTER.hasIcons,
  ];
  return [...all, isOnlySelection, isOnlyTicked].filter(Boolean).length;
}

function isSameRange(a: Range, b: Range): boolean {
  return a.from === b.from && a.to === b.to;
}

/** A shape within this share of 1:1 is square. */
const SQUARE = 0.05;

/**
 * Whether a filter shows a picture, ticks apart. A picture whose size is unknown passes the filters of size and
 * shape: it may turn out to fit.
 */
export function passes(picture: Picture, filter: Filter): boolean {
  if (filter.type !== '' && picture.type !== filter.type) return false;
  if (filter.host !== undefined && picture.host !== filter.host) return false;
  if (!filter.hasIcons && picture.isIcon) return false;
  if (filter.isOnlySelection && !picture.isInSelection) return false;
  const { size } = picture;
  if (!size) return true;
  return (
    isWithin(size.width, filter.width) &&
    isWithin(size.height, filter.height) &&
    (filter.shape === 'any' || shapeOf(size) === filter.shape)
  );
}

function isWithin(px: number, { from = 0, to = Number.POSITIVE_INFINITY }: Range): boolean {
  return px >= from && px <= to;
}

function shapeOf({ width, height }: { width: number; height: number }): Shape {
  if (Math.abs(width - height) <= SQUARE * Math.max(width, height)) return 'square';
  return width > height ? 'landscape' : 'portrait';
}

export const SORTS = ['page', 'pixels', 'bytes'] as const;
export type Sort = (typeof SORTS)[number];

/** Sorts pictures that are in page order. Largest first; what is unknown comes last, in page order. */
export function sorted(pictures: readonly Picture[], sort: Sort): readonly Picture[] {
  if (sort === 'page') return pictures;
  const amount = ({ size, bytes = -1 }: Picture) => {
    if (sort === 'bytes') return bytes;
    return size ? size.width * size.height : -1;
  };
  return pictures.toSorted((a, b) => amount(b) - amount(a));
}

/** The formats and hosts among pictures, each once, in alphabetic order. */
export function choicesIn(pictures: readonly Picture[]): { types: string[]; hosts: string[] } {
  const types = new Set(pictures.flatMap(({ type }) => type ?? []));
  const hosts = new Set(pictures.map(({ host }) => host));
  return { types: [...types].sort(), hosts: [...hosts].sort() };
}
