/** Ways to read: one long strip, or one or two pages at a time. */
export const LAYOUTS = ['strip', 'single', 'double'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The side that reading goes to: a manga is read from right to left. */
export const DIRECTIONS = ['ltr', 'rtl'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a page is made to fit, or its own pixels. */
export const FITS = ['width', 'height', 'actual'] as const;
export type Fit = (typeof FITS)[number];

/** How a person reads. Remembered for the next batch. */
export interface ReaderChoices {
  layout: Layout;
  direction: Direction;
  fit: Fit;
  /** Never shows a page larger than its pixels. */
  isCapped: boolean;
  /** Of two pages at a time, the first stands alone, like a cover. */
  hasCover: boolean;
}

/** How reading begins the first time. */
export const DEFAULT_CHOICES: ReaderChoices = {
  layout: 'strip',
  direction: 'ltr',
  fit: 'width',
  isCapped: false,
  hasCover: false,
};
