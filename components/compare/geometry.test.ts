import { describe, expect, it } from 'vitest';
import {
  actualScale,
  carriedOver,
  centredOn,
  covered,
  fitted,
  isActual,
  isFitted,
  panned,
  type Scene,
  scaled,
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
    [1e9, 4],
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
