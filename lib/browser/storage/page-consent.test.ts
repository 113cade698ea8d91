import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { consent } from './consent';
import { pageConsent as consents, type PageConsent } from './page-consent';
import { privateValue } from './private-value';

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB('upscale-with-dreamina-private');
});

const pageConsent = consents.jimeng;

it('is not there until it is given, and can be taken back', async () => {
  expect(await pageConsent.read()).toBeUndefined();
  await pageConsent.grant({ at: 5, isForAll: false });
  expect(await pageConsent.read()).toEqual({ at: 5, isForAll: false });
  await pageConsent.grant({ at: 6, isForAll: true });
  expect(await pageConsent.read()).toEqual({ at: 6, isForAll: true });
  await pageConsent.revoke();
  expect(await pageConsent.read()).toBeUndefined();
});

it('is apart from the consent to send images', async () => {
  await consent.grant(5);
  expect(await pageConsent.read()).toBeUndefined();
});

it.each([true, 1, null, {}, { at: 0, isForAll: true }, { at: '5' }])(
  'is not read out of %j',
  async (stored) => {
    await privateValue('page-consent/jimeng').write(stored);
    expect(await pageConsent.read()).toBeUndefined();
  },
);

it('is not for all orders unless that was stored', async () => {
  await privateValue('page-consent/jimeng').write({ at: 5, isForAll: 'yes' });
  expect(await pageConsent.read()).toEqual({ at: 5, isForAll: false });
});

it('reports changes until the watch is stopped', async () => {
  const seen: (PageConsent | undefined)[] = [];
  const stop = pageConsent.watch((given) => seen.push(given));
  await pageConsent.grant({ at: 5, isForAll: false });
  await vi.waitFor(() => expect(seen).toHaveLength(1));
  await pageConsent.revoke();
  await vi.waitFor(() => expect(seen).toEqual([{ at: 5, isForAll: false }, undefined]));
  stop();
});
