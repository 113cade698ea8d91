import { createTurns } from '@/lib/async/turns';
import { distinctPath } from '@/lib/text/distinct-path';
import { caught } from '../model/failure';
import { givenBack, type SourceRow } from '../model/given-back';
import { isZipRunning, type MissingRow, type ZipFailure, type ZipState } from '../model/zip-state';
import type { JobDeps } from '../steps/deps';
import { blobKey } from '../store/jobs';
import { ensureResult } from './ensure-result';
import { noteSave } from './note-save';
import type { Conflict, DownloadStatus, SaveDeps } from './save';

/** How often a ZIP is begun anew after the death of a worker. */
const MAX_RESTARTS = 3;

export interface ZipDeps extends JobDeps, Pick<SaveDeps, 'downloads' | 'makeFile'> {
  /** The one ZIP that is being made, or was made last; survives the worker. */
  zipState: {
    read(): Promise<ZipState | undefined>;
    write(zip: ZipState | undefined): Promise<void>;
  };
  /** Packs files on the disk. */
  zipWork: {
    openZip(id: string): Promise<void>;
    /** @returns false if the bytes could not be read */
    addToZip(entry: {
      id: string;
      blobKey: string;
      name: string;
      at: number;
    }): Promise<{ isPacked: boolean }>;
    /** @returns address of the bytes */
    closeZip(id: string): Promise<string>;
    discardZip(id: string): Promise<void>;
  };
  /** Deletes all bytes of ZIPs on the disk. */
  deleteZipFiles(): Promise<void>;
  /** Starts the worker again and again while a ZIP is being made. */
  zipAlarm: { arm(): Promise<void>; clear(): Promise<void> };
  /**
   * The place of a ZIP below the downloads folder.
   * @param at Unix ms
   * @param name without extension; default: by the time
   */
  zipPath(at: number, name?: string): Promise<{ path: string; conflict: Conflict }>;
}

/** Saves many results as one ZIP. */
export interface ZipSaver {
  /**
   * Begins to pack these rows in this order, and saves the ZIP.
   * @returns whether it was begun; not while another one is being made
   */
  save(jobIds: readonly string[]): Promise<boolean>;
  /** Stops packing, or forgets what became of the ZIP. */
  dismiss(): Promise<void>;
  /** Handles a change of a download; ignores downloads that are not ours. */
  downloadChanged(downloadId: number): Promise<void>;
  /** Resumes a ZIP that was being made when the worker or the browser ended. No effect on one of this worker. */
  resume(): Promise<void>;
}

/**
 * Only the order and the names survive the death of a worker: the next one packs the ZIP anew. A result that cannot be
 * read is left out and named.
 */
