import type { Raster } from '../bands/raster';

/** Furthest that a result is looked for, px of the joined picture. */
const REACH = 4;
/** Every n-th px of a row and of a column counts. */
const STEP = 2;
/** A shift must fit this much better than none: in an even sky every shift fits. */
const CLEARLY = 0.9;
/** Mean step of brightness below which there is nothing to go by. */
const FLAT = 0.5;

/** By how much one picture is displaced against another, px. */
export interface Shift {
  x: number;
  y: number;
}

/**
 * By how much the second of two rasters of the same size is displaced: `b` at (x + shift.x,
 * y + shift.y) shows what `a` shows at (x, y). Compares steps of brightness, so another tone does not
 * count. No shift if none fits clearly better.
 */
export function shiftBetween(a: Raster, b: Raster): Shift {
  const { width, height } = a;
  const none = { x: 0, y: 0 };
  if (width <= 4 * REACH || height <= 4 * REACH) return none;
  const [first, second] = [stepsOf(a), stepsOf(b)];
  const still = distance(first, second, a, none);
  let best = { ...none, cost: still.cost };
  for (let y = -REACH; y <= REACH; y += 1) {
    for (let x = -REACH; x <= REACH; x += 1) {
      const { cost } = distance(first, second, a, { x, y });
      if (cost < best.cost) best = { x, y, cost };
    }
  }
  const isClear = still.activity > FLAT && best.cost < CLEARLY * still.cost;
  return isClear ? { x: best.x, y: best.y } : none;
}

interface Steps {
  across: Float32Array;
  down: Float32Array;
}

function stepsOf({ data, width, height }: Raster): Steps {
  const count = width * height;
  const luma = new Float32Array(count + width + 1);
  for (let at = 0; at < count; at += 1) {
    luma[at] =
      0.299 * (data[at * 4] ?? 0) +
      0.587 * (data[at * 4 + 1] ?? 0) +
      0.114 * (data[at * 4 + 2] ?? 0);
  }
  const across = new Float32Array(count);
  const down = new Float32Array(count);
  for (let at = 0; at < count; at += 1) {
    across[at] = (luma[at + 1] ?? 0) - (luma[at] ?? 0);
    down[at] = (luma[at + width] ?? 0) - (luma[at] ?? 0);
  }
  return { across, down };
}

function distance(a: Steps, b: Steps, { width, height }: Raster, { x: dx, y: dy }: Shift) {
  let cost = 0;
  let activity = 0;
  let count = 0;
  // The last column and row have no step.
  for (let y = REACH; y < height - REACH - 1; y += STEP) {
    for (let x = REACH; x < width - REACH - 1; x += STEP) {
      const from = y * width + x;
      const to = (y + dy) * width + x + dx;
      cost += Math.abs((a.across[from] ?? 0) - (b.across[to] ?? 0));
      cost += Math.abs((a.down[from] ?? 0) - (b.down[to] ?? 0));
      activity += Math.abs(a.across[from] ?? 0) + Math.abs(a.down[from] ?? 0);
      count += 1;
    }
  }
  return { cost: cost / count, activity: activity / count };
}

/**
 * Where to put each part so that neighbours meet, given the shift at each seam. On the whole nothing
 * moves: the mean of all places stays.
 */
export function placesFrom(shifts: readonly Shift[]): Shift[] {
  const places: Shift[] = [{ x: 0, y: 0 }];
  for (const { x, y } of shifts) {
    const last = places.at(-1) ?? { x: 0, y: 0 };
    places.push({ x: last.x - x, y: last.y - y });
  }
  const mean = (pick: (shift: Shift) => number) =>
    Math.round(places.reduce((sum, place) => sum + pick(place), 0) / places.length);
  const [x, y] = [mean((place) => place.x), mean((place) => place.y)];
  return places.map((place) => ({ x: place.x - x + 0, y: place.y - y + 0 }));
}
