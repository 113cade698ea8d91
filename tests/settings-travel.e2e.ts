import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { axeFaults } from './support/axe';

let stage: Stage;
let options: Page;

const press = (name: string) => options.getByRole('button', { name, exact: true }).click();
const preview = () => options.getByRole('region', { name: 'What would change' });
const fileInput = () => options.locator('input[aria-label="Import settings"]');
const said = (words: string | RegExp) => options.getByText(words).waitFor();
/** What the settings hold, and what went to the sync. */
const stored = (area: 'local' | 'sync') =>
  options.evaluate((name) => chrome.storage[name].get(), area);
const settings = async () => (await stored('local')).settings;

async function openOptions(): Promise<void> {
  options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
  await options.getByRole('heading', { name: 'Settings elsewhere' }).waitFor();
}

beforeAll(async () => {
  stage = await openStage();
  await openOptions();
});

beforeEach(async () => {
  await options.evaluate(async () => {
    await chrome.storage.sync.clear();
    await chrome.storage.local.remove(['settings', 'picker', 'previousSettings']);
    await chrome.storage.local.set({
      retention: { days: 30, rows: 5_000, includesUnsaved: false },
    });
  });
  await options.reload();
});

afterAll(() => stage.close());

const CHOSEN = {
  target: '4k',
  nameTemplate: '{host} ä {name}',
  savedTemplates: ['{name}', '<{id}>'],
  theme: 'dark',
};
const choose = (chosen: object) =>
  options.evaluate((value) => chrome.storage.local.set({ settings: value }), chosen);

describe('a file', () => {
  it('holds what was chosen, shows what it changes, and can be undone, also after a restart', async () => {
    await choose(CHOSEN);
    await press('Export settings');
    await expect.poll(() => stage.savedFiles().length).toBe(1);
    const text = readFileSync(stage.savedFiles()[0] ?? '', 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      format: 'upscale-with-dreamina/settings',
      settings: { ...CHOSEN, 'retention.days': 30 },
    });
    expect(text).not.toMatch(/consent|session|permission|account/i);

    await choose({ parallel: 1, hologram: true });
    const before = await stored('local');
    const file = { name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await fileInput().setInputFiles(file);
    await preview().getByText('2K → 4K').waitFor();
    await preview().getByText('System → Dark').waitFor();
    await preview()
      .getByText(/^5 settings change, \d+ stay the same\.$/)
      .waitFor();
    expect(await axeFaults(options)).toEqual([]);
    expect(await stored('local')).toEqual(before);
    await press('Apply');
    await said('The settings were taken over.');
    expect(await settings()).toEqual(CHOSEN);
    await expect.poll(() => options.locator('html').getAttribute('data-theme')).toBe('dark');

    await stage.restartBrowser();
    await openOptions();
    await press('Put back the previous settings');
    await said('The previous settings are back.');
    expect(await settings()).toEqual({ parallel: 1, hologram: true });
    await press('Put back the previous settings');
    await expect.poll(settings).toEqual(CHOSEN);
  }, 60_000);

  it('that is damaged is refused, or in parts, by name', async () => {
    const give = (text: string) =>
      fileInput().setInputFiles({
        name: 'a.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    await give('{"format":"upscale-with-dreamina/history"}');
    await said('This file is not an exported settings file.');
    const file = {
      format: 'upscale-with-dreamina/settings',
      formatVersion: 1,
      version: '1.0.0',
      exportedAt: '2026-11-29T12:00:00.000Z',
      settings: { theme: 'dark', parallel: 99, hologram: true },
    };
    await give(JSON.stringify(file));
    await preview().getByText('Damaged, so not taken over: At once.').waitFor();
    await preview().getByText('Unknown to this version, so not taken over: hologram.').waitFor();
    await press('Cancel');
    expect(await preview().count()).toBe(0);
    expect(await settings()).toBeUndefined();
  });
});

describe('the sync of the browser', () => {
  it('has a key for each setting once the button was pressed, and brings them back', async () => {
    await choose(CHOSEN);
    expect(await stored('sync')).toEqual({});
    await press('Send to sync');
    await said('Sent.');
    await said(/Last sent on .* by version \d/);
    expect(await stored('sync')).toMatchObject({
      'settings/target': '4k',
      'settings/savedTemplates': CHOSEN.savedTemplates,
      'settings/at': { formatVersion: 1 },
    });
    await choose({});
    await press('Fetch from sync');
    await preview().waitFor();
    expect(await settings()).toEqual({});
    await press('Apply');
    await expect.poll(settings).toEqual(CHOSEN);
  });

  it.each([
    ['counted by us', Array.from({ length: 100 }, (_, at) => `${at}`.padEnd(120, 'x'))],
    // Chrome writes each "<" as six bytes.
    ['refused by the browser', Array.from({ length: 5 }, (_, at) => `${at}`.padEnd(300, '<'))],
  ])(
    'does not take a list that is too long, %s: it is named, and nothing is lost',
    async (_, list) => {
      await choose({ theme: 'dark' });
      await press('Send to sync');
      await said('Sent.');
      await choose({ savedTemplates: list });
      const [here, there] = [await stored('local'), await stored('sync')];
      await press('Send to sync');
      await said(/^Not sent\. Too long for the browser’s sync: Saved file names\./);
      expect(await stored('local')).toEqual(here);
      expect(await stored('sync')).toEqual(there);
    },
  );

  it('does not take more than 120 changes a minute, and says so', async () => {
    await choose({ theme: 'dark' });
    const refusal = await options.evaluate(async () => {
      try {
        for (let at = 0; at < 200; at++) await chrome.storage.sync.set({ other: at });
      } catch (error) {
        return String(error);
      }
      return undefined;
    });
    expect(refusal).toContain('MAX_WRITE_OPERATIONS_PER_MINUTE');
    await press('Send to sync');
    await said(/too many changes in a short time/);
    expect(Object.keys(await stored('sync'))).toEqual(['other']);
  });
});
