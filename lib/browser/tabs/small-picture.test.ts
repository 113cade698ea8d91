import { expect, it } from 'vitest';
import { type AddressDeps, thumbnailAt } from './small-picture';

const FRAME = 'https://gallery.example/';
const URL_OF = 'https://cdn.example/a.jpg';

/** What is requested, with the answer 404. */
function setUp(deps: Partial<AddressDeps> = {}) {
  const asked: [unknown, RequestInit | undefined][] = [];
  return {
    asked,
    deps: {
      fetch: async (input: unknown, init?: RequestInit) => {
        asked.push([input, init]);
        return new Response('', { status: 404 });
      },
      mayAccess: async () => true,
      isPrivate: (address: string) => address.includes('//192.168.'),
      ...deps,
    } as AddressDeps,
  };
}

it('requests without cookies and without a Referer, and only where the person has allowed the host', async () => {
  const patterns: string[] = [];
  const mayAccess = async (pattern: string) => patterns.push(pattern) > 1;
  const { asked, deps } = setUp({ mayAccess });
  await thumbnailAt(URL_OF, FRAME, deps);
  expect(asked).toEqual([]);
  await thumbnailAt(URL_OF, FRAME, deps);
  expect(patterns).toEqual(['https://cdn.example/*', 'https://cdn.example/*']);
  expect(asked).toMatchObject([[URL_OF, { credentials: 'omit', referrerPolicy: 'no-referrer' }]]);
});

it.each([
  ['a local file', 'file:///home/me/a.jpg', FRAME, 0],
  ['bytes of another document', 'blob:https://gallery.example/1', FRAME, 0],
  ['the home network, for a page elsewhere', 'http://192.168.0.1/a.jpg', FRAME, 0],
  ['the home network, for its own page', 'http://192.168.0.1/a.jpg', 'http://192.168.0.1/', 1],
])('%s', async (_, url, frameUrl, requests) => {
  const { asked, deps } = setUp();
  expect(await thumbnailAt(url, frameUrl, deps)).toBeUndefined();
  expect(asked).toHaveLength(requests);
});

it('what a public address has fetched from a private one is thrown away', async () => {
  const answer = new Response('bytes');
  Object.defineProperty(answer, 'url', { value: 'http://192.168.0.1/a.jpg' });
  const { deps } = setUp({ fetch: async () => answer });
  expect(await thumbnailAt(URL_OF, FRAME, deps)).toBeUndefined();
  expect(answer.bodyUsed).toBe(false);
});
