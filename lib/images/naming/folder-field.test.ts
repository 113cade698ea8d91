import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NameFacts, savePath } from './filename';

const FACTS: NameFacts = {
  name: '003',
  type: 'png',
  target: '2k',
  upscaler: 'smart-hd',
  host: '',
  title: '',
  width: 2880,
  height: 2160,
  id: '1b4e28ba',
  at: 0,
};
const path = (rule: string, folder?: string, template = '{name}') =>
  savePath({ template, folder: rule }, { ...FACTS, folder });

describe('{folder}', () => {
  it.each([
    ['{folder}', 'trip/day 2', 'trip/day 2/003.png'],
    ['Upscaled/{folder}', 'trip/day 2', 'Upscaled/trip/day 2/003.png'],
    ['{folder}/{target}', 'trip', 'trip/2k/003.png'],
    ['my {folder} big', 'trip/day 2', 'my trip/day 2 big/003.png'],
    ['{folder}', undefined, '003.png'],
    ['Upscaled/{folder}', undefined, 'Upscaled/003.png'],
    ['{folder}_{target}', undefined, '2k/003.png'],
  ])('%s for a file from %s: %s', (rule, folder, expected) => {
    expect(path(rule, folder)).toBe(expected);
  });

  it('is no tree in the name of a file, and no template in itself', () => {
    expect(path('', 'trip/day 2', '{folder}_{name}')).toBe('trip_day 2_003.png');
    expect(path('{folder}', '{name}/{id}')).toBe('{name}/{id}/003.png');
  });

  it('makes every part safe, and never leaves the folder', () => {
    expect(path('{folder}', '../C:/con/ ./a\\b/x.lnk')).toBe('C_/con_/a_b/x_lnk/003.png');
    const part = fc.constantFrom(
      '..',
      '.',
      'con',
      'a',
      ' ',
      '~',
      '\u202e',
      'x.local',
      'é'.repeat(60),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const made = path('{folder}', parts.join('/'));
        expect(new TextEncoder().encode(made).length).toBeLessThanOrEqual(201);
        for (const each of made.split('/')) {
          expect(each).toMatch(/^[^.~\s\\:]/);
          expect(each).not.toMatch(/^con$|\.local$|[. ]$/);
        }
      }),
    );
  });

  it('keeps all levels of a deep tree, with long names shortened', () => {
    const deep = [
      'Publisher of many comics',
      'A series (2012)',
      'Volume 01 - The beginning',
      'ch 3',
    ];
    const made = path('{folder}', deep.join('/')).split('/');
    expect(made).toHaveLength(5);
    for (const [level, name] of deep.entries()) expect(name).toContain(made[level]);
    expect(made[3]).toBe('ch 3');
  });
});
