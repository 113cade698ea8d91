import type { Page } from 'playwright';
import { entryOf } from '@/lib/jobs/model/history-entry';
import type { Job } from '@/lib/jobs/model/job';
import { toStored } from '@/lib/jobs/store/schema';

/** One finished job as the database stores it. */
export interface HistoryRow {
  /** Record of the store `jobs`. */
  stored: { id: string };
  /** Record of the store `entries`. */
  entry: object;
}

/** Rows in one message to the page: all 5,000 in one would be too large. */
const BATCH = 500;

/** A history to write. */
export interface HistoryRows {
  rows: readonly HistoryRow[];
  /** Records of the stores `batches` and `orders`. */
  batches?: readonly object[];
  orders?: readonly object[];
}

/** Jobs as the database stores them. */
export function storedRows(jobs: readonly Job[]): HistoryRow[] {
  return jobs.map((job) => ({ stored: toStored(job), entry: entryOf(job) }));
}

/** Writes a history into the extension that `page` belongs to, with a thumbnail for each row. */
export async function fillHistory(
  page: Page,
  { rows, batches = [], orders = [] }: HistoryRows,
): Promise<void> {
  // tsx names functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (func) => func');
  for (let from = 0; from < rows.length; from += BATCH) {
    await page.evaluate(fill, rows.slice(from, from + BATCH));
  }
  // An older build may have no stores for them.
  if (batches.length + orders.length > 0) await page.evaluate(fillBatches, { batches, orders });
}

/** Runs in the page. */
async function fillBatches({
  batches,
  orders,
}: Required<Omit<HistoryRows, 'rows'>>): Promise<void> {
  const opened = indexedDB.open('upscale-with-dreamina');
  await new Promise((resolve) => opened.addEventListener('success', resolve));
  const tx = opened.result.transaction(['batches', 'orders'], 'readwrite');
  for (const batch of batches) tx.objectStore('batches').put(batch);
  for (const order of orders) tx.objectStore('orders').put(order);
  await new Promise((resolve) => tx.addEventListener('complete', resolve));
  opened.result.close();
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
