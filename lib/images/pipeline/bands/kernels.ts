/** A filter of resampling: its weight at a distance from the centre, and where it ends. */
export interface Kernel {
  /** Distance (in px of the coarser side) beyond which the weight is 0. */
  radius: number;
  weight(distance: number): number;
}

/** Sharp, with ringing at hard edges. */
export const LANCZOS3: Kernel = {
  radius: 3,
  weight(distance) {
    if (distance === 0) return 1;
    if (Math.abs(distance) >= 3) return 0;
    const at = Math.PI * distance;
    return (3 * Math.sin(at) * Math.sin(at / 3)) / (at * at);
  },
};

/** Mitchell and Netravali's cubic (B = C = 1/3): softer, with hardly any ringing. */
export const MITCHELL: Kernel = {
  radius: 2,
  weight(distance) {
    const x = Math.abs(distance);
    if (x >= 2) return 0;
    if (x < 1) return (7 * x ** 3 - 12 * x ** 2 + 16 / 3) / 6;
    return ((-7 / 3) * x ** 3 + 12 * x ** 2 - 20 * x + 32 / 3) / 6;
  },
};

/** The weights of one axis: output px `i` is the sum of `count` input px from `first[i]` on. */
export interface Taps {
  first: Int32Array;
  /** `count` weights for each output px; they add up to 1. */
  weights: Float32Array;
  count: number;
}

/**
 * The weights that resample one axis. Making it smaller widens the kernel, so that nothing aliases.
 * @param from px before
 * @param to px after
 */
export function tapsOf(from: number, to: number, kernel: Kernel): Taps {
  const ratio = from / to;
  const stretch = Math.max(1, ratio);
  const support = kernel.radius * stretch;
  const count = Math.ceil(2 * support) + 1;
  const first = new Int32Array(to);
  const weights = new Float32Array(to * count);
  for (let at = 0; at < to; at += 1) {
    const centre = (at + 0.5) * ratio - 0.5;
    const start = Math.ceil(centre - support);
    first[at] = start;
    let sum = 0;
    for (let tap = 0; tap < count; tap += 1) {
      const weight = kernel.weight((start + tap - centre) / stretch);
      weights[at * count + tap] = weight;
      sum += weight;
    }
    for (let tap = at * count; tap < (at + 1) * count; tap += 1) {
      weights[tap] = (weights[tap] ?? 0) / sum;
    }
  }
  return { first, weights, count };
}
