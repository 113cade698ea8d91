import { describe, expect, test, vi } from 'vitest';
import { CDN_RULES } from './cdn-rules';
import { cdnOriginals, isSigned, largerOriginals } from './originals';

describe('rules', () => {
  test.each(CDN_RULES.map(({ name, example, larger }) => [name, example, larger]))(
    '%s',
    (_, example, larger) => {
      expect(cdnOriginals(example ?? '')).toEqual([larger]);
      // What is already the original stays as it is.
      expect(cdnOriginals(larger ?? '')).toEqual([]);
    },
  );

  test.each([
    'https://lh3.googleusercontent.com/a/AbC=s220',
    'https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Cat.png/1920px-Cat.png',
    'https://res.cloudinary.com/demo/image/upload/w_300/q_auto/cat.jpg',
    'https://cdn.shopify.com/s/files/1/products/mug_small.jpg',
    'https://live.staticflickr.com/65535/123_abcdef.jpg',
    'https://img.alicdn.com/a.png_q90.jpg_.webp',
  ])('%s has a larger version', (url) => {
    expect(cdnOriginals(url)).toHaveLength(1);
  });
});

test.each([
  'https://shop.imgix.net/a.jpg?w=300&s=abcdef0123456789',
  'https://preview.redd.it/abc.jpg?width=640&s=0123abc',
  'https://x.s3.amazonaws.com/wp-content/uploads/a-300x200.jpg?X-Amz-Signature=1',
  'https://p3.example/wp-content/uploads/a-300x200.jpg?x-signature=1&x-expires=2',
  'https://res.cloudinary.com/demo/image/upload/s--AbCdEf12--/w_300/cat.jpg',
  'https://images.unsplash.com/photo-1?w=400&token=1',
  'https://scontent.cdninstagram.com/v/a.jpg?oh=1&oe=2&_nc_ht=x',
  'https://i0.wp.com/a.jpg?w=300&Expires=1&Signature=2',
])('signed: %s is left alone', (address) => {
  expect(isSigned(new URL(address))).toBe(true);
  expect(cdnOriginals(address)).toEqual([]);
});

test.each([
  'https://example.com/cat-300x200.jpg',
  'https://example.com/a.jpg?w=300',
  'https://notpbs.twimg.com.evil.example/media/A?name=small',
  'https://evil.example/pbs.twimg.com/media/A?format=jpg&name=small',
  'data:image/png;base64,AA',
  'blob:https://x.example/1',
  'not an address',
])('%s is no business of a rule', (address) => {
  expect(cdnOriginals(address)).toEqual([]);
});

test('known versions come before guesses, each once, never the shown one', () => {
  const shown = 'https://pbs.twimg.com/media/A?format=jpg&name=small';
  const orig = 'https://pbs.twimg.com/media/A?format=jpg&name=orig';
  const linked = 'https://blog.example/wp-content/uploads/a-1024x768.jpg';
  expect(largerOriginals(shown, [linked, shown, linked])).toEqual([
    'https://blog.example/wp-content/uploads/a.jpg',
    linked,
    orig,
  ]);
  expect(largerOriginals(undefined, [])).toEqual([]);
});

test('a signature is seen by what Firefox lets a script in a page see of an address', () => {
  for (const method of ['keys', 'entries', 'values'] as const) {
    // An iterator that cannot be iterated over: it has `next` and no `Symbol.iterator`.
    vi.spyOn(URLSearchParams.prototype, method).mockReturnValue({ next: () => {} } as never);
  }
  vi.spyOn(URLSearchParams.prototype, Symbol.iterator).mockReturnValue({} as never);
  try {
    expect(isSigned(new URL('https://shop.example/a.jpg?w=300&s=abcdef'))).toBe(true);
    expect(isSigned(new URL('https://shop.example/a.jpg?w=300'))).toBe(false);
  } finally {
    vi.restoreAllMocks();
  }
});
