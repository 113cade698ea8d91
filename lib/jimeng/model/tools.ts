/** The upscalers of the service that this extension can drive (docs/PROTOCOL.md, section 4.2). */
export const TOOLS = ['super-resolution', 'smart-hd', 'fast-hd'] as const;
export type Tool = (typeof TOOLS)[number];

/** Target size; `resolution_type` on the wire. */
export const TARGETS = ['2k', '4k'] as const;
export type Target = (typeof TARGETS)[number];

/**
 * px from which upscaling to a target adds nothing: the largest results that have been seen for it
 * (docs/PROTOCOL.md, section 4.2; the service promises no size).
 */
export const TARGET_SIDES: Record<Target, { shortSide: number; longSide: number }> = {
  '2k': { shortSide: 2160, longSide: 3840 },
  '4k': { shortSide: 3840, longSide: 4096 },
};

/** The longest shape that the official API takes is 1:3 (docs/PROTOCOL.md, section 3.5). */
export const LONGEST_RATIO = 3;

/** Whether a picture (px) is a strip: 1:3 or beyond. */
export function isStrip({ width, height }: { width: number; height: number }): boolean {
  return Math.max(width, height) >= LONGEST_RATIO * Math.min(width, height);
}
