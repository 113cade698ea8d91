import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Query } from '@/lib/jobs/model/query';
import {
  comparedJobId,
  comparedThrough,
  compareQuery,
  isAgainAsked,
  openAgain,
  openCompare,
} from './compare';

let opened: unknown[];

beforeEach(() => {
  opened = [];
  Object.assign(fakeBrowser.tabs, { create: async (tab: unknown) => void opened.push(tab) });
});

it('opens the page of a row in a tab of its own', async () => {
  await openCompare('a-1');
  expect(opened).toEqual([{ url: fakeBrowser.runtime.getURL('/compare.html?job=a-1' as never) }]);
});

it('opens it where the picture can be ordered again, and the page can tell', async () => {
  await openAgain('a&b#c');
  const [{ url } = { url: '' }] = opened as { url: string }[];
  const { search, hash } = new URL(url);
  expect([comparedJobId(search), isAgainAsked(hash)]).toEqual(['a&b#c', true]);
  expect(isAgainAsked(new URL(compareQuery('a-1#again'), url).hash)).toBe(false);
});

it.each(['a-1', '', 'a&job=b', '"><img src=x>', 'https://evil.example/a.svg#x'])(
  'the id %s comes out as it went in',
  (id) => {
    expect(comparedJobId(compareQuery(id))).toBe(id);
  },
);

it('an address without an id is about no row', () => {
  expect(comparedJobId('')).toBe('');
  expect(comparedJobId('?other=1')).toBe('');
});

it('says since when the images were done that it goes through, as a moment and nothing else', async () => {
  await openCompare('a-1', { since: 1_700_000_000_000 });
  const [{ url } = { url: '' }] = opened as { url: string }[];
  const { search } = new URL(url);
  expect([comparedJobId(search), comparedThrough(search)]).toEqual([
    'a-1',
    { since: 1_700_000_000_000 },
  ]);
  for (const query of ['', '?since=', '?since=now', '?since=-1', '?since=1e99', '?since=0.5']) {
    expect(comparedThrough(query)).toEqual({});
  }
});

it.each<Query>([
  { words: 'a&job=b ü "><img>#', filter: 'all', sort: 'newest' },
  { words: '', filter: 'done', sort: 'newest' },
  { words: '', filter: 'all', sort: 'oldest' },
  { words: 'x', filter: 'needs', sort: 'name' },
])('keeps the list that the person saw: %o', async (list) => {
  await openCompare('a-1', { list });
  await openAgain('a-1', { list });
  for (const { url } of opened as { url: string }[]) {
    const { search } = new URL(url);
    expect([comparedJobId(search), comparedThrough(search)]).toEqual(['a-1', { list }]);
  }
});

it('says nothing of a list in its usual order, and ignores one that there is not', async () => {
  expect(compareQuery('a-1', { list: { words: ' ', filter: 'all', sort: 'newest' } })).toBe(
    '?job=a-1',
  );
  for (const query of [
    '?sort=',
    '?sort=random',
    '?filter=all&sort=newest',
    '?filter=constructor',
  ]) {
    expect(comparedThrough(query)).toEqual({});
  }
});
