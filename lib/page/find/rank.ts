import type { Candidate, How, Source } from './candidate';
import { withAncestors } from './dom';
import { area, type Box } from './geometry';
import { showsPoster } from './media';
import type { NearbyElement } from './scan';

/** Pictures by themselves say more than decoration. */
const WORTH: Record<How, number> = {
  document: 400,
  img: 300,
  picture: 300,
  canvas: 300,
  video: 300,
  'svg-image': 280,
  input: 280,
  object: 280,
  embed: 280,
  lazy: 270,
  link: 200,
  poster: 170,
  content: 150,
  background: 100,
  'border-image': 60,
  mask: 40,
  svg: 40,
  'list-style': 20,
  cursor: -200,
};

/** Shown smaller than this, in CSS px, it is an icon. */
const TINY = 32;
/** How far ahead of the next one the best has to be to win without a question. */
const CLEAR_LEAD = 120;

/**
 * How likely this picture is meant:
 * under the pointer (1000) beats near (500 less 10 per px); pictures beat decoration (`WORTH`); what
 * lies further back loses 40 per layer, and 250 behind something opaque or if it is transparent
 * itself or inert; larger on the page is better (up to 150), blurry stand-ins (decoded much smaller than
 * shown) are worse, sharper than shown a little better; icons lose 400; the backdrop of the whole
 * page loses 120.
 */
export function scoreOf(source: Source, nearby: NearbyElement, box: Box, scene: Scene): number {
  let score = nearby.distance === 0 ? 1000 : 500 - 10 * Math.min(40, nearby.distance);
  score += WORTH[source.how];
  if (source.how === 'poster' && showsPoster(source.element as HTMLVideoElement)) score += 260;
  const stack = nearby.stack ?? 1;
  score -= 40 * Math.min(4, scene.layerOf(stack));
  if (nearby.stack !== undefined && nearby.stack > scene.cover) score -= 250;
  if (isTransparent(source.element) || nearby.isInert) score -= 250;
  const shown = Math.max(1, area(box));
  score += Math.min(150, Math.max(0, 12 * Math.log2(shown / 1024)));
  if (source.width > 0) {
    const sharpness = Math.log2((source.width * source.height) / shown);
    score += sharpness < 0 ? Math.max(-200, 30 * sharpness) : Math.min(30, 5 * sharpness);
  }
  if (Math.min(box.width, box.height) < TINY) score -= 400;
  if (source.how === 'background' && shown > 0.8 * area(scene.viewport)) score -= 120;
  return Math.round(score);
}

/** What all pictures of one place share. */
export interface Scene {
  viewport: Pick<Box, 'width' | 'height'>;
  /** Stack position of the frontmost opaque box; what is behind it cannot be seen. */
  cover: number;
  /** How many pictures lie in front of a stack position. */
  layerOf(stack: number): number;
}

/** @param hits elements at the point, front to back */
export function sceneOf(
  hits: readonly Element[],
  pictures: readonly NearbyElement[],
  viewport: Scene['viewport'],
): Scene {
  const stacks = pictures.flatMap(({ stack }) => stack ?? []).sort((a, b) => a - b);
  const cover = hits.findIndex((element) => {
    const { backgroundColor, opacity } = getComputedStyle(element);
    return opacity === '1' && isOpaque(backgroundColor);
  });
  return {
    viewport,
    cover: cover === -1 ? Number.POSITIVE_INFINITY : cover,
    layerOf: (stack) => new Set(stacks.filter((other) => other < stack)).size,
  };
}

/** A computed colour of any space: browsers write its alpha only if that is not 1. */
function isOpaque(colour: string): boolean {
  return colour !== '' && !/^(?:rgba\(|transparent$)|\//.test(colour);
}

/** Whether an element is faded out, itself or with what it lies in. */
export function isTransparent(element: Element): boolean {
  let opacity = 1;
  for (const at of withAncestors(element)) {
    opacity *= Number(getComputedStyle(at).opacity);
    if (opacity < 0.05) return true;
  }
  return false;
}

/**
 * The one that is clearly meant: under the pointer and no icon, and either the only one there or
 * `CLEAR_LEAD` points ahead of the next. Without anything under the pointer: the only one nearby.
 * @param candidates best first
 * @param isInert whether the page lets nobody click it; then it may be chosen but is never assumed
 */
export function winnerOf(
  candidates: readonly Candidate[],
  isInert: (candidate: Candidate) => boolean = () => false,
): Candidate | undefined {
  const [best, next] = candidates;
  // A pointer shape is drawn everywhere on its page; it may be chosen but is never assumed.
  if (!best || best.how === 'cursor' || isInert(best)) return undefined;
  if (!next) return best;
  const isIcon = Math.min(best.shownWidth, best.shownHeight) < TINY;
  if (best.distance > 0 || isIcon) return undefined;
  const isAlone = next.distance > 0;
  return isAlone || best.score - next.score >= CLEAR_LEAD ? best : undefined;
}
