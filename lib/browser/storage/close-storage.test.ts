import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeStorage } from './close-storage';

const AREAS = ['local', 'sync', 'session'] as const;

it('closes every area that the browser can close, before anything else happens', () => {
  const closed: unknown[] = [];
  for (const area of AREAS) {
    const setAccessLevel = vi.fn(async (access: unknown) => void closed.push([area, access]));
    Object.assign(fakeBrowser.storage[area], { setAccessLevel });
  }
  void closeStorage();
  const access = { accessLevel: 'TRUSTED_CONTEXTS' };
  expect(closed).toEqual(AREAS.map((area) => [area, access]));
});

it('does nothing where the browser cannot close an area', async () => {
  for (const area of AREAS) Object.assign(fakeBrowser.storage[area], { setAccessLevel: undefined });
  await expect(closeStorage()).resolves.toBeUndefined();
});
