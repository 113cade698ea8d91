import { describe, expect, test } from 'vitest';
import { RULES as OWN } from './all-rules';
import { byRules, largerAddresses } from './larger-addresses';
import { ART_EXAMPLES } from './rules/art';
import { BOARD_EXAMPLES } from './rules/boards';
import { BOOK_AND_GAME_EXAMPLES } from './rules/books-games';
import { GENERAL, GENERAL_EXAMPLES } from './rules/general';
import { MEDIA_EXAMPLES } from './rules/media';
import { OPTIMISER_EXAMPLES } from './rules/optimisers';
import { PHOTO_EXAMPLES } from './rules/photos';
import { PUBLISHING_EXAMPLES } from './rules/publishing';
import type { Example } from './rules/rule';
import { SEARCH_EXAMPLES } from './rules/search';
import { SHOP_PROGRAM_EXAMPLES } from './rules/shop-programs';
import { SHOP_EXAMPLES } from './rules/shops';
import { EASTERN_SHOP_EXAMPLES } from './rules/shops-east';
import { EASTERN_SOCIAL_EXAMPLES } from './rules/social-east';
import { WESTERN_SOCIAL_EXAMPLES } from './rules/social-west';
import { TRAVEL_EXAMPLES } from './rules/travel';

const RULES = [...OWN, ...GENERAL];
const EXAMPLES: readonly Example[] = [
  ...ART_EXAMPLES,
  ...BOARD_EXAMPLES,
  ...GENERAL_EXAMPLES,
  ...MEDIA_EXAMPLES,
  ...BOOK_AND_GAME_EXAMPLES,
  ...OPTIMISER_EXAMPLES,
  ...PHOTO_EXAMPLES,
  ...PUBLISHING_EXAMPLES,
  ...SEARCH_EXAMPLES,
  ...SHOP_EXAMPLES,
  ...SHOP_PROGRAM_EXAMPLES,
  ...EASTERN_SHOP_EXAMPLES,
  ...EASTERN_SOCIAL_EXAMPLES,
  ...WESTERN_SOCIAL_EXAMPLES,
  ...TRAVEL_EXAMPLES,
];

const urls = (shown: string | undefined, named: readonly string[] = []) =>
  largerAddresses(shown, named).map(({ url }) => url);

