import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn } from '@/tests/support/drawn';
import { measureGrid, moved, rowsIn, tilesIn } from './grid';

it('fits tiles into every width', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 4000 }), (width) => {
      const { columns, tileWidth, gap } = measureGrid(width);
      expect(columns).toBeGreaterThanOrEqual(1);
      expect(columns * tileWidth + (columns - 1) * gap).toBeCloseTo(width, 3);
    }),
    drawn(100),
  );
});

it('finds the tiles that a rubber band touches', () => {
  const px = fc.nat(1500);
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 1200 }),
      fc.nat(60),
      px,
      px,
      px,
      px,
      (width, count, ...at) => {
        const measures = measureGrid(width);
        const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = at;
        const band = {
          left: Math.min(x1, x2),
          right: Math.max(x1, x2),
          top: Math.min(y1, y2),
          bottom: Math.max(y1, y2),
        };
        const touches = (tile: number) => {
          const left = (tile % measures.columns) * (measures.tileWidth + measures.gap);
          const top = Math.floor(tile / measures.columns) * (measures.tileHeight + measures.gap);
          return (
            band.left <= left + measures.tileWidth &&
            band.right >= left &&
            band.top <= top + measures.tileHeight &&
            band.bottom >= top
          );
        };
        const wanted = Array.from({ length: count }, (_, tile) => tile).filter(touches);
        expect(tilesIn(measures, count, band)).toEqual(wanted);
      },
    ),
    drawn(300),
  );
});

it('shows the rows near the window, and never none', () => {
  const measures = measureGrid(700);
  const pitch = measures.tileHeight + measures.gap;
  expect(rowsIn(measures, 100, -500, 2 * pitch)).toEqual({ from: 0, to: 2 });
  expect(rowsIn(measures, 100, 3.5 * pitch, 4.5 * pitch)).toEqual({ from: 3, to: 5 });
  expect(rowsIn(measures, 4, 90 * pitch, 95 * pitch)).toEqual({ from: 3, to: 4 });
});

describe('keys', () => {
  const to = (key: string, at: number) => moved(key, at, 11, { columns: 4, page: 2 });

  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 10, 10],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 5],
    // Below the last row there is nothing; the last row is shorter.
    ['ArrowDown', 7, 10],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 2, 2],
    ['ArrowUp', 6, 2],
    ['PageDown', 1, 9],
    ['PageUp', 9, 1],
    ['Home', 7, 0],
    ['End', 0, 10],
  ])('%s goes from %i to %i', (key, from, where) => expect(to(key, from)).toBe(where));

  it('leaves the others alone', () => expect(to('a', 3)).toBeUndefined());

  it('stay within the pictures', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'End'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.constantFrom(...keys)),
        (count, columns, pressed) => {
          const last = pressed.reduce(
            (at, key) => moved(key, at, count, { columns, page: 3 }) ?? at,
            0,
          );
          expect(last).toBeGreaterThanOrEqual(0);
          expect(last).toBeLessThan(count);
        },
      ),
      drawn(100),
    );
  });
});
