import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { versionsOf } from '@/lib/jimeng/model/versions';
import {
  dropOverrides,
  overrideVersion,
  readOverrides,
  readVersions,
  watchOverrides,
} from './version-overrides';

beforeEach(() => fakeBrowser.reset());

it('uses the built-in versions at first', async () => {
  expect(await readVersions('jimeng')).toEqual(versionsOf('jimeng'));
});

it('overrides single values, and keeps the others', async () => {
  await Promise.all([
    overrideVersion('jimeng', 'appvr', '8.5.0'),
    overrideVersion('jimeng', 'rootModel', 'high_v60'),
  ]);
  expect(await readVersions('jimeng')).toEqual({
    ...versionsOf('jimeng'),
    appvr: '8.5.0',
    rootModel: 'high_v60',
  });
});

it('stores no invalid value', async () => {
  await overrideVersion('jimeng', 'appvr', '8.5.0');
  await overrideVersion('jimeng', 'appvr', 'https://evil.example/');
  expect(await readOverrides('jimeng')).toEqual({ appvr: '8.5.0' });
});

it('ignores what is invalid in the storage', async () => {
  await fakeBrowser.storage.local.set({
    versions: { jimeng: { appvr: 'x\r\ny', webVersion: '7.6.0', a: 1 }, a: 1 },
  });
  expect(await readOverrides('jimeng')).toEqual({ webVersion: '7.6.0' });
  await fakeBrowser.storage.local.set({ versions: 'odd' });
  expect(await readVersions('jimeng')).toEqual(versionsOf('jimeng'));
});

it('returns to the built-in value, one by one or all', async () => {
  await overrideVersion('jimeng', 'appvr', '8.5.0');
  await overrideVersion('jimeng', 'webVersion', '7.6.0');
  await overrideVersion('jimeng', 'appvr', versionsOf('jimeng').appvr);
  expect(await readOverrides('jimeng')).toEqual({ webVersion: '7.6.0' });
  await dropOverrides('jimeng');
  expect(await readOverrides('jimeng')).toEqual({});
});

it('tells every context of a change', async () => {
  const seen: unknown[] = [];
  const stop = watchOverrides('jimeng', (overrides) => seen.push(overrides));
  await overrideVersion('jimeng', 'appvr', '8.5.0');
  expect(seen).toEqual([{ appvr: '8.5.0' }]);
  stop();
});

it('keeps the overrides of each site apart', async () => {
  await overrideVersion('jimeng', 'appvr', '8.5.0');
  await overrideVersion('dreamina', 'appvr', '8.6.0');
  await dropOverrides('jimeng');
  expect(await readVersions('jimeng')).toEqual(versionsOf('jimeng'));
  expect(await readVersions('dreamina')).toEqual({ ...versionsOf('dreamina'), appvr: '8.6.0' });
});

it('uses the built-in versions when the storage fails', async () => {
  Object.assign(fakeBrowser.storage.local, { get: () => Promise.reject(new Error('broken')) });
  expect(await readVersions('jimeng')).toEqual(versionsOf('jimeng'));
});
