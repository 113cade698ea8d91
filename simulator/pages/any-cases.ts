import { CSS_FIGURES } from './any-css';
import type { AnyCase, AnyFigure } from './any-figure';
import { IMG_FIGURES } from './any-img';
import { LAYER_FIGURES } from './any-layers';
import { LAZY_FIGURES } from './any-lazy';
import { MEDIA_FIGURES } from './any-media';
import { ORIGINAL_FIGURES } from './any-originals';
import { OVERLAY_FIGURES } from './any-overlays';
import { ROOT_FIGURES } from './any-roots';
import { SOURCE_FIGURES, STRICT_FIGURES } from './any-sources';

export type { AnyCase } from './any-figure';

/** The figures of the page `/any` by topic, in its order. */
export const ANY_TOPICS: readonly (readonly [string, readonly AnyFigure[]])[] = [
  ['Images', IMG_FIGURES],
  ['Stand-ins', LAZY_FIGURES],
  ['Larger originals, and other pictures', ORIGINAL_FIGURES],
  ['Something in front', OVERLAY_FIGURES],
  ['On top of a larger picture', LAYER_FIGURES],
  ['Style sheets', CSS_FIGURES],
  ['Drawn, filmed, embedded', MEDIA_FIGURES],
  ['Shadow roots and frames', ROOT_FIGURES],
  ['Hosts and addresses', SOURCE_FIGURES],
];

/** Every way an image can be on a page, with the expected outcome. */
export const ANY_CASES: readonly AnyCase[] = [
  ...ANY_TOPICS.flatMap(([, figures]) => figures),
  ...STRICT_FIGURES,
].map(({ markup: _, selector, ...rest }) => ({ ...rest, selector: selector ?? `#${rest.id}` }));
