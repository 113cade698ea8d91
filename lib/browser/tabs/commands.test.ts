import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readPopupShortcut, readShortcut } from './commands';

beforeEach(() => fakeBrowser.reset());

const withCommands = (commands: unknown) => Object.assign(fakeBrowser, { commands });

it.each([
  ['as it is written on a Mac', [{ name: 'upscale-under-pointer', shortcut: '⌥⇧U' }], '⌥⇧U'],
  ['empty when it was taken away', [{ name: 'upscale-under-pointer', shortcut: '' }], ''],
  ['empty when it is not known', [{ name: '_execute_action', shortcut: 'Alt+X' }], ''],
])('the shortcut is %s', async (_, commands, keys) => {
  withCommands({ getAll: async () => commands });
  expect(await readShortcut()).toBe(keys);
});

it('the keys of the popup are not those of the pointer', async () => {
  const pointer = { name: 'upscale-under-pointer', shortcut: 'Alt+Shift+U' };
  withCommands({
    getAll: async () => [pointer, { name: '_execute_action', shortcut: 'Alt+Shift+H' }],
  });
  expect(await readPopupShortcut()).toBe('Alt+Shift+H');
  withCommands({ getAll: async () => [pointer] });
  expect(await readPopupShortcut()).toBe('');
});

it('the shortcut is empty where there are no commands', async () => {
  withCommands(undefined);
  expect(await readShortcut()).toBe('');
});
