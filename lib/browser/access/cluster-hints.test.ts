import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DREAMINA_SG, JIMENG_CN } from '@/lib/jimeng/model/sites';
import { readClusterHints } from './cluster-hints';

const cookies = new Map<string, string>();
const get = vi.fn(async ({ name }: { name: string }) => {
  const value = cookies.get(name);
  return value === undefined ? null : { name, value };
});

beforeEach(() => {
  fakeBrowser.reset();
  cookies.clear();
  get.mockClear();
  Object.assign(browser, { cookies: { get } });
});

it('reads the two cookies of the site', async () => {
  cookies.set('store-idc', 'useast5').set('store-country-code', 'us').set('sessionid', 'secret');
  expect(await readClusterHints(DREAMINA_SG)).toEqual({ idc: 'useast5', country: 'us' });
  const url = 'https://dreamina.capcut.com/';
  expect(get.mock.calls).toEqual([
    [{ url, name: 'store-idc' }],
    [{ url, name: 'store-country-code' }],
  ]);
});

it.each(['', '5', 'us\r\nCookie: a', '<b>', 'x'.repeat(33)])('drops %j', async (value) => {
  cookies.set('store-idc', value).set('store-country-code', 'jp');
  expect(await readClusterHints(DREAMINA_SG)).toEqual({ country: 'jp' });
});

it('has none without access, and asks for none at a site without such cookies', async () => {
  get.mockRejectedValueOnce(new Error('no access'));
  expect(await readClusterHints(DREAMINA_SG)).toEqual({});
  get.mockClear();
  expect(await readClusterHints(JIMENG_CN)).toEqual({});
  expect(get).not.toHaveBeenCalled();
});
