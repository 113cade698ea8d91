import type { Candidate, How, Source } from './candidate';
import { coverOf } from './cover';
import { withAncestors } from './dom';
import { area, type Box } from './geometry';
import { showsPoster } from './media';
import type { NearbyElement } from './scan';

/** Score by kind: images count more than decoration. */
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

/** A smaller image counts as an icon, CSS px. */
const TINY = 32;
/** Further covers do not hide an image more. */
const MAX_COVER = 3;
/** Lead over the next candidate that is needed to win without the chooser. */
const CLEAR_LEAD = 120;

/**
 * Scores how likely the person means this image. Under the pointer counts 1000; nearby 500 less 10 per px.
 * Images beat decoration (`WORTH`). Each layer in front costs 40; what hides it (cover.ts), transparency or
 * being inert costs 250. Size on the page adds up to 150. A blurry placeholder (decoded much smaller than
 * shown) scores lower, an image sharper than shown a little higher. Icons lose 400, the backdrop of the whole
 * page 120.
 */
export function scoreOf(source: Source, nearby: NearbyElement, box: Box, scene: Scene): number {
  let score = nearby.distance === 0 ? 1000 : 500 - 10 * Math.min(40, nearby.distance);
  score += WORTH[source.how];
  if (source.how === 'poster' && showsPoster(source.element as HTMLVideoElement)) score += 260;
  const stack = nearby.stack ?? 1;
  score -= 40 * Math.min(4, scene.layerOf(stack));
  score -= 250 * scene.hiddenBy(nearby.stack);
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

/** Facts shared by all images of one search. */
export interface Scene {
  viewport: Pick<Box, 'width' | 'height'>;
  /** How surely something in front hides a stack position; see cover.ts. */
  hiddenBy(stack: number | undefined): number;
  /** Number of images in front of a stack position. */
  layerOf(stack: number): number;
}

/** @param hits elements at the point, front to back */
export function sceneOf(
  hits: readonly Element[],
  pictures: readonly NearbyElement[],
  viewport: Scene['viewport'],
): Scene {
  const stacks = pictures.flatMap(({ stack }) => stack ?? []).sort((a, b) => a - b);
  const covers = hits.map((element) => coverOf(element, viewport));
  return {
    viewport,
    hiddenBy: (stack = 0) =>
      Math.min(
        MAX_COVER,
        covers.slice(0, stack).reduce((sum, cover) => sum + cover, 0),
      ),
    layerOf: (stack) => new Set(stacks.filter((other) => other < stack)).size,
  };
}

/** Whether an element or one of its ancestors is transparent. */
export function isTransparent(element: Element): boolean {
  let opacity = 1;
  for (const at of withAncestors(element)) {
    opacity *= Number(getComputedStyle(at).opacity);
    if (opacity < 0.05) return true;
  }
  return false;
}

/**
 * The candidate that is clearly meant: under the pointer, no icon, and either the only one there or
 * `CLEAR_LEAD` points ahead of the next. If nothing is under the pointer: the only one nearby.
 * @param candidates best first
 * @param isInert whether it is inert or hidden; then it can be chosen but never wins by itself
 */
export function winnerOf(
  candidates: readonly Candidate[],
  isInert: (candidate: Candidate) => boolean = () => false,
): Candidate | undefined {
  // What cannot be seen or clicked there is no rival either.
  const [best, next] = candidates.filter((candidate) => !isInert(candidate));
  // A cursor image appears everywhere on its page; it can be chosen but never wins by itself.
  if (!best || best.how === 'cursor') return undefined;
  if (candidates.length === 1) return best;
  const isIcon = Math.min(best.shownWidth, best.shownHeight) < TINY;
  if (best.distance > 0 || isIcon) return undefined;
  if (!next) return best;
  const isAlone = next.distance > 0;
  return isAlone || best.score - next.score >= CLEAR_LEAD ? best : undefined;
}
