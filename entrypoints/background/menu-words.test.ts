import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/lib/browser/storage/settings';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import { wordsOfMenu } from './menu-words';
import { wishOf } from './menus';

const words = backgroundMessages('en');
const cost = (credits: number) => ({ '2k': { credits, at: 0 } });
const known = { now: cost(1), bySite: { jimeng: cost(1), dreamina: cost(4) } };

it('names the cost at the site in use', () => {
  const { targets } = wordsOfMenu(words, DEFAULT_SETTINGS, known);
  expect(targets).toEqual([
    { target: '2k', title: '2K · about 1 credit' },
    { target: '4k', title: '4K' },
  ]);
});

it('has each size once for each site, with the cost there', () => {
  const settings = { ...DEFAULT_SETTINGS, menuStyle: 'sites' } as const;
  const titles = wordsOfMenu(words, settings, known).targets.map(({ title }) => title);
  expect(titles).toEqual([
    'Jimeng · 2K · about 1 credit',
    'Jimeng · 4K',
    'Dreamina · 2K · about 4 credits',
    'Dreamina · 4K',
  ]);
});

it.each([
  ['2k', { target: '2k' }],
  ['4k@dreamina', { target: '4k', site: 'dreamina' }],
  ['2k@elsewhere', { target: '2k' }],
  ['8k', undefined],
])('an entry asks for its size and its site: %s', async (id, wish) => {
  expect(await wishOf(id)).toEqual(wish);
});

describe("a person's own text for the entry", () => {
  const titleWith = (menuText: string, menuStyle: 'sizes' | 'direct' = 'sizes') =>
    wordsOfMenu(words, { ...DEFAULT_SETTINGS, menuText, menuStyle }, known).title;

  it('takes the place of the usual one, with its access key', () => {
    expect(titleWith('')).toBe('Upscale with Dreamina');
    expect(titleWith('  ')).toBe('Upscale with Dreamina');
    expect(titleWith(' &Bigger ')).toBe('&Bigger');
  });

  it('is followed by the size where the entry has one', () => {
    expect(titleWith('Bigger', 'direct')).toBe('Bigger · 2K · about 1 credit');
  });

  it.each([
    ['Zoom & more', 'Zoom && more'],
    ['Zoom &', 'Zoom &&'],
    ['A && B', 'A && B'],
    ['&&&Zoom', '&&&Zoom'],
    ['Zoom &4', 'Zoom &4'],
    ['放大 &Z', '放大 &Z'],
  ])('shows an “&” that is before no letter: %s', (typed, title) => {
    expect(titleWith(typed)).toBe(title);
  });

  it('never shows the selected text of a page', () => {
    expect(titleWith('100%s or %s')).not.toContain('%s');
  });
});
