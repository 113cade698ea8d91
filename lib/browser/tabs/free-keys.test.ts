import { expect, it } from 'vitest';
import { COMMANDS } from './command-names';
import { type Shortcut, withFreeKeys } from './free-keys';

const without = (keys: Partial<Record<string, string>> = {}): Shortcut[] =>
  COMMANDS.map((name) => ({ name, keys: keys[name] ?? '' }));
const suggestions = (commands: readonly Shortcut[]) =>
  withFreeKeys(commands).flatMap(({ suggestion }) => suggestion ?? []);

it('each command without keys gets its own, which a manifest may have', () => {
  const found = suggestions(without());
  expect(new Set(found).size).toBe(COMMANDS.length);
  for (const keys of found) expect(keys).toMatch(/^Alt\+Shift\+[A-Z0-9]$/);
});

it('a command with keys keeps them, and nobody is given the same', () => {
  const keys = { _execute_action: 'Alt+Shift+2', 'open-list': '⌥⇧M', 'pause-all': 'Ctrl+Shift+L' };
  const found = withFreeKeys(without(keys));
  for (const [name, kept] of Object.entries(keys)) {
    const command = found.find((each) => each.name === name);
    expect(command).toEqual({ name, keys: kept });
  }
  const given = suggestions(without(keys));
  expect(given).not.toContain('Alt+Shift+2');
  expect(given).not.toContain('Alt+Shift+M');
});

it('no suggestion is a key of Chrome, Edge or Firefox', () => {
  // Move to the toolbar, to the bookmarks bar and to a dialog; send feedback; groups of tabs; Firefox's menus.
  const ofBrowsers = [...'TBAICNPWXZFEVSH'].map((letter) => `Alt+Shift+${letter}`);
  for (const keys of ofBrowsers) expect(suggestions(without())).not.toContain(keys);
});
