import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { button } from './support/history';
import { bringIn, popup, stage, until, useHistoryStage } from './support/history-stage';

vi.setConfig({ testTimeout: 180_000 });

useHistoryStage();

const COUNT = 60;

/** Gives every imported row the bytes of a result, each other ones. */
const giveResults = () =>
  popup.evaluate(async () => {
    const opened = indexedDB.open('upscale-with-dreamina');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const tx = opened.result.transaction(['jobs', 'blobs'], 'readwrite');
    const rows = tx.objectStore('jobs').getAll();
    rows.onsuccess = () => {
      for (const row of rows.result) {
        const bytes = new Blob([`result of ${row.id}`], { type: 'image/png' });
        tx.objectStore('jobs').put({ ...row, result: { ...row.result, type: 'png' } });
        tx.objectStore('blobs').put(bytes, `${row.id}/result`);
      }
    };
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    opened.result.close();
  });

/** Chooses all rows and saves them. */
async function saveAll(): Promise<void> {
  await popup.bringToFront();
  await button(popup, 'Select').click();
  await popup.getByRole('checkbox', { name: 'All', exact: true }).check();
  await button(popup, `Save ${COUNT}`).click();
}

const files = () => readdirSync(stage.downloads).filter((name) => !name.endsWith('.crdownload'));

describe('sixty results saved at once', () => {
  it('all land on the disk, also those of one name', async () => {
    const name = (index: number) => (index % 3 ? `picture ${index}` : 'boat');
    await bringIn(Array.from({ length: COUNT }, (_, index) => ({ name: name(index) })));
    await giveResults();
    await popup.reload();
    await saveAll();
    await until(async () => files().length).toBe(COUNT);
    const boats = files().filter((file) => file.startsWith('boat_2k'));
    expect(boats).toHaveLength(COUNT / 3);
  });

  it('are skipped the next time, where that is the choice', async () => {
    await popup.evaluate(() => chrome.storage.local.set({ settings: { conflict: 'skip' } }));
    await popup.reload();
    await saveAll();
    await popup.getByText('Already there').first().waitFor();
    await until(() =>
      popup.evaluate(async () => {
        const opened = indexedDB.open('upscale-with-dreamina');
        await new Promise((resolve) => opened.addEventListener('success', resolve));
        const rows = opened.result.transaction('jobs').objectStore('jobs').getAll();
        await new Promise((resolve) => rows.addEventListener('success', resolve));
        opened.result.close();
        return rows.result.filter(({ saved }) => saved?.isKept).length;
      }),
    ).toBe(COUNT);
    expect(files()).toHaveLength(COUNT);
  });
});
