import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import type { FirefoxStage } from '@/scripts/browsers/firefox-stage';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { openStage } from '@/scripts/browsers/stage';
import { firefoxOfFile } from './support/firefox-of-file';

vi.setConfig({ testTimeout: 180_000 });

const begin = firefoxOfFile();

const CHOSEN = {
  target: '4k',
  background: '#c98b4e',
  dayLimit: 40,
  menuText: '&Größer',
  nameTemplate: '{host} ä {name}',
  savedTemplates: ['{name}', '<{id}> 图片'],
  quality: 0.5,
  theme: 'dark',
};
const PICKER = { start: 'all', sort: 'bytes', width: { from: 600 }, height: {}, hasIcons: true };
const RETENTION = { days: 30, rows: 1_000, bytes: 0, includesUnsaved: true };
const READER = {
  layout: 'double',
  direction: 'rtl',
  fit: 'height',
  isCapped: true,
  hasCover: true,
};
const COMPARE = { mode: 'blink', isPixelated: true };

/** The text of a file that Chromium's settings page exports. */
async function exportedByChromium(): Promise<string> {
  const stage = await openStage();
  try {
    const options = await stage.context.newPage();
    await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
    await options.evaluate((values) => chrome.storage.local.set(values), {
      settings: CHOSEN,
      picker: PICKER,
      retention: RETENTION,
      reader: READER,
      compare: COMPARE,
    });
    await options.getByRole('button', { name: 'Export settings' }).click();
    await expect.poll(() => stage.savedFiles().length).toBe(1);
    return readFileSync(stage.savedFiles()[0] ?? '', 'utf8');
  } finally {
    await stage.close();
  }
}

async function openOptions(on: FirefoxStage): Promise<FirefoxTab> {
  const popup = await on.openPopup();
  const options = await on.openTab((await popup.url()).replace('popup.html', 'options.html'));
  await popup.close();
  await untilSays(options, /Settings elsewhere/);
  return options;
}

const untilSays = (tab: FirefoxTab, words: RegExp) =>
  expect.poll(() => tab.words(), { interval: 100 }).toMatch(words);

/** What a storage area holds. */
const stored = (tab: FirefoxTab, area: 'local' | 'sync') =>
  tab.evaluate((name) => browser.storage[name].get() as Promise<Record<string, unknown>>, area);
const choose = (tab: FirefoxTab, settings: object) =>
  tab.evaluate((value) => browser.storage.local.set({ settings: value }), settings);

describe.skipIf(findFirefox() === undefined)('Firefox', () => {
  it('takes over a file of Chrome, and has equal settings', async () => {
    const text = await exportedByChromium();
    const on = await begin();
    const options = await openOptions(on);
    const before = (await stored(options, 'local')).settings;
    const path = join(dirname(on.downloads), 'settings.json');
    writeFileSync(path, text);
    await options.chooseFiles('[aria-label="Import settings"][type=file]', [path]);
    await untilSays(options, /What would change[\s\S]*2K\s+→\s+4K[\s\S]*Apply/);
    await options.clickButton('.settings-changes', 'Apply');
    await untilSays(options, /The settings were taken over/);
    const { settings, picker, retention, reader, compare } = await stored(options, 'local');
    expect({ settings, picker, retention, reader, compare }).toEqual({
      settings: CHOSEN,
      picker: PICKER,
      retention: RETENTION,
      reader: READER,
      compare: COMPARE,
    });
    await options.clickButton('.options', 'Put back the previous settings');
    await untilSays(options, /The previous settings are back/);
    expect((await stored(options, 'local')).settings).toEqual(before);
  });

  it('sends and fetches by hand, and loses nothing where a list is too long', async () => {
    const on = await begin();
    const options = await openOptions(on);
    await choose(options, CHOSEN);
    expect(await stored(options, 'sync')).toEqual({});
    await options.clickButton('.options', 'Send to sync');
    await untilSays(options, /Last sent on .* by version/);
    const there = await stored(options, 'sync');
    expect(there).toMatchObject({ 'settings/menuText': '&Größer', 'settings/dayLimit': 40 });

    const savedTemplates = Array.from({ length: 100 }, (_, at) => `${at}`.padEnd(120, 'x'));
    await choose(options, { savedTemplates });
    await options.clickButton('.options', 'Send to sync');
    await untilSays(options, /Too long for the browser’s sync: Saved file names\./);
    expect(await stored(options, 'sync')).toEqual(there);
    expect((await stored(options, 'local')).settings).toEqual({ savedTemplates });

    await options.clickButton('.options', 'Fetch from sync');
    await untilSays(options, /Saved file names[\s\S]*100 templates\s+→\s+2 templates/);
    await options.clickButton('.settings-changes', 'Apply');
    await untilSays(options, /The settings were taken over/);
    expect((await stored(options, 'local')).settings).toEqual(CHOSEN);
  });

  it('gives a command its suggested keys at once, and they work', async () => {
    const on = await begin();
    const options = await openOptions(on);
    await options.clickButton('.shortcut-list', 'Use Alt+Shift+L: Open the list in a tab');
    await options.clickButton(
      '.shortcut-list',
      'Use Alt+Shift+M: Choose several images on this page',
    );
    await expect
      .poll(() => options.buttons('.shortcut-list'))
      .not.toContain('Use Alt+Shift+M: Choose several images on this page');
    const gallery = await on.openGallery();
    on.press('alt+shift+l');
    await on.tabAt(/popup\.html$/);
    await gallery.bringToFront();
    on.press('alt+shift+m');
    await on.tabAt(/picker\.html/);
    await options.bringToFront();
    await options.clickButton('.options', 'Change shortcuts');
    await on.tabAt(/^about:addons/);
  });

  it('opens the popup by the keys that the manifest suggests', async () => {
    const on = await begin();
    await on.openGallery();
    on.press('alt+shift+y');
    await expect.poll(() => on.isPopupOpen()).toBe(true);
  });
});
