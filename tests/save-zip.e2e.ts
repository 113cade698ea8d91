import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readBlobKeys, readResult, readShownRows } from './support/database';
import { button } from './support/history';
import { bringIn, popup, stage, until, upscale, useHistoryStage } from './support/history-stage';
import { zipEntries } from './support/zip-entries';

vi.setConfig({ testTimeout: 120_000 });

useHistoryStage();

const zips = () => readdirSync(stage.downloads).filter((name) => name.endsWith('.zip'));

/** Chooses all rows, and saves them as a ZIP. */
async function saveAsZip(): Promise<void> {
  await popup.bringToFront();
  await button(popup, 'Select').click();
  await popup.getByRole('checkbox', { name: 'All', exact: true }).check();
  await button(popup, 'More ways to save').click();
  await popup.getByRole('menuitem', { name: 'Save as ZIP' }).click();
}

/** The only ZIP among the downloads. */
function savedZip() {
  expect(readdirSync(stage.downloads)).toEqual([
    expect.stringMatching(/^images_[\d-]+_[\d-]+\.zip$/),
  ]);
  const [name = ''] = zips();
  return zipEntries(readFileSync(join(stage.downloads, name)));
}

/** Names in the private file system of the extension. */
const leftBehind = () =>
  popup.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of root.keys()) names.push(name);
    return names;
  });

describe('results saved as a ZIP', () => {
  const names = Array.from({ length: 12 }, (_, index) =>
    index < 4 ? (index % 2 ? 'BOAT' : 'boat') : `lake ${index}`,
  );

  it('are all in it, in the order of the list, with their own bytes and names', async () => {
    for (const name of names) await upscale([name]);
    await saveAsZip();
    await popup.getByText('12 images are in the ZIP.').waitFor();
    const entries = savedZip();
    const rows = (await readShownRows(popup)).sort((a, b) => b.createdAt - a.createdAt);
    expect(entries.map(({ name }) => name.replace(/_2k.*/, ''))).toEqual(
      rows.map(({ name }) => name),
    );
    const unlike = new Set(entries.map(({ name }) => name.toLowerCase()));
    expect(unlike.size).toBe(12);
    await until(async () => (await readShownRows(popup)).map(({ saved }) => saved?.state)).toEqual(
      rows.map(() => 'saved'),
    );
    for (const [index, row] of rows.entries()) {
      expect(entries[index]?.bytes.equals(await readResult(popup, row.id)), row.name).toBe(true);
    }
  });

  it('leave nothing behind but the file', async () => {
    await until(leftBehind).toEqual([]);
    expect((await readBlobKeys(popup)).filter((key) => key.endsWith('copy'))).toEqual([]);
    expect(zips()).toHaveLength(1);
    await button(popup, 'Close').click();
    await until(() => popup.locator('.zip-bar').count()).toBe(0);
  });

  it('are named if they cannot be read any more', async () => {
    await bringIn([{ name: 'lost for ever' }]);
    await saveAsZip();
    await popup.getByText('12 of 13 are in the ZIP. No longer readable:').waitFor();
    expect(await popup.locator('.zip-bar li').allTextContents()).toEqual(['lost for ever']);
    expect(zips()).toHaveLength(2);
    await button(popup, 'Close').click();
  });

  it('come although the worker dies while it packs', async () => {
    await saveAsZip();
    await popup.locator('.zip-bar').waitFor();
    const alarms = () =>
      popup.evaluate(async () => (await chrome.alarms.getAll()).map((a) => a.name));
    await stage.killWorker();
    // It would wake the next one within 30 s. A page does at once.
    expect(await alarms()).toContain('zip');
    await popup.reload();
    await popup.getByText('12 of 13 are in the ZIP. No longer readable:').waitFor();
    expect(zips()).toHaveLength(3);
    await until(leftBehind).toEqual([]);
    await until(alarms).not.toContain('zip');
  });
});
