import { expect, test } from 'vitest';
import { readDataUrl } from './data-url';

test.each<[string, string, string]>([
  ['data:image/png;base64,aGVsbG8=', 'hello', 'image/png'],
  ['DATA:image/gif;base64,aGVs\nbG8', 'hello', 'image/gif'],
  ['data:image/svg+xml,%3Csvg%2F%3E', '<svg/>', 'image/svg+xml'],
  ['data:image/svg+xml;charset=utf-8,<svg/>', '<svg/>', 'image/svg+xml;charset=utf-8'],
  ['data:,', '', 'text/plain;charset=us-ascii'],
])('%j', async (url, text, type) => {
  const blob = await readDataUrl(url, fetch);
  expect(await blob.text()).toBe(text);
  expect(blob.type.replace(/;\s+/, ';').toLowerCase()).toBe(type);
});

test.each(['data:image/png;base64', 'data:', 'data:image/png;base64,***', 'https://a.test/,', ''])(
  '%j is malformed',
  async (url) => {
    await expect(readDataUrl(url, fetch)).rejects.toMatchObject({ code: 'source-malformed' });
  },
);
