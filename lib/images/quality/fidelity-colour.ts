/** White point of sRGB, D65. */
const WHITE = [0.95047, 1, 1.08883] as const;

/** CIE 1976 L*a*b* of an sRGB colour (0..255 per channel). */
export function labOf([red, green, blue]: readonly [number, number, number]): [
  number,
  number,
  number,
] {
  const r = linear(red);
  const g = linear(green);
  const b = linear(blue);
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE[0]);
  const y = curve((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / WHITE[1]);
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / WHITE[2]);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Linear light of a channel, 0..1. */
function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function curve(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
}
