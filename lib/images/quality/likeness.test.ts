import { beforeAll, describe, expect, test } from 'vitest';
import { likenessPairs, type Pair } from '@/tests/support/likeness-pairs';
import { isSamePicture, likeness } from './likeness';

let pairs: Pair[];

beforeAll(async () => {
  pairs = await likenessPairs(['harbour', 'cat', 'poster']);
}, 60_000);

const names = (found: Pair[]) => found.map(({ name }) => name);

describe('one picture in two versions', () => {
  test('is the same, whatever size, format, sharpness or crop', () => {
    const same = pairs.filter(({ isSame }) => isSame);
    expect(same.length).toBeGreaterThan(40);
    expect(names(same.filter(({ result }) => !isSamePicture(result)))).toEqual([]);
    expect(Math.min(...same.map(({ result }) => result.structure))).toBeGreaterThan(0.88);
  });
});

describe('two pictures', () => {
  test('are not the same, nor is the mirror of a nearly symmetric one', () => {
    const other = pairs.filter(({ isSame }) => !isSame);
    expect(other.length).toBeGreaterThan(30);
    expect(names(other)).toContain('cat, mirrored');
    expect(names(other.filter(({ result }) => isSamePicture(result)))).toEqual([]);
  });

  test('of other proportions than a crop can have are not compared', async () => {
    const shown = { bytes: new Blob(), size: { width: 800, height: 600 } };
    const tall = { bytes: new Blob(), size: { width: 300, height: 3_000 } };
    expect(
      await likeness(shown, tall, () => Promise.reject(new Error('not read'))),
    ).toBeUndefined();
  });
});
