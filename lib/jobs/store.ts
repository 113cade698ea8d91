import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Target, Tool } from '@/lib/jimeng/tools';
import { isEnded, type Job, type JobOptions } from './job';

/** What all jobs share, beside the rows. */
export interface QueueState {
  /** Unix ms of the last order, whichever job it was for. */
  lastSubmitAt: number;
  /** Unix ms until which no order is sent: the service asked for it, or risk control answered. */
  heldUntil: number;
}

/** Memory of Automatic: for this account the service refuses super-resolution. */
export interface AutomaticMemory {
  account: string;
  tool: Tool;
  /** Unix ms at which it is forgotten. */
  until: number;
}

/** Blobs of a job: what was sent, its small picture, and the result. */
export type BlobKind = 'input' | 'thumb' | 'result';

export function blobKey(jobId: string, kind: BlobKind): string {
  return `${jobId}/${kind}`;
}

/** Blobs to write (or delete, when undefined) in the same transaction as a row. */
type BlobChanges = Partial<Record<BlobKind, Blob | undefined>>;

export interface CommitExtras {
  blobs?: BlobChanges;
  queue?: Partial<QueueState>;
  /** The commit must be on disk before anything else happens: an order follows. */
  isStrict?: boolean;
}

/** The database of jobs: the single source of truth. Only the background writes rows. */
export interface JobStore {
  add(job: Job): Promise<void>;
  get(id: string): Promise<Job | undefined>;
  /** Rows by creation, newest first. */
  list(limit?: number): Promise<Job[]>;
  /** Rows that have not ended, oldest first. */
  open(): Promise<Job[]>;
  /**
   * Writes `next` if the stored row still has `next.rev`, and raises `rev` by one.
   * @returns the stored row, or undefined if somebody else was faster
   */
  commit(next: Job, extras?: CommitExtras): Promise<Job | undefined>;
  /** Deletes the row and its blobs. */
  remove(id: string): Promise<void>;
  /** A finished row with the same bytes and options, if there is one. */
  findTwin(sha256: string, options: JobOptions): Promise<Job | undefined>;
  blob(key: string): Promise<Blob | undefined>;
  putBlob(key: string, blob: Blob): Promise<void>;
  deleteBlob(key: string): Promise<void>;
  queue(): Promise<QueueState>;
  hold(until: number): Promise<void>;
  automatic(): Promise<AutomaticMemory | undefined>;
  rememberAutomatic(memory: AutomaticMemory): Promise<void>;
  /** Durations of finished tasks of a kind, ms, oldest first. */
  durations(tool: Tool, target: Target): Promise<number[]>;
  putDurations(tool: Tool, target: Target, durations: number[]): Promise<void>;
  /** Which job a browser download belongs to. */
  downloads(): Promise<Record<number, string>>;
  putDownload(downloadId: number, jobId: string | undefined): Promise<void>;
  close(): void;
}

/** A row as stored: ended rows lack `open`, so that the index holds the few open ones only. */
type StoredJob = Job & { open?: 1; sha256?: string };

interface Schema extends DBSchema {
  jobs: {
    key: string;
    value: StoredJob;
    indexes: { createdAt: number; open: number; sha256: string };
  };
  blobs: { key: string; value: Blob };
  meta: { key: string; value: unknown };
}

const DATABASE = 'upscale-with-dreamina';
const VERSION = 1;
const FIRST_QUEUE: QueueState = { lastSubmitAt: 0, heldUntil: 0 };

function toStored(job: Job): StoredJob {
  return {
    ...job,
    ...(!isEnded(job) && { open: 1 as const }),
    ...(job.source && { sha256: job.source.sha256 }),
  };
}

function fromStored({ open: _o, sha256: _s, ...job }: StoredJob): Job {
  return job;
}

/**
 * Opens the database.
 * @param announce called with the id of a row after each change of it or its blobs
 */
