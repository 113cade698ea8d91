import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { privateValue } from '../storage/private-value';
import { replaceSites } from './sites';

const GALLERY = 'https://gallery.example/*';

beforeEach(async () => {
  fakeBrowser.reset();
  await privateValue('replace/sites').remove();
});

it('switches a site on without reading ahead, keeps what was chosen, and switches it off', async () => {
  await replaceSites.switchOn(GALLERY, 5);
  expect(await replaceSites.read()).toEqual({
    [GALLERY]: { since: 5, isMarked: true, ahead: 0, limit: 0 },
  });
  await replaceSites.change(GALLERY, { ahead: 3, limit: 24, isMarked: false });
  await replaceSites.switchOn(GALLERY, 9);
  const chosen = { since: 5, isMarked: false, ahead: 3, limit: 24 };
  expect(await replaceSites.read()).toEqual({ [GALLERY]: chosen });
  await replaceSites.switchOff(GALLERY);
  expect(await replaceSites.read()).toEqual({});
});

it('changes no site that is off, and makes no more ahead than it can', async () => {
  await replaceSites.change(GALLERY, { ahead: 3 });
  expect(await replaceSites.read()).toEqual({});
  await replaceSites.switchOn(GALLERY, 5);
  await replaceSites.change(GALLERY, { ahead: 1_000 });
  expect((await replaceSites.read())[GALLERY]?.ahead).toBe(20);
});

it('takes neither hosts of the service nor patterns of more than a host', async () => {
  for (const pattern of [
    'https://jimeng.jianying.com/*',
    'https://*/*',
    '<all_urls>',
    'https://gallery.example/a/*',
    'ftp://gallery.example/*',
  ]) {
    await replaceSites.switchOn(pattern, 1);
  }
  expect(await replaceSites.read()).toEqual({});
});

it('drops what is damaged, and keeps the newest of too many', async () => {
  const good = { since: 1, isMarked: true, ahead: 0, limit: 0 };
  await privateValue('replace/sites').write({
    [GALLERY]: good,
    'https://a.example/*': { ...good, limit: -1 },
    'https://b.example/*': 'on',
    'https://*/*': good,
  });
  expect(Object.keys(await replaceSites.read())).toEqual([GALLERY]);
  for (let at = 0; at < 201; at += 1)
    await replaceSites.switchOn(`https://s${at}.example/*`, at + 2);
  const sites = await replaceSites.read();
  expect(Object.keys(sites)).toHaveLength(200);
  expect(sites[GALLERY]).toBeUndefined();
});
