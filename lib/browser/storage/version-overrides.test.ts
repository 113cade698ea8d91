import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BUILT_IN_VERSIONS } from '@/lib/jimeng/model/versions';
import {
  dropOverrides,
  overrideVersion,
  readOverrides,
  readVersions,
  watchOverrides,
} from './version-overrides';

beforeEach(() => fakeBrowser.reset());

it('uses the built-in versions at first', async () => {
  expect(await readVersions()).toEqual(BUILT_IN_VERSIONS);
});

it('overrides single values, and keeps the others', async () => {
  await Promise.all([overrideVersion('appvr', '8.5.0'), overrideVersion('rootModel', 'high_v60')]);
  expect(await readVersions()).toEqual({
    ...BUILT_IN_VERSIONS,
    appvr: '8.5.0',
    rootModel: 'high_v60',
  });
});

it('stores no invalid value', async () => {
  await overrideVersion('appvr', '8.5.0');
  await overrideVersion('appvr', 'https://evil.example/');
  expect(await readOverrides()).toEqual({ appvr: '8.5.0' });
});

it('ignores what is invalid in the storage', async () => {
  await fakeBrowser.storage.local.set({ versions: { appvr: 'x\r\ny', webVersion: '7.6.0', a: 1 } });
  expect(await readOverrides()).toEqual({ webVersion: '7.6.0' });
  await fakeBrowser.storage.local.set({ versions: 'odd' });
  expect(await readVersions()).toEqual(BUILT_IN_VERSIONS);
});

it('returns to the built-in value, one by one or all', async () => {
  await overrideVersion('appvr', '8.5.0');
  await overrideVersion('webVersion', '7.6.0');
  await overrideVersion('appvr', BUILT_IN_VERSIONS.appvr);
  expect(await readOverrides()).toEqual({ webVersion: '7.6.0' });
  await dropOverrides();
  expect(await readOverrides()).toEqual({});
});

it('tells every context of a change', async () => {
  const seen: unknown[] = [];
  const stop = watchOverrides((overrides) => seen.push(overrides));
  await overrideVersion('appvr', '8.5.0');
  expect(seen).toEqual([{ appvr: '8.5.0' }]);
  stop();
});

it('uses the built-in versions when the storage fails', async () => {
  Object.assign(fakeBrowser.storage.local, { get: () => Promise.reject(new Error('broken')) });
  expect(await readVersions()).toEqual(BUILT_IN_VERSIONS);
});
