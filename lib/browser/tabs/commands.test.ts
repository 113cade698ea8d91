import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import config from '@/wxt.config';
import { COMMANDS, type HeardCommand } from './command-names';
import {
  type CommandListener,
  canSetShortcuts,
  onCommands,
  readShortcut,
  readShortcuts,
  setShortcut,
} from './commands';

beforeEach(() => fakeBrowser.reset());

const withCommands = (commands: unknown) => Object.assign(fakeBrowser, { commands });

describe('the keys', () => {
  it.each([
    ['as it is written on a Mac', [{ name: 'upscale-under-pointer', shortcut: '⌥⇧U' }], '⌥⇧U'],
    ['empty when it was taken away', [{ name: 'upscale-under-pointer', shortcut: '' }], ''],
    ['empty when it is not known', [{ name: '_execute_action', shortcut: 'Alt+X' }], ''],
  ])('the shortcut is %s', async (_, commands, keys) => {
    withCommands({ getAll: async () => commands });
    expect(await readShortcut()).toBe(keys);
  });

  it('are those of our commands, in our order, and none where there are no commands', async () => {
    const theirs = { name: 'other', shortcut: 'Alt+O' };
    const popup = { name: '_execute_action', shortcut: 'Alt+Shift+Y' };
    withCommands({ getAll: async () => [theirs, { name: 'open-list' }, popup] });
    expect(await readShortcuts()).toEqual([
      { name: '_execute_action', keys: 'Alt+Shift+Y' },
      { name: 'open-list', keys: '' },
    ]);
    withCommands(undefined);
    expect(await readShortcuts()).toEqual([]);
    expect(await readShortcut()).toBe('');
  });

  it('can be set where the browser lets an extension do it', async () => {
    withCommands({ getAll: async () => [] });
    expect(canSetShortcuts()).toBe(false);
    const update = vi.fn(async () => {});
    withCommands({ getAll: async () => [], update });
    expect(canSetShortcuts()).toBe(true);
    await setShortcut('open-list', 'Alt+Shift+L');
    expect(update).toHaveBeenCalledWith({ name: 'open-list', shortcut: 'Alt+Shift+L' });
  });
});

describe('a command', () => {
  const HEARD = COMMANDS.filter((name): name is HeardCommand => name !== '_execute_action');

  it('is heard by its own listener alone, with the page in front', () => {
    let press: (command: string, tab?: object) => void = () => {};
    withCommands({ onCommand: { addListener: (on: typeof press) => (press = on) } });
    const heard: unknown[] = [];
    const listeners = Object.fromEntries(
      HEARD.map((name): [string, CommandListener] => [
        name,
        (page, windowId) => heard.push([name, page?.tabId, windowId]),
      ]),
    );
    onCommands(listeners as Record<HeardCommand, CommandListener>);
    for (const name of HEARD) press(name, { id: 3, windowId: 7 });
    press('open-list');
    press('_execute_action', { id: 3 });
    press('toString', { id: 3 });
    expect(heard).toEqual([
      ...HEARD.map((name) => [name, 3, 7]),
      ['open-list', undefined, undefined],
    ]);
  });
});

describe('the manifest', () => {
  const { manifest } = config as { manifest: (env: object) => { commands: Record<string, Entry> } };
  interface Entry {
    description?: string;
    suggested_key?: object;
  }
  const { commands } = manifest({ browser: 'chrome' });

  it('has every command, and suggests no more keys than Chrome takes', () => {
    expect(Object.keys(commands).sort()).toEqual([...COMMANDS].sort());
    const suggested = Object.values(commands).filter((each) => each.suggested_key);
    expect(suggested.length).toBeLessThanOrEqual(4);
  });

  it.each(LANGUAGES)('names them in the words of the settings in %s', (language) => {
    const file = `../../../public/_locales/${language.replace('-', '_')}/messages.json`;
    const words = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
    const { names } = messagesFor(language).options.keys;
    for (const [name, { description }] of Object.entries(commands)) {
      const key = /^__MSG_(\w+)__$/.exec(description ?? '')?.[1];
      if (key) expect(words[key].message).toBe(names[name as keyof typeof names]);
      else expect(name).toBe('_execute_action');
    }
  });
});
