import type { Page } from 'playwright';
import type { Job } from '@/lib/jobs/model/job';

/** A page of the extension, in either browser. */
interface OwnPage {
  evaluate<Result>(sent: (name: string) => Promise<Result>, name: string): Promise<Result>;
}

/**
 * The extension's database as it is on disk, read through one of its pages: the interface has no
 * part in it.
 */
const DATABASE = 'upscale-with-dreamina';

/** All rows. */
export function readRows(page: OwnPage): Promise<Job[]> {
  return page.evaluate(async (name) => {
    const opened = indexedDB.open(name);
    await new Promise((resolve, reject) => {
      opened.onsuccess = resolve;
      opened.onerror = () => reject(opened.error);
    });
    const rows = opened.result.transaction('jobs').objectStore('jobs').getAll();
    await new Promise((resolve) => rows.addEventListener('success', resolve));
    opened.result.close();
    return rows.result as Job[];
  }, DATABASE);
}

/** Names of the files that wait for a row. */
export function readHandedIn(page: Page): Promise<string[]> {
  return page.evaluate(async (name) => {
    const opened = indexedDB.open(name);
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const found = opened.result.transaction('meta').objectStore('meta').get('handed-in');
    await new Promise((resolve) => found.addEventListener('success', resolve));
    opened.result.close();
    return ((found.result ?? []) as { name: string }[]).map((file) => file.name);
  }, DATABASE);
}

/** The rows that are shown: what was removed stays for a while, to be brought back. */
export async function readShownRows(page: OwnPage): Promise<Job[]> {
  const rows: (Job & { removedAt?: number })[] = await readRows(page);
  return rows.filter(({ removedAt }) => removedAt === undefined);
}

/**
 * What a row says first: its failure, its wait, or its stage.
 * @param name of its picture; default: the newest row
 */
export async function rowState(page: OwnPage, name?: string): Promise<string | undefined> {
  const rows = await readShownRows(page);
  const row = name === undefined ? rows[0] : rows.find((each) => each.name === name);
  return row?.failure?.code ?? row?.waiting?.reason ?? row?.stage;
}

/** Keys of everything that has bytes: `<id of the row>/<what it is>`. */
export function readBlobKeys(page: Page): Promise<string[]> {
  return page.evaluate(async (name) => {
    const opened = indexedDB.open(name);
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const keys = opened.result.transaction('blobs').objectStore('blobs').getAllKeys();
    await new Promise((resolve) => keys.addEventListener('success', resolve));
    opened.result.close();
    return keys.result as string[];
  }, DATABASE);
}

/** Makes rows say that their results have so many bytes, by name: files of that size would take minutes. */
export async function sayResultBytes(
  page: OwnPage,
  bytes: Readonly<Record<string, number>>,
): Promise<void> {
  await page.evaluate(
    async (sent) => {
      const [name, wanted] = JSON.parse(sent) as [string, Record<string, number>];
      const opened = indexedDB.open(name);
      await new Promise((resolve) => opened.addEventListener('success', resolve));
      const writing = opened.result.transaction(['jobs', 'entries'], 'readwrite');
      const [jobs, entries] = [writing.objectStore('jobs'), writing.objectStore('entries')];
      const read = <Row>(asked: IDBRequest<Row>) =>
        new Promise<Row>((resolve) =>
          asked.addEventListener('success', () => resolve(asked.result)),
        );
      for (const job of (await read(jobs.getAll())) as Job[]) {
        const size = wanted[job.name];
        if (size === undefined || !job.result) continue;
        const entry = await read(entries.get(job.id));
        jobs.put({ ...job, result: { ...job.result, bytes: size } });
        entries.put({ ...entry, kept: { ...entry.kept, result: size } });
      }
      await new Promise((resolve) => writing.addEventListener('complete', resolve));
      opened.result.close();
    },
    JSON.stringify([DATABASE, bytes]),
  );
}

/** The bytes of a row's result. Rejects if there are none. */
export async function readResult(page: OwnPage, jobId: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (wanted) => {
    const [name = '', key = ''] = wanted.split(' ');
    const opened = indexedDB.open(name);
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const found = opened.result.transaction('blobs').objectStore('blobs').get(key);
    await new Promise((resolve) => found.addEventListener('success', resolve));
    opened.result.close();
    const reader = new FileReader();
    reader.readAsDataURL(found.result as Blob);
    await new Promise((resolve) => reader.addEventListener('load', resolve));
    return String(reader.result).replace(/^[^,]*,/, '');
  }, `${DATABASE} ${jobId}/result`);
  return Buffer.from(base64, 'base64');
}

/** Everything the extension keeps, as one text: all stores with their blobs, and all storage areas. */
export function readEverything(page: OwnPage): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [];
    const asText = async (value: unknown): Promise<string> =>
      value instanceof Blob
        ? new TextDecoder('latin1').decode(await value.arrayBuffer())
        : JSON.stringify(value);
    for (const { name = '' } of await indexedDB.databases()) {
      const opened = indexedDB.open(name);
      await new Promise((resolve) => opened.addEventListener('success', resolve));
      for (const store of opened.result.objectStoreNames) {
        const found = opened.result.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => found.addEventListener('success', resolve));
        for (const value of found.result) texts.push(await asText(value));
      }
      opened.result.close();
    }
    for (const area of ['local', 'sync', 'session'] as const) {
      texts.push(JSON.stringify(await chrome.storage[area].get()));
    }
    texts.push(JSON.stringify(localStorage), JSON.stringify(await caches.keys()));
    return texts.join('\n');
  }, '');
}

/** Writes the agreement that a site's own page sends orders, as a page of ours does. */
export function writePageConsent(
  page: Page,
  consent: { at: number; isForAll: boolean },
  site: 'jimeng' | 'dreamina' = 'jimeng',
): Promise<void> {
  return page.evaluate(
    async ([value, key]) => {
      const opened = indexedDB.open('upscale-with-dreamina-private');
      await new Promise((resolve) => opened.addEventListener('success', resolve));
      const values = opened.result.transaction('values', 'readwrite').objectStore('values');
      const written = values.put(value, key);
      await new Promise((resolve) => written.addEventListener('success', resolve));
      opened.result.close();
    },
    [consent, `page-consent/${site}`] as const,
  );
}
