import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type PickerChoices, pickerChoices } from './picker-choices';

const USUAL: PickerChoices = {
  start: 'none',
  sort: 'page',
  width: { from: 120 },
  height: { from: 120 },
  hasIcons: false,
};

it('remembers what was chosen, and drops what it does not know', async () => {
  fakeBrowser.reset();
  expect(await pickerChoices.read(USUAL)).toEqual(USUAL);
  const chosen: PickerChoices = {
    start: 'all',
    sort: 'bytes',
    width: { from: 600, to: 620 },
    height: {},
    hasIcons: true,
  };
  await pickerChoices.write(chosen);
  expect(await pickerChoices.read(USUAL)).toEqual(chosen);
  const damaged = { start: 'some', sort: 'pixels', width: { from: 'wide' }, height: { to: -1 } };
  await fakeBrowser.storage.local.set({ picker: { ...damaged, hasIcons: 'yes' } });
  expect(await pickerChoices.read(USUAL)).toEqual({ ...USUAL, sort: 'pixels' });
  await fakeBrowser.storage.local.set({ picker: 'damaged' });
  expect(await pickerChoices.read(USUAL)).toEqual(USUAL);
});
