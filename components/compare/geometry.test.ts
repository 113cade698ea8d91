import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actualScale,
  carriedOver,
  centredOn,
  changedCrop,
  covered,
  cropBetween,
  cropInPx,
  fitted,
  isActual,
  isFitted,
  type Layout,
  nextZoom,
  onStage,
  paneOf,
  panned,
  placeAt,
  type Scene,
  type Size,
  scaled,
  secondHalfAt,
  type View,
} from './geometry';

const WIDE: Scene = {
  stage: { width: 1000, height: 500 },
  picture: { width: 4000, height: 1000 },
  devicePixelRatio: 2,
};
const TALL: Scene = { ...WIDE, picture: { width: 500, height: 5000 } };
const SMALL: Scene = { ...WIDE, picture: { width: 100, height: 50 } };

/** Share of the picture that lies under a point of the stage. */
function under(view: View, point: { x: number; y: number }, { picture }: Scene) {
  return {
    x: (point.x - view.x) / (picture.width * view.scale),
    y: (point.y - view.y) / (picture.height * view.scale),
  };
}

describe('the whole picture', () => {
  it.each<[string, Scene, View]>([
    ['wide', WIDE, { scale: 0.25, x: 0, y: 125 }],
    ['tall', TALL, { scale: 0.1, x: 475, y: 0 }],
    ['small', SMALL, { scale: 10, x: 0, y: 0 }],
  ])('that is %s fills what it can and lies in the middle', (_, scene, view) => {
    expect(fitted(scene)).toEqual(view);
    expect(isFitted(fitted(scene), scene)).toBe(true);
  });

  it('covers only its part of the stage', () => {
    expect(covered(fitted(TALL), TALL)).toEqual({ x: 475, y: 0, width: 50, height: 500 });
    expect(covered(fitted(WIDE), WIDE)).toEqual({ x: 0, y: 125, width: 1000, height: 250 });
  });
});

describe('the scale', () => {
  it('of 1:1 counts px of the device', () => {
    expect(actualScale(WIDE)).toBe(0.5);
    const view = scaled(fitted(WIDE), actualScale(WIDE), { x: 0, y: 0 }, WIDE);
    expect(isActual(view, WIDE)).toBe(true);
    expect(isFitted(view, WIDE)).toBe(false);
  });

  it('changes around the point', () => {
    const point = { x: 300, y: 260 };
    const start = scaled(fitted(WIDE), 1, { x: 500, y: 250 }, WIDE);
    const view = scaled(start, 1.5, point, WIDE);
    expect(under(view, point, WIDE).x).toBeCloseTo(under(start, point, WIDE).x, 10);
    expect(under(view, point, WIDE).y).toBeCloseTo(under(start, point, WIDE).y, 10);
  });

  it.each([
    [1e-9, 0.25],
    [1e9, 8],
  ])('of %d becomes %d', (asked, got) => {
    expect(scaled(fitted(WIDE), asked, { x: 10, y: 10 }, WIDE).scale).toBe(got);
  });

  it('of a small picture may be smaller than fitting, down to 1:1', () => {
    const view = scaled(fitted(SMALL), 0.001, { x: 0, y: 0 }, SMALL);
    expect(view).toEqual({ scale: 0.5, x: 475, y: 237.5 });
    expect(scaled(view, 100, { x: 0, y: 0 }, SMALL).scale).toBe(10);
  });
});

describe('moving', () => {
  it('stops at the edges', () => {
    const close = scaled(fitted(WIDE), 1, { x: 500, y: 250 }, WIDE);
    expect(panned(close, { x: 1e6, y: 1e6 }, WIDE)).toEqual({ scale: 1, x: 0, y: 0 });
    expect(panned(close, { x: -1e6, y: -1e6 }, WIDE)).toEqual({ scale: 1, x: -3000, y: -500 });
  });

  it('does nothing along a side that is seen whole', () => {
    const view = fitted(TALL);
    expect(panned(view, { x: 40, y: 40 }, TALL)).toEqual(view);
  });

  it('to a place puts it into the middle, unless an edge is in the way', () => {
    const middle = { x: 500, y: 250 };
    const view = centredOn({ x: 0.5, y: 0.4 }, 1, WIDE);
    expect(under(view, middle, WIDE)).toEqual({ x: 0.5, y: 0.4 });
    expect(centredOn({ x: 0, y: 0 }, 1, WIDE)).toEqual({ scale: 1, x: 0, y: 0 });
  });
});

describe('another size', () => {
  it('of the stage keeps the place in the middle', () => {
    const before = centredOn({ x: 0.3, y: 0.6 }, 1, WIDE);
    const larger = { ...WIDE, stage: { width: 1400, height: 700 } };
    const after = carriedOver(before, WIDE, larger);
    expect(after.scale).toBe(1);
    expect(under(after, { x: 700, y: 350 }, larger).x).toBeCloseTo(0.3, 10);
    expect(under(after, { x: 700, y: 350 }, larger).y).toBeCloseTo(0.6, 10);
  });
});

const px = (from: number, to: number) => fc.integer({ min: from, max: to });
const size = (from: number, to: number): fc.Arbitrary<Size> =>
  fc.record({ width: px(from, to), height: px(from, to) });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const layout = fc.constantFrom<Layout>('stacked', 'halves');
const scenes = fc.record({ whole: size(200, 2_000), layout, picture: size(64, 8_000) }).map(
  ({ whole, layout, picture }): Scene => ({
    stage: paneOf(whole, layout),
    picture,
    devicePixelRatio: 1,
  }),
);
const middleOf = ({ stage }: Scene) => ({ x: stage.width / 2, y: stage.height / 2 });

