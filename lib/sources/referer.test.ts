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

const OWN = 'https://a.test/i.png';
const OTHER = 'https://cdn.test/i.png';

test.each<[string, string, string | undefined]>([
  ['no-referrer', OWN, undefined],
  ['no-referrer', OTHER, undefined],
  ['same-origin', OWN, 'https://a.test/x?q=1'],
  ['same-origin', OTHER, undefined],
  ['origin', OWN, 'https://a.test/'],
  ['strict-origin', OWN, 'https://a.test/'],
  ['strict-origin', OTHER, 'https://a.test/'],
  ['unsafe-url', OTHER, 'https://a.test/'],
  ['nonsense', OWN, 'https://a.test/x?q=1'],
])('the page wishes %s for %s', (policy, image, expected) => {
  expect(refererFor('https://a.test/x?q=1', image, policy)).toBe(expected);
});
