import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type CompareChoices, compareChoices, USUAL_COMPARISON } from './compare-choices';

it('remembers how the person compares, and drops what it does not know', async () => {
  fakeBrowser.reset();
  const usual: CompareChoices = { mode: 'slider', isPixelated: false };
  expect(await compareChoices.read(USUAL_COMPARISON)).toEqual(usual);
  const chosen: CompareChoices = { mode: 'lens', isPixelated: true };
  await compareChoices.write(chosen);
  expect(await compareChoices.read(USUAL_COMPARISON)).toEqual(chosen);
  await fakeBrowser.storage.local.set({ compare: { mode: 'x-ray', isPixelated: true } });
  expect(await compareChoices.read(USUAL_COMPARISON)).toEqual({
    mode: 'slider',
    isPixelated: true,
  });
  await fakeBrowser.storage.local.set({ compare: 'damaged' });
  expect(await compareChoices.read(USUAL_COMPARISON)).toEqual(usual);
});
