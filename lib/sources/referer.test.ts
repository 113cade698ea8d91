import { expect, test } from 'vitest';
import { refererFor } from './referer';

test.each<[string, string, string, string | undefined]>([
  [
    'another site gets the origin only',
    'https://a.test/x/y?q=1#f',
    'https://cdn.test/i.png',
    'https://a.test/',
  ],
  ['a sister host too', 'https://www.a.test/x', 'https://i.a.test/i.png', 'https://www.a.test/'],
  ['another port too', 'https://a.test/x', 'https://a.test:8443/i.png', 'https://a.test/'],
  [
    'the own site gets path and query',
    'https://a.test/x?q=1#f',
    'https://a.test/i.png',
    'https://a.test/x?q=1',
  ],
  [
    'never user name or password',
    'https://me:pw@a.test/x',
    'https://a.test/i.png',
    'https://a.test/x',
  ],
  ['nor in an origin', 'https://me:pw@a.test/x', 'https://b.test/i.png', 'https://a.test/'],
  ['nothing from https to http', 'https://a.test/x', 'http://b.test/i.png', undefined],
  ['from http to https', 'http://a.test/x', 'https://b.test/i.png', 'http://a.test/'],
  ['nothing from a frame without address', 'about:srcdoc', 'https://b.test/i.png', undefined],
  ['nothing from a local file', 'file:///home/me/x.html', 'https://b.test/i.png', undefined],
  ['nothing from nonsense', 'nonsense', 'https://b.test/i.png', undefined],
])('%s', (_, page, image, expected) => {
  expect(refererFor(page, image)).toBe(expected);
});
