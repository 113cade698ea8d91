/** The rows of the extension, read and removed from one of its pages: the interface has no part in it. */
const DATABASE = 'upscale-with-dreamina';

/** A page of the extension, in either browser. */
export interface OwnPage {
  evaluate<Args, Output>(sent: (args: Args) => Promise<Output>, args: Args): Promise<Output>;
}

export interface BenchRow {
  id: string;
  stage: string;
  /** Why it waits. */
  reason?: string;
  /** Code of its error. */
  error?: string;
  /** The picture that was read, base64; absent until it is. */
  input?: string;
}

/** The rows that are shown, with their pictures. */
export function readBenchRows(page: OwnPage): Promise<BenchRow[]> {
  return page.evaluate(async (name) => {
    const opened = indexedDB.open(name);
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const stores = opened.result.transaction(['jobs', 'blobs']);
    const jobs = stores.objectStore('jobs').getAll();
    const keys = stores.objectStore('blobs').getAllKeys();
    const blobs = stores.objectStore('blobs').getAll();
    await new Promise((resolve) => stores.addEventListener('complete', resolve));
    opened.result.close();
    const rows: BenchRow[] = [];
    for (const { id, stage, removedAt, waiting, failure } of jobs.result) {
      if (removedAt !== undefined) continue;
      const row: BenchRow = { id, stage, reason: waiting?.reason, error: failure?.code };
      const blob: Blob | undefined = blobs.result[keys.result.indexOf(`${id}/input`)];
      if (blob) {
        const reader = new FileReader();
        reader.readAsDataURL(blob);
        await new Promise((resolve) => reader.addEventListener('load', resolve));
        row.input = String(reader.result).replace(/^[^,]*,/, '');
      }
      rows.push(row);
    }
    return rows;
  }, DATABASE);
}

/** Cancels and removes rows, as the buttons of the history do. */
export function removeBenchRows(page: OwnPage, ids: string[]): Promise<void> {
  return page.evaluate(async (all) => {
    for (const data of all) {
      for (const type of ['cancel', 'remove']) {
        await chrome.runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() });
      }
    }
  }, ids);
}

/** Starts the background if it sleeps. */
export function wake(page: OwnPage): Promise<void> {
  return page.evaluate(async (type) => {
    await chrome.runtime.sendMessage({ id: 1, type, timestamp: Date.now() });
  }, 'opened');
}
