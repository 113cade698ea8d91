/** A rectangle in CSS px. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A point in CSS px. */
export interface Point {
  x: number;
  y: number;
}

/** Gap between two boxes in CSS px; 0 if they touch or overlap. */
export function gap(a: Box, b: Box): number {
  const dx = Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width), 0);
  const dy = Math.max(a.y - (b.y + b.height), b.y - (a.y + a.height), 0);
  return Math.hypot(dx, dy);
}

/** The part of `a` inside `b`; width or height 0 if there is none. */
export function overlap(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
  return { x, y, width, height };
}

/** The smallest box around both. */
export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  return { x, y, width, height };
}

export function area({ width, height }: Pick<Box, 'width' | 'height'>): number {
  return width * height;
}

/** Converts a box of a frame to the viewport of its parent document. */
export function placed(box: Box, { x, y, scaleX, scaleY }: Placement): Box {
  return {
    x: x + box.x * scaleX,
    y: y + box.y * scaleY,
    width: box.width * scaleX,
    height: box.height * scaleY,
  };
}

/** Placement of a frame in the viewport in which the search started. */
export interface Placement {
  x: number;
  y: number;
  scaleX: number;
  scaleY: number;
}

export const HERE: Placement = { x: 0, y: 0, scaleX: 1, scaleY: 1 };
