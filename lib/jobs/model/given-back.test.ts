import { describe, expect, it } from 'vitest';
import { givenBack, placeOf, type SourceRow } from './given-back';

let made = 0;
function row(path?: string, more: { archive?: string; entry?: number } = {}): SourceRow {
  made += 1;
  const origin = {
    kind: 'file',
    blobKey: 'k',
    name: 'n.png',
    ...(path && { path }),
    ...more,
  } as const;
  return { id: `row ${made}`, createdAt: made, origin, target: '2k' };
}
const pathsOf = (rows: SourceRow[]) => [...(givenBack(rows)?.places.values() ?? [])];

describe('an archive', () => {
  const inside = (path: string, entry: number) => row(path, { archive: 'comics/Vol. 1', entry });

  it('is given back with the paths and the order of its directory, however the rows are sorted', () => {
    const rows = [inside('ch 1/p2.png', 2), inside('ch 1/p10.png', 0), inside('p3.png', 1)];
    const expected = ['ch 1/p10.png', 'p3.png', 'ch 1/p2.png'];
    expect(pathsOf(rows)).toEqual(expected);
    expect(pathsOf(rows.toReversed())).toEqual(expected);
    expect(givenBack(rows)?.name).toBe('Vol. 1_2k');
  });

  it('and another one of the same folder are given back as the folder', () => {
    const rows = [inside('1.png', 0), row('1.png', { archive: 'comics/Vol. 2', entry: 0 })];
    expect(pathsOf(rows)).toEqual(['comics/Vol. 1/1.png', 'comics/Vol. 2/1.png']);
    expect(givenBack(rows)?.name).toBe('comics_2k');
  });
});

it('a folder is given back with its name and its tree, in its order', () => {
  const rows = [row('trip/9.png'), row('trip/10.png'), row('trip/day 2/1.png')];
  expect(pathsOf(rows.toReversed())).toEqual(['trip/9.png', 'trip/10.png', 'trip/day 2/1.png']);
  expect(givenBack(rows)?.name).toBe('trip_2k');
});

it.each([
  ['nothing', []],
  ['a loose file', [row()]],
  ['two folders', [row('a/1.png'), row('b/1.png')]],
  ['a folder and a loose file', [row('a/1.png'), row()]],
  ['an archive and a folder', [row('a/1.png'), row('1.png', { archive: 'b' })]],
])('%s is not given back', (_, rows) => {
  expect(givenBack(rows)).toBeUndefined();
});

it('the place of a file begins with its archive', () => {
  expect(placeOf(row('ch 1/1.png', { archive: 'Vol. 1' }).origin)).toBe('Vol. 1/ch 1/1.png');
  expect(placeOf(row('trip/1.png').origin)).toBe('trip/1.png');
  expect(placeOf(row().origin)).toBeUndefined();
});
