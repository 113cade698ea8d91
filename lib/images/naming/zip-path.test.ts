import { describe, expect, test } from 'vitest';
import { zipPath } from './filename';
import { zipFolders } from './name-template';

const AT = new Date(2026, 10, 22, 9, 5, 3).getTime();

describe('a ZIP', () => {
  test.each([
    ['', '', ''],
    ['Boats', 'Boats', ''],
    ['Boats/{host}/big', 'Boats', '{host}/big'],
    ['{date}/Boats', '', '{date}/Boats'],
    ['a\\b{unknown}', 'a/b{unknown}', ''],
  ])('is in the folders before the first field: %s', (folder, outside, inside) => {
    expect(zipFolders(folder)).toEqual({ outside, inside });
  });

  test('has the local time of the click in its name, and stays below the downloads', () => {
    expect(zipPath('Boats', AT)).toBe('Boats/images_2026-11-22_09-05-03.zip');
    expect(zipPath('../C:/{name}', AT)).not.toMatch(/\.\.|:|[{}]/);
  });

  test('has a name of its own if one is given', () => {
    expect(zipPath('Boats', AT, 'Volume 1_2k')).toBe('Boats/Volume 1_2k.zip');
    expect(zipPath('', AT, '../a/b')).toBe('_a_b.zip');
    expect(zipPath('', AT, '..')).toMatch(/^images_/);
    expect(new TextEncoder().encode(zipPath('', AT, '猫'.repeat(200))).length).toBeLessThanOrEqual(
      124,
    );
  });
});
