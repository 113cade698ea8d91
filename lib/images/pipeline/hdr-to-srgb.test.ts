import { describe, expect, it } from 'vitest';
import { hdrOf, hdrToSrgb } from './hdr-to-srgb';

/** What becomes of one encoded pixel. */
function seen(colours: string, ...pixel: [number, number, number]): number[] {
  const data = new Uint8ClampedArray([...pixel, 77]);
  const hdr = hdrOf(colours);
  if (!hdr) throw new Error(`${colours} is no HDR`);
  hdrToSrgb({ data, width: 1, height: 1 }, hdr);
  expect(data[3]).toBe(77);
  return [...data.slice(0, 3)];
}

describe('hdrOf', () => {
  it.each([
    ['BT.2020 PQ', { transfer: 'PQ', primaries: 'BT.2020' }],
    ['Display P3 HLG', { transfer: 'HLG', primaries: 'Display P3' }],
    ['PQ', { transfer: 'PQ', primaries: 'BT.2020' }],
    ['Display P3', undefined],
    ['my profile PQ', undefined],
    [undefined, undefined],
  ])('%s', (name, hdr) => {
    expect(hdrOf(name)).toEqual(hdr);
  });
});

// Values of ITU-R BT.2408, table 1: white of 203 cd/m2 is 58 % of PQ and 75 % of HLG; grey of 18 % is 38 % and 38 %.
describe.each([
  ['BT.2020 PQ', 0.58, 0.38],
  ['BT.2020 HLG', 0.75, 0.38],
])('%s', (colours, white, grey) => {
  it('shows white as white, and grey of 18 % as such', () => {
    const at = Math.round(white * 255);
    for (const level of seen(colours, at, at, at)) expect(level).toBeGreaterThan(235);
    const middle = Math.round(grey * 255);
    // sRGB of 26 cd/m2 on 203, which is 13 %.
    for (const level of seen(colours, middle, middle, middle)) expect(level).toBeCloseTo(102, -1);
  });

  it('keeps black, order and neutral grey', () => {
    expect(seen(colours, 0, 0, 0)).toEqual([0, 0, 0]);
    let last = -1;
    for (let level = 0; level < 256; level += 1) {
      const [red = 0, green = 0, blue = 0] = seen(colours, level, level, level);
      expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThanOrEqual(1);
      expect(green).toBeGreaterThanOrEqual(last);
      last = green;
    }
    expect(last).toBe(255);
  });

  it('keeps the hue of light that is brighter than white', () => {
    const [red = 0, green = 0, blue = 0] = seen(colours, 235, 200, 200);
    expect(red).toBeGreaterThan(230);
    expect(Math.abs(green - blue)).toBeLessThan(20);
    expect(red).toBeGreaterThan(green + 20);
  });
});
