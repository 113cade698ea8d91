import { TARGET_SIDES, type Target } from '@/lib/jimeng/model/tools';
import type { Job } from '@/lib/jobs/model/job';
import type { Fit } from './choices';

/** Width and height, in px of a picture or in CSS px. */
export interface Size {
  width: number;
  height: number;
}

/** How pages are fitted into the window. */
export interface Fitting {
  /** Room for one page, CSS px. */
  room: Size;
  fit: Fit;
  /** 1 is what fits. */
  zoom: number;
  isCapped: boolean;
  /** Device px per CSS px. */
  ratio: number;
}

/** Difference of shape up to which a result takes the place of its source exactly. Its sides are whole px. */
const SAME_SHAPE = 0.01;

/** A page of a book, for pages whose size nobody knows. */
const TYPICAL: Size = { width: 1_440, height: 2_160 };

/** Smallest side of a box, CSS px: a picture that claims to be a hair wide must still be found. */
const SMALLEST = 16;

/**
 * Size of a page, px of its result. Before there is one: the size that the target lets expect, in the shape of the
 * source, so that the page keeps its place when it becomes sharp.
 * @returns undefined while nothing is known of it
 */
export function pixelsOf({ stage, source, result, origin, options }: Job): Size | undefined {
  const shape = source ?? (origin.kind === 'page' ? origin.size : undefined);
  if (stage === 'done' && isSize(result)) return isSize(shape) ? shapedAs(result, shape) : result;
  if (isSize(source?.parts?.result)) return source.parts.result;
  return isSize(shape) ? enlarged(shape, options.target) : undefined;
}

/** The sizes of all pages, px; those that are unknown have the shape that is usual among the others. */
export function sizesOf(pages: readonly (Size | undefined)[]): Size[] {
  const known = pages.filter((page) => page !== undefined);
  const byShape = known.toSorted((a, b) => a.height / a.width - b.height / b.width);
  const usual = byShape[Math.floor(byShape.length / 2)] ?? TYPICAL;
  return pages.map((page) => page ?? usual);
}

/** Box of a page in the window, CSS px, in whole device px: parts of a long picture meet without a seam. */
export function boxOf(page: Size, { room, fit, zoom, isCapped, ratio }: Fitting): Size {
  const scales = {
    width: room.width / page.width,
    height: room.height / page.height,
    actual: 1 / ratio,
  };
  const wanted = scales[fit] * zoom;
  const scale = isCapped ? Math.min(wanted, 1 / ratio) : wanted;
  const whole = (px: number) => Math.max(SMALLEST, Math.round(px * scale * ratio) / ratio);
  return { width: whole(page.width), height: whole(page.height) };
}

function isSize(size: Partial<Size> | undefined): size is Size {
  return [size?.width, size?.height].every((px) => px !== undefined && px > 0);
}

/** The size of a result with exactly the shape of its source, if it has that shape but for rounding. */
function shapedAs(result: Size, shape: Size): Size {
  const height = (result.width * shape.height) / shape.width;
  return Math.abs(height / result.height - 1) < SAME_SHAPE
    ? { width: result.width, height }
    : result;
}

function enlarged({ width, height }: Size, target: Target): Size {
  const { shortSide, longSide } = TARGET_SIDES[target];
  const times = Math.min(shortSide / Math.min(width, height), longSide / Math.max(width, height));
  const factor = Math.max(1, times);
  return { width: width * factor, height: height * factor };
}
