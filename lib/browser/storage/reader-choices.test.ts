import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_CHOICES, type ReaderChoices } from '@/lib/reader/choices';
import { readerChoices } from './reader-choices';

beforeEach(() => fakeBrowser.reset());

it('remembers what was chosen, and drops what it does not know', async () => {
  expect(await readerChoices.read(DEFAULT_CHOICES)).toEqual(DEFAULT_CHOICES);
  const chosen: ReaderChoices = {
    layout: 'double',
    direction: 'rtl',
    fit: 'height',
    isCapped: true,
    hasCover: true,
  };
  await readerChoices.write(chosen);
  expect(await readerChoices.read(DEFAULT_CHOICES)).toEqual(chosen);
  const damaged = { layout: 'triple', direction: 'rtl', fit: 7, isCapped: 'yes' };
  await fakeBrowser.storage.local.set({ reader: damaged });
  expect(await readerChoices.read(DEFAULT_CHOICES)).toEqual({
    ...DEFAULT_CHOICES,
    direction: 'rtl',
  });
  await fakeBrowser.storage.local.set({ reader: 'damaged' });
  expect(await readerChoices.read(DEFAULT_CHOICES)).toEqual(DEFAULT_CHOICES);
});
