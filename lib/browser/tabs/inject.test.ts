import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPopup } from '../pages/popup';
import { runInFrame } from './inject';

interface Injection {
  target: { tabId: number; frameIds: number[] };
  func: (...args: unknown[]) => unknown;
  args: unknown[];
}

it('a function runs in the one frame that was named', async () => {
  const targets: unknown[] = [];
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ target, func, args }: Injection) => {
      targets.push(target);
      return [{ result: await func(...args) }];
    },
  });
  const sum = await runInFrame({ tabId: 4, frameId: 2 }, (a: number, b: number) => a + b, [1, 2]);
  expect(sum).toBe(3);
  expect(targets).toEqual([{ tabId: 4, frameIds: [2] }]);
});

it('a frame that cannot be reached is an error', async () => {
  Object.assign(fakeBrowser.scripting, {
    executeScript: () => Promise.reject(new Error('No frame with id 2 in tab')),
  });
  await expect(runInFrame({ tabId: 4, frameId: 2 }, () => 1, [])).rejects.toThrow('No frame');
});

it('what a function throws is an error in Firefox, which resolves all the same', async () => {
  Object.assign(fakeBrowser.scripting, {
    executeScript: async () => [{ frameId: 2, error: new TypeError('not iterable') }],
  });
  await expect(runInFrame({ tabId: 4, frameId: 2 }, () => 1, [])).rejects.toThrow('not iterable');
});

it.each([
  ['opens', () => Promise.resolve(), true],
  ['cannot open', () => Promise.reject(new Error('no focused window')), false],
])('a popup that %s is told: %s', async (_, open, expected) => {
  Object.assign(fakeBrowser.action, { openPopup: open });
  expect(await openPopup()).toBe(expected);
});
