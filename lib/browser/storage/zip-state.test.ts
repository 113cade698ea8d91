import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ZipState } from '@/lib/jobs/model/zip-state';
import { privateValue } from './private-value';
import { zipState } from './zip-state';

beforeEach(() => fakeBrowser.reset());

const ZIP: ZipState = {
  id: 'z',
  jobIds: ['a', 'b'],
  at: 1,
  packed: 1,
  missing: [{ id: 'b', name: 'lake' }],
  state: 'saving',
  url: 'blob:z',
  downloadId: 7,
};

it('keeps the ZIP until it is forgotten, out of the reach of scripts in pages', async () => {
  await zipState.write(ZIP);
  expect(await zipState.read()).toEqual(ZIP);
  expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('lake');
  await zipState.write(undefined);
  expect(await zipState.read()).toBeUndefined();
});

it('tells every context of a change', async () => {
  const seen: (ZipState | undefined)[] = [];
  const stop = zipState.watch((zip) => seen.push(zip));
  await zipState.write(ZIP);
  await vi.waitFor(() => expect(seen).toEqual([ZIP]));
  stop();
});

it.each([
  undefined,
  'zip',
  { ...ZIP, state: 'burning' },
  { ...ZIP, jobIds: 'a' },
  { ...ZIP, missing: ['lake'] },
])('takes %o for none', async (value) => {
  await privateValue('zip').write(value);
  expect(await zipState.read()).toBeUndefined();
});
