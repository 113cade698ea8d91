import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pickerChoices } from './picker-choices';

it('remembers what was chosen, and drops what it does not know', async () => {
  fakeBrowser.reset();
  expect(await pickerChoices.read()).toEqual({ start: 'none', sort: 'page' });
  await pickerChoices.write({ start: 'all', sort: 'bytes' });
  expect(await pickerChoices.read()).toEqual({ start: 'all', sort: 'bytes' });
  await fakeBrowser.storage.local.set({ picker: { start: 'some', sort: 'pixels' } });
  expect(await pickerChoices.read()).toEqual({ start: 'none', sort: 'pixels' });
  await fakeBrowser.storage.local.set({ picker: 'damaged' });
  expect(await pickerChoices.read()).toEqual({ start: 'none', sort: 'page' });
});
