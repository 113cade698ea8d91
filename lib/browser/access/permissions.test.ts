import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EVERYWHERE, mayAccess, onAccessChange, requestAccess } from './permissions';

let granted: string[];
let added: (() => void)[];
let removed: (() => void)[];

beforeEach(() => {
  granted = [];
  added = [];
  removed = [];
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins }: { origins: string[] }) =>
      origins.every((origin) => granted.includes(origin)),
    request: async ({ origins }: { origins: string[] }) => {
      granted.push(...origins);
      return true;
    },
    onAdded: { addListener: (listener: () => void) => added.push(listener) },
    onRemoved: { addListener: (listener: () => void) => removed.push(listener) },
  });
});

it('access is asked for by pattern', async () => {
  expect(await mayAccess('https://cdn.example.com/*')).toBe(false);
  granted.push('https://cdn.example.com/*');
  expect(await mayAccess('https://cdn.example.com/*')).toBe(true);
  expect(await mayAccess('https://www.example.com/*')).toBe(false);
});

it('the prompt comes in the same turn as the click', () => {
  void requestAccess(EVERYWHERE);
  expect(granted).toEqual(['https://*/*', 'http://*/*']);
});

it('reports grants and revocations', () => {
  let told = 0;
  onAccessChange(() => {
    told += 1;
  });
  for (const listener of [...added, ...removed]) listener();
  expect(told).toBe(2);
});
