import type { ImageType } from '@/lib/images/formats/types';
import { distinctPath, pathKey } from '@/lib/text/distinct-path';
import { caught } from '../model/failure';
import { isEnded, type Job, type SavedFile, type SaveState, type Shortfall } from '../model/job';
import type { JobDeps } from '../steps/deps';
import { blobKey, type PendingSave } from '../store/jobs';
import { ensureResult } from './ensure-result';
import { noteSave } from './note-save';

/**
 * What happens if a file of that name exists: number the new one, overwrite, or ask. `skip`: nothing is written if the
 * row's own file is still there; the file of another row is never taken for it.
 */
export type Conflict = 'number' | 'overwrite' | 'skip' | 'ask';

/** A download as the browser reports it. */
export interface DownloadStatus {
  state: 'in_progress' | 'complete' | 'interrupted';
  /** Bytes on disk. */
  bytes: number;
  /** Name of the file without its folders. */
  fileName: string;
  /** Error code of the browser, such as `FILE_NO_SPACE`. */
  error?: string;
}

/** The part of the browser's download API that saving needs. */
export interface Downloads {
  /** Makes an object URL of stored bytes for the download. */
  open(blobKey: string): Promise<string>;
  /**
   * Starts writing a file; resolves with the browser's id once it has begun, or with undefined if the
   * person cancelled. Closes the address unless it has begun.
   * @param path below the browser's downloads folder
   */
  start(url: string, path: string, conflict: Conflict): Promise<number | undefined>;
  /** The download that was started from an address, if any. */
  find(url: string): Promise<number | undefined>;
  close(url: string): Promise<void>;
  status(downloadId: number): Promise<DownloadStatus | undefined>;
  /** Whether the file of a download is still where it was written. False if the browser has forgotten the download. */
  exists(downloadId: number): Promise<boolean>;
  /** Frees what `open` held for the file. */
  release(downloadId: number): Promise<void>;
}

/** A result as it is written to disk. */
export interface FileToSave {
  /** Key of its bytes: the result itself, or a copy in another format or with a note. */
  blobKey: string;
  /** Path inside the browser's downloads folder. */
  path: string;
  conflict: Conflict;
  shortfall?: Shortfall;
}

export interface SaveDeps extends JobDeps {
  downloads: Downloads;
  /**
   * Makes a file of a stored result by the current settings. Never rejects because of the bytes.
   * @param type of the result
   * @param purpose `zip`: the path is one inside a ZIP
   * @param place path to have in the ZIP, with the extension of the bytes; default: by the template
   */
  makeFile(job: Job, type: ImageType, purpose?: 'zip', place?: string): Promise<FileToSave>;
}

/** Files that the browser writes at the same time for `saveAll`. */
const AT_ONCE = 4;
const ROOM_MS = 100;

/** Error code of a download that the person cancelled. */
const CALLED_OFF = 'USER_CANCELED';

/** Saves results with one click, and checks that the file was written. */
export interface Saver {
  save(jobId: string): Promise<void>;
  /**
   * Saves many, in this order. Few are written at a time: Chromium drops some of those that come all at once.
   * Survives the worker.
   */
  saveAll(jobIds: readonly string[]): Promise<void>;
  /** Asks for a folder and a name. */
  saveAs(jobId: string): Promise<void>;
  /** Saves a finished job once, if that was planned (plan-save.ts). */
  savePlanned(jobId: string): Promise<void>;
  /** Handles a change of a download; ignores downloads that are not ours. */
  downloadChanged(downloadId: number): Promise<void>;
  /** Resumes saves that were in progress when the worker or the browser ended. */
  resume(): Promise<void>;
}

/**
 * A save is stored before it begins (`PendingSave`), and its address before the browser gets it. So after
 * the death of a worker the next one knows whether a download began: no file is written twice or lost.
 */
