import type { AnyCase } from '@/simulator/pages/any-cases';

/** What becomes of the picture of a case on a page that shows results in place of the originals. */
export type Fate = 'replaced' | 'stencil' | 'impossible' | 'gone' | 'stays';

/** Pictures in whose place nothing can be shown; a mark says so. */
const IMPOSSIBLE = ['css-before', 'css-content-before', 'video-poster'];

/** Pictures that stay as they are, with the reason. */
const STAYS: Readonly<Record<string, string>> = {
  'canvas-tainted': 'nobody may read its pixels',
  'canvas-gl': 'its pixels are gone when they are looked at',
  'over-video': 'nobody knows a frame of a film',
  'video-frame': 'nobody knows a frame of a film',
  'video-foreign': 'nobody knows a frame of a film',
  'svg-inline': 'it is sharp at any size',
  members: 'its host asks the person first, and nobody answers here',
  'frame-foreign': 'results are switched on for another host',
  'frame-sandbox': 'the browser does not say whose frame it is',
  'frame-sandbox-scripts': 'results are switched on for another host',
  'original-wall': 'results are switched on for another host',
};

/** `stencil`: replaced, but its colours are not seen. `gone`: on the second visit the page has no picture there. */
export function fateOf({ id, expect }: AnyCase): Fate {
  if (id === 'css-mask') return 'stencil';
  if (id === 'answers-once') return 'gone';
  if (IMPOSSIBLE.includes(id)) return 'impossible';
  const hasResult = 'picture' in expect;
  // Its loader has not come by, so the page does not show it.
  const isWaiting = /^(?:lazy|waits)-/.test(id);
  return hasResult && !isWaiting && STAYS[id] === undefined ? 'replaced' : 'stays';
}

/** Cases whose file is none of the front page, and no other size of one that a page can tell. */
const OWN_ORDER = new Set([
  ...['cdn-query', 'original-proxy', 'original-rule', 'foreign', 'open', 'hotlink', 'no-referrer'],
  ...['moved', 'plain-http', 'mistyped', 'slow', 'csp-open'],
  ...['css-mask', 'css-list', 'css-content-before', 'data-svg'],
]);

/** Whether the picture of a case has a result only if it was upscaled in this very place. */
export const needsOwnOrder = ({ id }: AnyCase): boolean => OWN_ORDER.has(id);
