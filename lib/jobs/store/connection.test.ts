import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { type IDBPTransaction, unwrap } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import { makeDatabase } from '@/tests/support/raw-database';
import { type Connection, connectDatabase, NewerHistory } from './connection';
import { deleteJobStore, type JobStore, openJobStore } from './jobs';
import { VERSION } from './schema';

let store: JobStore | undefined;
beforeEach(deleteJobStore);
afterEach(() => store?.close());

describe('a database of a newer version', () => {
  it('is refused by name, as often as it is asked for, and left alone', async () => {
    await makeDatabase(VERSION + 1, (db) => {
      db.createObjectStore('jobs', { keyPath: 'id' }).put({ id: 'from the future' });
    });
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(openJobStore(() => {})).rejects.toBeInstanceOf(NewerHistory);
    }
    const kept = await new Promise((resolve) => {
      const request = indexedDB.open('upscale-with-dreamina');
      request.onsuccess = () => {
        const all = request.result.transaction('jobs').objectStore('jobs').getAll();
        all.onsuccess = () => {
          request.result.close();
          resolve([request.result.version, all.result]);
        };
      };
    });
    expect(kept).toEqual([VERSION + 1, [{ id: 'from the future' }]]);
  });

  it('is refused in the middle of work, after the newer version has taken over', async () => {
    store = await openJobStore(() => {});
    await makeDatabase(VERSION + 1, () => {});
    await expect(store.list()).rejects.toBeInstanceOf(NewerHistory);
    await expect(store.add(sampleJob())).rejects.toBeInstanceOf(NewerHistory);
  });
});

describe('a connection that the browser has closed', () => {
  it('is opened again by the next call, whether its event came or not', async () => {
    const connection = connectDatabase();
    await connection.read(async (db) => db.close());
    expect(await connection.read((db) => db.count('jobs'))).toBe(0);
    await connection.read(async (db) => db.close());
    await connection.write(['meta'], (tx) => tx.objectStore('meta').put(1, 'one'));
    expect(await connection.read((db) => db.get('meta', 'one'))).toBe(1);

    await connection.read(async (db) => forceCloseDatabase(unwrap(db) as never));
    await new Promise((resolve) => setTimeout(resolve));
    expect(await connection.read((db) => db.get('meta', 'one'))).toBe(1);
    connection.close();
  });

  it('ends the write that was under way, although its transaction says nothing more', async () => {
    const connection = connectDatabase();
    const written = connection.write(['meta'], async (tx) => {
      const raw = unwrap(tx as unknown as IDBPTransaction);
      // What Chromium does: the requests fail, and no event of the transaction follows.
      raw.dispatchEvent = () => true;
      forceCloseDatabase(raw.db as never);
      throw new DOMException('the request cannot be fulfilled', 'AbortError');
    });
    await expect(written).rejects.toThrow('the transaction was aborted');
    connection.close();
  });

  it('ends it also if its requests had succeeded before', async () => {
    const connection = connectDatabase();
    const written = connection.write(['meta'], async (tx) => {
      await tx.objectStore('meta').put(1, 'one');
      const raw = unwrap(tx as unknown as IDBPTransaction);
      raw.dispatchEvent = () => true;
      forceCloseDatabase(raw.db as never);
    });
    await expect(written).rejects.toThrow('the transaction was aborted');
    connection.close();
  });

  it('is opened again after the database was deleted under it', async () => {
    store = await openJobStore(() => {});
    await store.add(sampleJob({ id: 'gone' }));
    await deleteJobStore();
    expect(await store.list()).toEqual([]);
    await store.add(sampleJob({ id: 'new' }));
    expect(await store.get('new')).toBeDefined();
  });

  it('is opened again after it could not be opened once', async () => {
    await makeDatabase(VERSION + 1, () => {});
    const connection = connectDatabase();
    await expect(connection.read((db) => db.count('jobs'))).rejects.toBeInstanceOf(NewerHistory);
    await deleteJobStore();
    expect(await connection.read((db) => db.count('jobs'))).toBe(0);
    connection.close();
  });
});

describe('a database that the browser has lost, as on a full disk', () => {
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const lost = () => new DOMException('Internal error opening backing store', 'UnknownError');
  const put = (connection: Connection) =>
    connection.write(['meta'], (tx) => tx.objectStore('meta').put(1, 'one'));
  const open = vi.spyOn(IDBFactory.prototype, 'open');
  beforeEach(() => void waits.splice(0));
  afterEach(() => void open.mockReset());

  it('takes the write when it is back', async () => {
    const connection = connectDatabase(sleep);
    for (let time = 0; time < 3; time += 1)
      open.mockImplementationOnce(() => {
        throw lost();
      });
    await put(connection);
    expect(waits).toEqual([2_000, 4_000, 8_000]);
    expect(await connection.read((db) => db.get('meta', 'one'))).toBe(1);
    connection.close();
  });

  it('takes a write whose transaction it has rolled back', async () => {
    const connection = connectDatabase(sleep);
    let tries = 0;
    await connection.write(['meta'], async (tx) => {
      tries += 1;
      if (tries > 1) return tx.objectStore('meta').put(1, 'one');
      const raw = unwrap(tx as unknown as IDBPTransaction);
      Object.defineProperty(raw, 'error', { value: lost() });
      throw new DOMException('the request cannot be fulfilled', 'AbortError');
    });
    expect([tries, waits]).toEqual([2, [2_000]]);
    connection.close();
  });

  it('refuses the write if it does not come back, and a read at once', async () => {
    const connection = connectDatabase(sleep);
    open.mockImplementation(() => {
      throw lost();
    });
    await expect(connection.read((db) => db.count('jobs'))).rejects.toThrow('backing store');
    expect(waits).toEqual([]);
    await expect(put(connection)).rejects.toThrow('backing store');
    expect(waits).toHaveLength(3);
  });

  it('says that the disk is full where the browser says so', async () => {
    open.mockImplementation(() => {
      throw new DOMException('full disk', 'QuotaExceededError');
    });
    await expect(put(connectDatabase(sleep))).rejects.toMatchObject({ code: 'storage-full' });
  });
});

it('two pages and the background read and write at once', async () => {
  const stores = await Promise.all([1, 2, 3].map(() => openJobStore(() => {})));
  const [background, page] = stores as [JobStore, JobStore];
  await background.add(sampleJob({ id: 'a', rev: 0 }));
  const seen = await page.get('a');
  const commits = await Promise.all(
    stores.map((each, index) => each.commit({ ...sampleJob({ id: 'a', rev: 0 }), polls: index })),
  );
  expect(seen?.rev).toBe(0);
  expect(commits.filter(Boolean)).toHaveLength(1);
  await page.hide(['a'], 1);
  expect((await background.get('a'))?.stage).toBe('queued');
  for (const each of stores) each.close();
});