export function createSaver(deps: SaveDeps): Saver {
  const { store, downloads } = deps;

  const note = (jobId: string, saved: SaveState | undefined) => noteSave(deps, jobId, () => saved);

  async function finishDownload(downloadId: number, jobId: string): Promise<void> {
    const report = await downloads.status(downloadId);
    if (report?.state === 'in_progress') return;
    const job = await store.get(jobId);
    const isCalledOff = report?.state === 'interrupted' && report.error === CALLED_OFF;
    const saved = isCalledOff
      ? earlierFile(job)
      : savedState(report, downloadId, deps.now(), job?.saved);
    await store.deleteBlob(blobKey(jobId, 'copy'));
    await downloads.release(downloadId);
    await note(jobId, saved);
    await store.putDownload(downloadId, undefined);
  }

  /** The browser began: from here on its list of downloads is the source of truth. */
  async function adopt(
    jobId: string,
    downloadId: number,
    saving: SaveState & { state: 'saving' },
  ): Promise<void> {
    await store.putDownload(downloadId, jobId);
    await note(jobId, { ...saving, downloadId });
    await store.putSave(jobId, undefined);
    // It may have ended before its id was stored.
    await finishDownload(downloadId, jobId);
  }

  /** Asks the browser to write the file. */
  async function begin(
    job: Job,
    pending: PendingSave,
    how: { isUnattended?: true; taken?: Set<string> },
  ): Promise<void> {
    const earlier = earlierFile(job);
    const saving: SaveState & { state: 'saving' } = {
      state: 'saving',
      at: deps.now(),
      ...(earlier && { earlier }),
    };
    try {
      await store.putSave(job.id, pending);
      await note(job.id, saving);
      const type = await ensureResult(job, deps);
      const { path, conflict, shortfall, ...file } = await deps.makeFile(job, type);
      saving.path = path;
      if (shortfall) saving.shortfall = shortfall;
      if (conflict === 'skip' && !pending.isAsking && earlier?.path === path) {
        if (await downloads.exists(earlier.downloadId))
          return await forget(job.id, { ...earlier, isKept: true });
      }
      const url = await downloads.open(file.blobKey);
      await store.putSave(job.id, { ...pending, url });
      const target = await targetOf(job, { path, conflict }, pending, how);
      const downloadId = await downloads.start(url, target.path, target.conflict);
      if (downloadId !== undefined) await adopt(job.id, downloadId, saving);
      else await forget(job.id, earlier);
    } catch (error) {
      const { code } = caught(error);
      const reason = code === 'internal' ? 'save-failed' : code;
      if (code === 'internal') deps.report(error);
      await forget(job.id, { state: 'failed', at: deps.now(), reason });
    }
  }

  /** Where a file goes, and what happens to one that is there. */
  async function targetOf(
    { id, batch }: Job,
    wish: Pick<FileToSave, 'path' | 'conflict'>,
    { isAsking, isOneOfMany }: PendingSave,
    { isUnattended, taken }: { isUnattended?: true; taken?: Set<string> },
  ): Promise<Pick<FileToSave, 'path' | 'conflict'>> {
    const { path, conflict } = wish;
    if (isAsking) return { path, conflict: 'ask' };
    // An unexpected dialog would be dismissed, and the picture lost.
    if (isUnattended && conflict === 'ask') return { path, conflict: 'number' };
    if (conflict !== 'overwrite') return wish;
    // Of the paths before the death of a worker nobody knows.
    if (isOneOfMany && !taken) return { path, conflict: 'number' };
    if (!batch) return { path: taken ? distinctPath(path, taken) : path, conflict };
    // Pictures of a batch often have one name, and are saved one by one as they are done.
    const row = { batchId: batch.id, jobId: id };
    const own = await store.claimPath(row, path, (key) => taken?.has(key) ?? false);
    taken?.add(pathKey(own));
    return { path: own, conflict };
  }

  /** Ends a save without a download. */
  async function forget(jobId: string, saved: SaveState | undefined): Promise<void> {
    await store.deleteBlob(blobKey(jobId, 'copy'));
    await note(jobId, saved);
    await store.putSave(jobId, undefined);
  }

  /** Resumes a stored save. */
  async function goOn(jobId: string): Promise<void> {
    const pending = (await store.saves())[jobId];
    const job = pending && (await store.get(jobId));
    if (!pending || (job && !isEnded(job))) return;
    if (job?.stage !== 'done') {
      await store.putSave(jobId, undefined);
      return;
    }
    const { url, isAsking, isOneOfMany } = pending;
    const downloadId = url === undefined ? undefined : await downloads.find(url);
    if (downloadId !== undefined) {
      const saving = job.saved?.state === 'saving' ? job.saved : undefined;
      await adopt(jobId, downloadId, saving ?? { state: 'saving', at: deps.now() });
      return;
    }
    if (url !== undefined) await downloads.close(url);
    if (isAsking) await forget(jobId, earlierFile(job));
    else await begin(job, isOneOfMany ? { isOneOfMany } : {}, { isUnattended: true });
  }

  /** One save of a row at a time: a second click has no effect. */
  async function alone(jobId: string, work: () => Promise<void>): Promise<void> {
    await deps.withLock(`save:${jobId}`, work);
  }

  async function write(jobId: string, pending: PendingSave): Promise<void> {
    await alone(jobId, async () => {
      const job = await store.get(jobId);
      if (job?.stage === 'done' && job.result) await begin(job, pending, {});
    });
  }

  /** Waits until the browser writes few files. */
  async function untilRoom(): Promise<void> {
    while (Object.keys(await store.downloads()).length >= AT_ONCE) {
      await deps.sleep(ROOM_MS, new AbortController().signal);
    }
  }

  return {
    save: (jobId) => write(jobId, {}),
    async saveAll(jobIds) {
      const taken = new Set<string>();
      for (const jobId of jobIds) {
        const job = await store.get(jobId);
        if (job?.stage === 'done' && job.result) await store.putSave(jobId, { isOneOfMany: true });
      }
      for (const jobId of jobIds) {
        await untilRoom();
        await alone(jobId, async () => {
          const pending = (await store.saves())[jobId];
          const job = await store.get(jobId);
          if (!pending) return;
          if (job?.stage === 'done' && job.result) await begin(job, pending, { taken });
          else await store.putSave(jobId, undefined);
        });
      }
    },
    saveAs: (jobId) => write(jobId, { isAsking: true }),
    savePlanned: (jobId) => alone(jobId, () => goOn(jobId)),

    async downloadChanged(downloadId) {
      const jobId = (await store.downloads())[downloadId];
      if (jobId !== undefined) await finishDownload(downloadId, jobId);
    },

    async resume() {
      const begun = Object.entries(await store.downloads());
      await Promise.all(begun.map(([id, jobId]) => finishDownload(Number(id), jobId)));
      const planned = Object.keys(await store.saves());
      for (const jobId of planned) {
        await untilRoom();
        await alone(jobId, () => goOn(jobId));
      }
    },
  };
}

/** The file a job was last saved to, even while another is being written. */
function earlierFile(job: Job | undefined): SavedFile | undefined {
  if (job?.saved?.state === 'saved') return job.saved;
  return job?.saved?.state === 'saving' ? job.saved.earlier : undefined;
}

function savedState(
  report: DownloadStatus | undefined,
  downloadId: number,
  at: number,
  before: SaveState | undefined,
): SaveState {
  if (report?.state === 'complete' && report.bytes > 0) {
    const { fileName, bytes } = report;
    const { shortfall, path } = before && before.state !== 'failed' ? before : {};
    return {
      state: 'saved',
      at,
      downloadId,
      fileName,
      bytes,
      ...(shortfall && { shortfall }),
      ...(path !== undefined && { path }),
    };
  }
  return { state: 'failed', at, reason: report?.error ?? 'save-failed' };
}
