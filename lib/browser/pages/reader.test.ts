import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openReader, readBatchId } from './reader';

let opened: { url: string }[];

beforeEach(() => {
  opened = [];
  Object.assign(fakeBrowser.tabs, {
    create: async (tab: { url: string }) => void opened.push(tab),
  });
});

it.each(['a-1', '', 'a&batch=b', '"><img src=x>', 'https://evil.example/a.svg#x'])(
  'opens the batch %s in a tab whose address has its id and nothing else',
  async (id) => {
    await openReader(id);
    const [{ url } = { url: '' }] = opened;
    const { pathname, search, hash } = new URL(url);
    expect([pathname, readBatchId(search), hash]).toEqual(['/reader.html', id, '']);
  },
);

it('an address without an id is about no batch', () => {
  expect(readBatchId('?other=1')).toBe('');
});
