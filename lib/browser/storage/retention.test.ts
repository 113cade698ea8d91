import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeRetention, DEFAULT_RETENTION, isTidyDue, readRetention } from './retention';

beforeEach(() => fakeBrowser.reset());

it('keeps 5,000 jobs and every unsaved result by default', async () => {
  expect(await readRetention()).toEqual({
    days: 0,
    rows: 5_000,
    bytes: 0,
    includesUnsaved: false,
  });
  await changeRetention({ days: 90 });
  await changeRetention({ rows: 0 });
  await changeRetention({ bytes: 1e9 });
  expect(await readRetention()).toEqual({
    days: 90,
    rows: 0,
    bytes: 1e9,
    includesUnsaved: false,
  });
});

it.each([null, 'all', { days: 1, rows: -5, bytes: 1, includesUnsaved: 'yes' }])(
  'falls back when %j is stored: a wrong number would delete the history',
  async (stored) => {
    await fakeBrowser.storage.local.set({ retention: stored });
    expect(await readRetention()).toEqual(DEFAULT_RETENTION);
  },
);

it('is due once a day, also after the clock was set back', async () => {
  const day = 86_400_000;
  expect(await isTidyDue(10 * day)).toBe(true);
  expect(await isTidyDue(10.5 * day)).toBe(false);
  expect(await isTidyDue(11 * day)).toBe(true);
  expect(await isTidyDue(3 * day)).toBe(true);
});
