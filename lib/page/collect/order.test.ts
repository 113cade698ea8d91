import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOrder, type Spot } from './order';

const PAGE = {};

const GRID = {};

function spot(id: string, x: number, y: number, space: object = PAGE, grid?: object): Spot {
  return { id, space, grid, box: { x, y, width: 100, height: 80 } };
}

const column = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => spot(`${from + at}`, 0, (from + at) * 100));
const ids = (from: number, to: number) => column(from, to).map(({ id }) => id);

describe('reading order', () => {
  it('the order of the document, also where columns stand side by side', () => {
    const main = column(0, 3);
    const aside = [spot('a', 200, 0), spot('b', 200, 100)];
    expect(readingOrder([...main, ...aside], [], [])).toEqual(['0', '1', '2', 'a', 'b']);
  });

  it('of nodes that are used again in any order, as they are drawn', () => {
    const cell = fc.nat(59);
    fc.assert(
      fc.property(fc.uniqueArray(cell, { maxLength: 40 }), fc.boolean(), (cells, isRtl) => {
        const live = cells.map((at) =>
          spot(`${at}`, (isRtl ? 2 - (at % 3) : at % 3) * 110, Math.floor(at / 3) * 90, PAGE, GRID),
        );
        const drawn = [...cells].sort((a, b) => a - b).map(String);
        expect(readingOrder(live, [], [], isRtl)).toEqual(drawn);
      }),
    );
  });

  it('of a virtual list, whatever part of it is alive and in which order parts were seen', () => {
    const window = fc.integer({ min: 0, max: 70 });
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 8 }), (starts) => {
        const seen = new Map<string, Spot>();
        let last: string[] = [];
        for (const start of starts) {
          const live = column(start, start + 30);
          for (const one of live) seen.set(one.id, one);
          const alive = new Set(live.map(({ id }) => id));
          const gone = [...seen.values()].filter(({ id }) => !alive.has(id));
          last = readingOrder(live, gone, last);
        }
        const all = [...seen.keys()].map(Number).sort((a, b) => a - b);
        expect(last).toEqual(all.map(String));
      }),
    );
  });

  it('of a grid of which some nodes went before their pictures had loaded, with no height yet', () => {
    const start = fc.integer({ min: 0, max: 8 });
    const missed = fc.uniqueArray(fc.nat(54));
    fc.assert(
      fc.property(fc.array(start, { minLength: 1, maxLength: 6 }), missed, (starts, flat) => {
        const seen = new Map<string, Spot>();
        let last: string[] = [];
        for (const row of starts) {
          const cells = Array.from({ length: 15 }, (_, index) => row * 5 + index);
          const spots = cells.map((at) =>
            spot(`${at}`, (at % 5) * 110, Math.floor(at / 5) * 90, PAGE, GRID),
          );
          const live = spots.filter((_, index) => !flat.includes(row * 5 + index));
          for (const one of spots) {
            const height = live.includes(one) ? one.box.height : 0;
            seen.set(one.id, { ...one, box: { ...one.box, height } });
          }
          const gone = [...seen.values()].filter(({ id }) => !live.some((one) => one.id === id));
          last = readingOrder(live, gone, last);
        }
        const all = [...seen.keys()].map(Number).sort((a, b) => a - b);
        expect(last).toEqual(all.map(String));
      }),
    );
  });

  it('what is gone stays before what comes after the list', () => {
    const footer = spot('footer', 0, 99_000);
    const first = readingOrder([...column(0, 3), footer], [], []);
    expect(readingOrder([...column(6, 9), footer], column(0, 3), first)).toEqual([
      ...ids(0, 3),
      ...ids(6, 9),
      'footer',
    ]);
  });

  it('does not compare what scrolls apart', () => {
    const list = {};
    const inside = [spot('x', 0, 9_000, list), spot('y', 0, 9_100, list)];
    expect(readingOrder([...inside, spot('below', 0, 500)], [], [])).toEqual(['x', 'y', 'below']);
  });

  it('a picture that another has replaced in its place comes before it', () => {
    expect(readingOrder([spot('new', 0, 0)], [spot('old', 0, 0)], ['old'])).toEqual(['old', 'new']);
  });
});
