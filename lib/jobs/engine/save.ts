import type { ImageType } from '@/lib/images/formats/types';
import { caught, JobError } from '../model/failure';
import { isEnded, type Job, type SavedFile, type SaveState, type Shortfall } from '../model/job';
import { IllegalTransition } from '../model/machine';
import { fetchResult } from '../steps/collect';
import type { JobDeps } from '../steps/deps';
import { atSite } from '../steps/site';
import { commit } from '../steps/step';
import { blobKey, type PendingSave } from '../store/jobs';

/** What happens if a file of that name exists: number the new one, overwrite, or ask. */
export type Conflict = 'number' | 'overwrite' | 'ask';

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
   */
  makeFile(job: Job, type: ImageType): Promise<FileToSave>;
}

/** Error code of a download that the person cancelled. */
const CALLED_OFF = 'USER_CANCELED';

/** Saves results with one click, and checks that the file was written. */
export interface Saver {
  save(jobId: string): Promise<void>;
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

  async function note(jobId: string, saved: SaveState | undefined): Promise<void> {
    for (let tries = 0; tries < 8; tries += 1) {
      const job = await store.get(jobId);
      if (!job) return;
      try {
        if (await commit(deps, job, { type: 'save-changed', saved })) return;
      } catch (error) {
        if (error instanceof IllegalTransition) return;
        throw error;
      }
    }
  }

  async function finishDownload(downloadId: number, jobId: string): Promise<void> {
    const report = await downloads.status(downloadId);
    if (report?.state === 'in_progress') return;
    const job = await store.get(jobId);
    const isCalledOff = report?.state === 'interrupted' && report.error === CALLED_OFF;
    const shortfall = job?.saved?.state === 'failed' ? undefined : job?.saved?.shortfall;
    const saved = isCalledOff
      ? earlierFile(job)
      : savedState(report, downloadId, deps.now(), shortfall);
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
  async function begin(job: Job, pending: PendingSave, isUnattended: boolean): Promise<void> {
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
      if (shortfall) saving.shortfall = shortfall;
      const url = await downloads.open(file.blobKey);
      await store.putSave(job.id, { ...pending, url });
      // An unexpected dialog would be dismissed, and the picture lost.
      const rule = isUnattended && conflict === 'ask' ? 'number' : conflict;
      const downloadId = await downloads.start(url, path, pending.isAsking ? 'ask' : rule);
      if (downloadId !== undefined) await adopt(job.id, downloadId, saving);
      else await forget(job.id, earlier);
    } catch (error) {
      const { code } = caught(error);
      const reason = code === 'internal' ? 'save-failed' : code;
      if (code === 'internal') deps.report(error);
      await forget(job.id, { state: 'failed', at: deps.now(), reason });
    }
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
    const { url, isAsking } = pending;
    const downloadId = url === undefined ? undefined : await downloads.find(url);
    if (downloadId !== undefined) {
      const saving = job.saved?.state === 'saving' ? job.saved : undefined;
      await adopt(jobId, downloadId, saving ?? { state: 'saving', at: deps.now() });
      return;
    }
    if (url !== undefined) await downloads.close(url);
    if (isAsking) await forget(jobId, earlierFile(job));
    else await begin(job, {}, true);
  }

  /** One save of a row at a time: a second click has no effect. */
  async function alone(jobId: string, work: () => Promise<void>): Promise<void> {
    await deps.withLock(`save:${jobId}`, work);
  }

  async function write(jobId: string, pending: PendingSave): Promise<void> {
    await alone(jobId, async () => {
      const job = await store.get(jobId);
      if (job?.stage === 'done' && job.result) await begin(job, pending, false);
    });
  }

  return {
    save: (jobId) => write(jobId, {}),
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
      await Promise.all(planned.map((jobId) => alone(jobId, () => goOn(jobId))));
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
  shortfall: Shortfall | undefined,
): SaveState {
  if (report?.state === 'complete' && report.bytes > 0) {
    const { fileName, bytes } = report;
    return { state: 'saved', at, downloadId, fileName, bytes, ...(shortfall && { shortfall }) };
  }
  return { state: 'failed', at, reason: report?.error ?? 'save-failed' };
}

/** Makes sure that the result's bytes are stored; fetches them from the service again if they are gone. */
async function ensureResult(job: Job, deps: JobDeps): Promise<ImageType> {
  const stored = await deps.store.blob(blobKey(job.id, 'result'));
  if (stored && job.result?.type) return job.result.type;

  // The service has the parts of a long picture, not the whole.
  const submitId = job.source?.parts ? undefined : job.submission?.submitId;
  const report = submitId
    ? (await atSite(deps, job).service.lookUp([submitId])).get(submitId)
    : undefined;
  if (report?.state !== 'done') throw new JobError('result-deleted');
  const { blob, result } = await fetchResult(job, report.image, deps);
  const latest = await deps.store.get(job.id);
  if (latest)
    await commit(deps, latest, { type: 'collected', result }, { blobs: { result: blob } });
  return result.type ?? 'png';
}
