import type { Page } from 'playwright';

/** One finished job as the database stores it. */
export interface HistoryRow {
  /** Record of the store `jobs`. */
  stored: { id: string };
  /** Record of the store `entries`. */
  entry: object;
}

/** Rows in one message to the page: all 5,000 in one would be too large. */
const BATCH = 500;

/** Writes rows into the history of the extension that `page` belongs to, each with a thumbnail. */
export async function fillHistory(page: Page, rows: readonly HistoryRow[]): Promise<void> {
  // tsx names functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (func) => func');
  for (let from = 0; from < rows.length; from += BATCH) {
    await page.evaluate(fill, rows.slice(from, from + BATCH));
  }
}

/** Runs in the page. The database exists: the page has opened it. */
async function fill(rows: readonly HistoryRow[]): Promise<void> {
  const canvas = new OffscreenCanvas(144, 144);
  const context = canvas.getContext('2d');
  const pictures: Blob[] = [];
  for (let hue = 0; hue < 360; hue += 30) {
    if (context) {
      context.fillStyle = `hsl(${hue} 60% 50%)`;
      context.fillRect(0, 0, 144, 144);
      for (let at = 0; at < 300; at += 1) {
        context.fillStyle = `hsl(${(hue + at * 7) % 360} 70% 60%)`;
        context.fillRect((at * 37) % 144, (at * 53) % 144, 9, 9);
      }
    }
    pictures.push(await canvas.convertToBlob({ type: 'image/webp' }));
  }
  const opened = indexedDB.open('upscale-with-dreamina');
  await new Promise((resolve) => opened.addEventListener('success', resolve));
  const tx = opened.result.transaction(['jobs', 'entries', 'blobs'], 'readwrite');
  for (const [index, { stored, entry }] of rows.entries()) {
    tx.objectStore('jobs').put(stored);
    tx.objectStore('entries').put(entry);
    tx.objectStore('blobs').put(pictures[index % pictures.length], `${stored.id}/thumb`);
  }
  await new Promise((resolve) => tx.addEventListener('complete', resolve));
  opened.result.close();
}