describe('the viewpoint', () => {
  it('keeps its spot to a px of the result over ten pairs of any sizes and all layouts, and comes back', () => {
    fc.assert(
      fc.property(
        fc.array(scenes, { minLength: 11, maxLength: 11 }),
        fc.record({ x: share, y: share }),
        fc.double({ min: 0.05, max: 16, noNaN: true }),
        ([first = WIDE, ...others], spot, zoom) => {
          const start = centredOn(spot, zoom, first);
          const place = under(start, middleOf(first), first);
          for (const scene of others) {
            const now = under(carriedOver(start, first, scene), middleOf(scene), scene);
            expect(Math.abs(now.x - place.x) * scene.picture.width).toBeLessThan(1);
            expect(Math.abs(now.y - place.y) * scene.picture.height).toBeLessThan(1);
          }
          // From one to the next as well, and back to the first.
          const path = [first, ...others, first];
          const end = path
            .slice(1)
            .reduce<[View, Scene]>(
              ([view, from], scene) => [carriedOver(view, from, scene), scene],
              [start, first],
            );
          const last = under(end[0], middleOf(first), first);
          expect(Math.abs(last.x - place.x) * first.picture.width).toBeLessThan(1);
          expect(Math.abs(last.y - place.y) * first.picture.height).toBeLessThan(1);
        },
      ),
    );
  });

  it('shows as much of a result of another size', () => {
    const double: Scene = { ...WIDE, picture: { width: 8_000, height: 2_000 } };
    const view = centredOn({ x: 0.5, y: 0.5 }, 0.7, WIDE);
    expect(carriedOver(view, WIDE, double).scale).toBeCloseTo(0.35, 10);
  });

  it('stays at 100 % in a result that is nearly as large', () => {
    const smaller: Scene = { ...WIDE, picture: { width: 3_840, height: 960 } };
    const view = centredOn({ x: 0.3, y: 0.5 }, actualScale(WIDE), WIDE);
    const carried = carriedOver(view, WIDE, smaller);
    expect(isActual(carried, smaller)).toBe(true);
    expect(isActual(carriedOver(carried, smaller, WIDE), WIDE)).toBe(true);
  });

  it('that was carried past an edge does not jump when it is moved or zoomed, and comes back inside', () => {
    const corner = panned(centredOn({ x: 0, y: 0 }, 1, WIDE), { x: 0, y: 0 }, WIDE);
    const wider = { ...WIDE, stage: { width: 1_600, height: 500 } };
    const carried = carriedOver(corner, WIDE, wider);
    expect(carried.x).toBe(300);
    expect(panned(carried, { x: 50, y: 0 }, wider).x).toBe(300);
    expect(panned(carried, { x: -50, y: 0 }, wider).x).toBe(250);
    expect(scaled(carried, 1.01, middleOf(wider), wider).x).toBeCloseTo(295, 0);
    expect(scaled(carried, 0, middleOf(wider), wider)).toEqual(fitted(wider));
  });
});

describe('the steps of the zoom', () => {
  it('lead up and down through the same ones, and end', () => {
    const up = [0.05];
    while (up.length < 20 && up.at(-1) !== nextZoom(up.at(-1) ?? 0, 1)) {
      up.push(nextZoom(up.at(-1) ?? 0, 1));
    }
    expect(up).toEqual(expect.arrayContaining([0.25, 0.5, 1, 2, 4, 8]));
    const down = [16];
    while (down.length < up.length) down.push(nextZoom(down.at(-1) ?? 0, -1));
    expect(down.toReversed()).toEqual(up);
    expect([nextZoom(0.4, 1), nextZoom(0.4, -1)]).toEqual([0.5, 0.25]);
  });
});

describe('the halves of a stage', () => {
  it('are beside each other, or below each other on an upright one', () => {
    const wide = { width: 1_001, height: 500 };
    expect([paneOf(wide, 'halves'), secondHalfAt(wide, 'halves')]).toEqual([
      { width: 500, height: 500 },
      { x: 500, y: 0 },
    ]);
    expect(secondHalfAt({ width: 300, height: 500 }, 'halves')).toEqual({ x: 0, y: 250 });
    expect([paneOf(wide, 'stacked'), secondHalfAt(wide, 'stacked')]).toEqual([
      wide,
      { x: 0, y: 0 },
    ]);
  });
});

describe('a part of the image', () => {
  it('is the rectangle between two places, in either direction, and lies there on the stage', () => {
    const view = fitted(WIDE);
    const crop = cropBetween(placeAt({ x: 500, y: 300 }, view, WIDE), { x: 0.25, y: 0.2 });
    expect(crop.width).toBeCloseTo(0.25, 10);
    expect(crop.height).toBeCloseTo(0.5, 10);
    const at = onStage(crop, view, WIDE);
    expect([at.x, at.x + at.width].map(Math.round)).toEqual([250, 500]);
    expect([at.y, at.y + at.height].map(Math.round)).toEqual([175, 300]);
  });

  it('stays inside of it, whatever is done, and has at least one px', () => {
    const by = fc.record({
      x: fc.double({ min: -2, max: 2, noNaN: true }),
      y: fc.double({ min: -2, max: 2, noNaN: true }),
    });
    const place = fc.record({ x: share, y: share });
    fc.assert(
      fc.property(place, place, by, by, size(1, 5_000), (a, b, move, grow, picture) => {
        const part = cropInPx(changedCrop(cropBetween(a, b), move, grow), picture);
        expect(Math.min(part.x, part.y)).toBeGreaterThanOrEqual(0);
        expect(Math.min(part.width, part.height)).toBeGreaterThanOrEqual(1);
        expect(part.x + part.width).toBeLessThanOrEqual(picture.width);
        expect(part.y + part.height).toBeLessThanOrEqual(picture.height);
      }),
    );
  });
});