export async function openJobStore(announce: (jobId: string) => void): Promise<JobStore> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(DATABASE, VERSION, {
    upgrade(database) {
      const jobs = database.createObjectStore('jobs', { keyPath: 'id' });
      jobs.createIndex('createdAt', 'createdAt');
      jobs.createIndex('open', 'open');
      jobs.createIndex('sha256', 'sha256');
      database.createObjectStore('blobs');
      database.createObjectStore('meta');
    },
    // A newer version of the extension waits for this connection: let it go.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

  async function meta<T>(key: string, fallback: T): Promise<T> {
    return ((await db.get('meta', key)) as T | undefined) ?? fallback;
  }

  const durationsKey = (tool: Tool, target: Target) => `durations/${tool}/${target}`;

  return {
    async add(job) {
      await db.add('jobs', toStored(job));
      announce(job.id);
    },

    async get(id) {
      const stored = await db.get('jobs', id);
      return stored && fromStored(stored);
    },

    async list(limit = Number.POSITIVE_INFINITY) {
      const jobs: Job[] = [];
      const index = db.transaction('jobs').store.index('createdAt');
      let cursor = await index.openCursor(null, 'prev');
      while (cursor && jobs.length < limit) {
        jobs.push(fromStored(cursor.value));
        cursor = await cursor.continue();
      }
      return jobs;
    },

    async open() {
      const stored = await db.getAllFromIndex('jobs', 'open', 1);
      return stored.map(fromStored).sort((a, b) => a.createdAt - b.createdAt);
    },

    async commit(next, extras = {}) {
      const tx = db.transaction(['jobs', 'blobs', 'meta'], 'readwrite', {
        durability: extras.isStrict ? 'strict' : 'default',
      });
      const current = await tx.objectStore('jobs').get(next.id);
      if (current?.rev !== next.rev) {
        await tx.done;
        return undefined;
      }
      const committed: Job = { ...next, rev: next.rev + 1 };
      const writes: Promise<unknown>[] = [tx.objectStore('jobs').put(toStored(committed))];
      for (const [kind, blob] of Object.entries(extras.blobs ?? {})) {
        const key = blobKey(next.id, kind as BlobKind);
        const blobs = tx.objectStore('blobs');
        writes.push(blob ? blobs.put(blob, key) : blobs.delete(key));
      }
      if (extras.queue) {
        const metas = tx.objectStore('meta');
        const queue = ((await metas.get('queue')) as QueueState | undefined) ?? FIRST_QUEUE;
        writes.push(metas.put({ ...queue, ...extras.queue }, 'queue'));
      }
      await Promise.all([...writes, tx.done]);
      announce(next.id);
      return committed;
    },

    async remove(id) {
      const tx = db.transaction(['jobs', 'blobs'], 'readwrite');
      const kinds: BlobKind[] = ['input', 'thumb', 'result'];
      await Promise.all([
        tx.objectStore('jobs').delete(id),
        ...kinds.map((kind) => tx.objectStore('blobs').delete(blobKey(id, kind))),
        tx.done,
      ]);
      announce(id);
    },

    async findTwin(sha256, options) {
      const same = await db.getAllFromIndex('jobs', 'sha256', sha256);
      const twin = same.find(
        (job) =>
          job.stage === 'done' &&
          job.options.target === options.target &&
          job.options.upscaler === options.upscaler &&
          job.options.detail === options.detail,
      );
      return twin && fromStored(twin);
    },

    blob: (key) => db.get('blobs', key),

    async putBlob(key, blob) {
      await db.put('blobs', blob, key);
      announce(key.slice(0, key.indexOf('/')));
    },

    deleteBlob: (key) => db.delete('blobs', key),

    queue: () => meta('queue', FIRST_QUEUE),

    async hold(until) {
      const tx = db.transaction('meta', 'readwrite');
      const queue = ((await tx.store.get('queue')) as QueueState | undefined) ?? FIRST_QUEUE;
      const heldUntil = Math.max(queue.heldUntil, until);
      await Promise.all([tx.store.put({ ...queue, heldUntil }, 'queue'), tx.done]);
    },

    automatic: () => meta<AutomaticMemory | undefined>('automatic', undefined),

    async rememberAutomatic(memory) {
      await db.put('meta', memory, 'automatic');
    },

    durations: (tool, target) => meta(durationsKey(tool, target), []),

    async putDurations(tool, target, durations) {
      await db.put('meta', durations, durationsKey(tool, target));
    },

    downloads: () => meta('downloads', {}),

    async putDownload(downloadId, jobId) {
      const tx = db.transaction('meta', 'readwrite');
      const { [downloadId]: _, ...others } =
        ((await tx.store.get('downloads')) as Record<number, string> | undefined) ?? {};
      const next = jobId === undefined ? others : { ...others, [downloadId]: jobId };
      await Promise.all([tx.store.put(next, 'downloads'), tx.done]);
    },

    close: () => db.close(),
  };
}

/** Deletes everything. For "Reset" and for tests. */
export function deleteJobStore(): Promise<void> {
  return deleteDB(DATABASE);
}