export function createZipSaver(deps: ZipDeps): ZipSaver {
  const { store, downloads, zipState, zipWork, zipAlarm } = deps;
  /** What this worker packs. */
  let packing: { id: string; ended: Promise<void> } | undefined;
  /** For what reads the state and then writes another one. */
  const inTurn = createTurns();

  /** A state may be written while the person dismisses the ZIP, so the stored one does not tell. */
  const dismissed = new Set<string>();

  /** Writes the next state unless the person has dismissed the ZIP. */
  async function advance(next: ZipState): Promise<boolean> {
    if (!dismissed.has(next.id)) await zipState.write(next);
    if (!dismissed.has(next.id)) return true;
    await zipState.write(undefined);
    return false;
  }

  async function pack(begun: ZipState): Promise<void> {
    const { id, jobIds, at } = begun;
    const taken = new Set<string>();
    const source = givenBack(await rowsOf(jobIds));
    const rows = source ? new Set([...source.places.keys(), ...jobIds]) : jobIds;
    const order = { id, jobIds, at, packed: 0, missing: [] as MissingRow[] };
    const restarts = begun.state === 'packing' ? begun.restarts : 0;
    try {
      await zipWork.openZip(id);
      for (const jobId of rows) {
        const missing = await add(id, jobId, taken, source?.places.get(jobId));
        if (missing === undefined) order.packed += 1;
        else order.missing.push(missing);
        if (!(await advance({ ...order, state: 'packing', restarts }))) return await clear(id);
      }
      if (order.packed === 0) return await fail(order, 'nothing-left');
      const url = await zipWork.closeZip(id);
      const saving = { ...order, state: 'saving', url } as const;
      if (!(await advance(saving))) return await clear(id, url);
      const { path, conflict } = await deps.zipPath(at, source?.name);
      const downloadId = await downloads.start(url, path, conflict);
      if (downloadId === undefined) {
        await zipState.write(undefined);
        return await clear(id);
      }
      await zipState.write({ ...saving, downloadId });
      // It may have ended before its id was stored.
      await inTurn(() => finish(downloadId));
    } catch (error) {
      const { code } = caught(error);
      if (code === 'internal') deps.report(error);
      await fail(order, code === 'storage-full' ? 'storage-full' : 'save-failed');
    }
  }

  /** As much of the rows as tells where they came from. Those that are gone are left out. */
  async function rowsOf(jobIds: readonly string[]): Promise<SourceRow[]> {
    const rows: SourceRow[] = [];
    for (const jobId of jobIds) {
      const job = await store.get(jobId);
      if (job)
        rows.push({
          id: jobId,
          createdAt: job.createdAt,
          origin: job.origin,
          target: job.options.target,
        });
    }
    return rows;
  }

  /**
   * @returns the row if its result could not be read
   * @throws if the ZIP cannot be written
   */
  async function add(
    id: string,
    jobId: string,
    taken: Set<string>,
    place: string | undefined,
  ): Promise<MissingRow | undefined> {
    const job = await store.get(jobId);
    // The name of a row that was removed meanwhile is gone.
    const missing = { id: jobId, name: job?.name ?? jobId.slice(0, 8) };
    if (job?.stage !== 'done' || !job.result) return missing;
    let file: { blobKey: string; path: string };
    try {
      file = await deps.makeFile(job, await ensureResult(job, deps), 'zip', place);
    } catch (error) {
      const { code } = caught(error);
      if (code === 'storage-full') throw error;
      if (code === 'internal') deps.report(error);
      return missing;
    }
    const entry = { id, blobKey: file.blobKey, at: job.finishedAt ?? job.updatedAt };
    const name = distinctPath(file.path, taken);
    const { isPacked } = await zipWork.addToZip({ ...entry, name });
    await store.deleteBlob(blobKey(jobId, 'zip-copy'));
    return isPacked ? undefined : missing;
  }

  async function fail(order: Omit<ZipState, 'state'>, reason: ZipFailure): Promise<void> {
    await clear(order.id);
    const { id, jobIds, at, packed, missing } = order;
    await advance({ id, jobIds, at, packed, missing, state: 'failed', reason });
  }

  async function clear(id: string, url?: string): Promise<void> {
    if (url !== undefined) await downloads.close(url);
    await zipWork.discardZip(id);
    await deps.deleteZipFiles();
  }

  /** Must run in turn. */
  async function finish(downloadId: number): Promise<void> {
    const zip = await zipState.read();
    if (zip?.state !== 'saving' || zip.downloadId !== downloadId) return;
    const status = await downloads.status(downloadId);
    if (status?.state === 'in_progress') return;
    await downloads.release(downloadId);
    await deps.deleteZipFiles();
    const { url: _u, downloadId: _d, ...order } = zip;
    if (status?.state === 'complete' && status.bytes > 0) {
      await noteRows(order, downloadId, status);
      await advance({ ...order, state: 'saved', fileName: status.fileName });
    } else if (status?.error === 'USER_CANCELED') await zipState.write(undefined);
    else await fail(order, 'save-failed');
    await rest();
  }

  /** The rows in a ZIP are saved. One that has a file of its own keeps that. */
  async function noteRows(
    { jobIds, missing }: Pick<ZipState, 'jobIds' | 'missing'>,
    downloadId: number,
    { fileName }: DownloadStatus,
  ): Promise<void> {
    const left = new Set(missing.map(({ id }) => id));
    for (const jobId of jobIds) {
      if (left.has(jobId)) continue;
      await noteSave(deps, jobId, ({ saved, result }) =>
        saved && saved.state !== 'failed'
          ? saved
          : { state: 'saved', at: deps.now(), downloadId, fileName, bytes: result?.bytes ?? 0 },
      );
    }
  }

  /** The alarm rings until nothing is left to do. Must run in turn. */
  async function rest(): Promise<void> {
    if (!isZipRunning(await zipState.read())) await zipAlarm.clear();
  }

  /** Must run in turn. */
  async function begin(zip: ZipState & { state: 'packing' }): Promise<void> {
    await zipAlarm.arm();
    await zipState.write(zip);
    const ended = pack(zip)
      .catch(deps.report)
      .finally(() => {
        packing = undefined;
      })
      .then(() => inTurn(rest));
    packing = { id: zip.id, ended };
  }

  /** Resumes a ZIP of an earlier worker. Must run in turn. */
  async function goOn(): Promise<void> {
    const zip = await zipState.read();
    if (packing) return;
    if (zip?.state === 'saving') {
      const downloadId = zip.downloadId ?? (await downloads.find(zip.url));
      if (downloadId !== undefined) {
        await zipState.write({ ...zip, downloadId });
        return finish(downloadId);
      }
      await downloads.close(zip.url);
      const { url: _u, downloadId: _d, ...order } = zip;
      return begin({ ...order, state: 'packing', restarts: 0 });
    }
    if (zip?.state !== 'packing') {
      await deps.deleteZipFiles();
      return rest();
    }
    if (zip.restarts < MAX_RESTARTS) return begin({ ...zip, restarts: zip.restarts + 1 });
    await fail(zip, 'interrupted');
    await rest();
  }

  return {
    async save(jobIds) {
      // One that the person has stopped ends after the file that it is at.
      if (packing && dismissed.has(packing.id)) await packing.ended;
      return inTurn(async () => {
        if (packing || isZipRunning(await zipState.read())) return false;
        const id = deps.uuid();
        const order = { id, jobIds, at: deps.now(), packed: 0, missing: [] };
        await begin({ ...order, state: 'packing', restarts: 0 });
        return true;
      });
    },
    async dismiss() {
      const zip = await zipState.read();
      if (!zip || zip.state === 'saving') return;
      dismissed.add(zip.id);
      await zipState.write(undefined);
    },
    downloadChanged: (downloadId) => inTurn(() => finish(downloadId)),
    async resume() {
      await inTurn(goOn);
      await packing?.ended;
    },
  };
}