describe('rules', () => {
  test('are many, have names of their own, and an example each', () => {
    expect(RULES.length).toBeGreaterThanOrEqual(120);
    const names = RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !EXAMPLES.some(({ rule }) => rule === name))).toEqual([]);
    expect(EXAMPLES.filter(({ rule }) => !names.includes(rule))).toEqual([]);
  });

  test.each(EXAMPLES.map((example) => [example.rule, example] as const))(
    '%s',
    (_, { url, larger, other, source, date }) => {
      expect(urls(url)).toEqual(larger);
      expect(byRules(other)).toEqual([]);
      expect(URL.canParse(source) && /^20\d\d-\d\d$/.test(date)).toBe(true);
    },
  );

  test('find nothing larger than the largest', () => {
    const last = EXAMPLES.flatMap(({ larger }) => larger.slice(0, 1));
    const changed = last.filter((url) => byRules(url).some((one) => one.url !== url));
    expect(changed).toEqual([]);
  });

  test('of a host are for no other host', () => {
    const evil = EXAMPLES.filter(({ rule }) => RULES.find(({ name }) => name === rule)?.hosts);
    for (const { url } of evil) {
      const { hostname } = new URL(url);
      const elsewhere = url.replace(hostname, `${hostname}.evil.example`);
      const referers = byRules(elsewhere).flatMap(({ referer }) => referer ?? []);
      expect(referers, elsewhere).toEqual([]);
    }
    expect(byRules('https://notpbs.twimg.com.evil.example/media/A?name=small')).toEqual([]);
  });

  test('take no time on hostile addresses', () => {
    const long = [
      `https://a.example/${'1x'.repeat(4_000)}.jpg`,
      `https://a.example/${'-11x11'.repeat(1_300)}.jpg`,
      `https://a.example/${'unsafe/'.repeat(1_100)}`,
      `https://a.example/${'thumb_'.repeat(1_300)}.jpg`,
      `https://a.example/${'w_1/'.repeat(2_000)}a.jpg`,
      `https://res.cloudinary.com/a/image/upload/${'w_1/'.repeat(2_000)}`,
      `https://a.example/wp-content/uploads/${'-10x10'.repeat(1_300)}`,
    ];
    const start = performance.now();
    for (const url of long) byRules(url);
    // One tenth of a second for each of these would be felt; they take a few ms.
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

test.each([
  'https://shop.imgix.net/a.jpg?w=300&s=abcdef0123456789',
  'https://x.s3.amazonaws.com/wp-content/uploads/a-300x200.jpg?X-Amz-Signature=1',
  'https://p3.example/wp-content/uploads/a-300x200.jpg?x-signature=1&x-expires=2',
  'https://res.cloudinary.com/demo/image/upload/s--AbCdEf12--/w_300/cat.jpg',
  'https://images.unsplash.com/photo-1?w=400&token=1',
  'https://i0.wp.com/a.jpg?w=300&Expires=1&Signature=2',
])('signed: %s is left alone', (address) => {
  expect(byRules(address)).toEqual([]);
});

test.each(['data:image/png;base64,AA', 'blob:https://x.example/1', 'not an address'])(
  '%s is no business of a rule',
  (address) => {
    expect(urls(address)).toEqual([]);
  },
);

test('what the page names comes before what the rules guess, each once, never the shown one', () => {
  const shown = 'https://pbs.twimg.com/media/A?format=jpg&name=small';
  const orig = 'https://pbs.twimg.com/media/A?format=jpg&name=orig';
  const linked = 'https://blog.example/wp-content/uploads/a-1024x768.jpg';
  expect(urls(shown, [linked, shown, linked])).toEqual([
    'https://blog.example/wp-content/uploads/a.jpg',
    'https://blog.example/wp-content/uploads/a-scaled.jpg',
    linked,
    orig,
  ]);
  expect(urls(undefined)).toEqual([]);
});

test('the Referer of a rule goes with its addresses only', () => {
  const thumb =
    'https://i.pximg.net/c/250x250_80_a2/img-master/img/2024/05/01/12/00/00/1_p0_square1200.jpg';
  const found = largerAddresses(thumb, ['https://blog.example/cat.jpg']);
  expect(found.filter(({ referer }) => referer).map(({ url }) => new URL(url).hostname)).toEqual(
    Array(3).fill('i.pximg.net'),
  );
});

describe('an address in an address', () => {
  const CAT = 'https://images.example/cat.jpg';
  const base64 = btoa(CAT);
  test.each([
    ['a viewer', `https://search.example/imgres?imgurl=${encodeURIComponent(CAT)}&h=1`],
    ['Bing', `https://www.bing.com/images/search?view=detail&mediaurl=${encodeURIComponent(CAT)}`],
    ['a proxy', `https://images.weserv.nl/?url=images.example/cat.jpg&w=200`],
    ['a proxy without a scheme', 'https://images.weserv.nl/?url=//images.example/cat.jpg'],
    ['Next.js', `https://shop.example/_next/image?url=${encodeURIComponent(CAT)}&w=384&q=75`],
    ['twice encoded', `https://p.example/?url=${encodeURIComponent(encodeURIComponent(CAT))}`],
    ['base64 in a parameter', `https://p.example/?src=${encodeURIComponent(base64)}`],
    ['base64 in the path', `https://p.example/sig/${base64.replace(/=+$/, '')}`],
    ['in the path', `https://p.example/w/300/${CAT}`],
    ['encoded in the path', `https://p.example/w/300/${encodeURIComponent(CAT)}`],
    ['one slash is lost', 'https://p.example/w/300/https:/images.example/cat.jpg'],
  ])('%s', (_, address) => {
    expect(urls(address)).toContain(CAT);
    expect(urls('https://shown.example/small.jpg', [address])).toContain(CAT);
  });

  test('of the same host, as Next.js has it', () => {
    expect(urls('https://shop.example/_next/image?url=%2Fmedia%2Fcat.jpg&w=384')).toContain(
      'https://shop.example/media/cat.jpg',
    );
  });

  test('in an address in an address: the innermost first', () => {
    const proxy = `https://images.weserv.nl/?url=${encodeURIComponent(CAT)}`;
    const next = `https://shop.example/_next/image?url=${encodeURIComponent(proxy)}&w=1`;
    expect(urls(next).slice(0, 2)).toEqual([CAT, proxy]);
  });

  test.each([
    ['a page that a link names', 'https://x.example/out?url=https%3A%2F%2Fpage.example%2Fabout'],
    ['a script', 'https://x.example/?url=javascript:alert(1)'],
    ['a file', 'https://x.example/?img=file%3A%2F%2F%2Fetc%2Fcat.jpg'],
    ['a user name', 'https://x.example/?img=https%3A%2F%2Fme%3Apw%40h.example%2Fcat.jpg'],
    ['words', 'https://words.example/?r=cat+jpg'],
  ])('%s is none', (_, address) => {
    expect(urls('https://shown.example/small.jpg', [address])).toEqual([address]);
  });
});
