import type { ImageType } from '@/lib/images/formats/types';
import { caught, JobError } from '../model/failure';
import { isEnded, type Job, type SavedFile, type SaveState, type Shortfall } from '../model/job';
import { IllegalTransition } from '../model/machine';
import { fetchResult } from '../steps/collect';
import type { JobDeps } from '../steps/deps';
import { commit } from '../steps/step';
import { blobKey, type PendingSave } from '../store/jobs';

/** What happens when there is a file of that name: both stay, the new one stays, or the person says. */
export type Conflict = 'number' | 'overwrite' | 'ask';

/** What the browser says of a download. */
export interface DownloadStatus {
  state: 'in_progress' | 'complete' | 'interrupted';
  /** Bytes on disk. */
  bytes: number;
  /** Name of the file without its folders. */
  fileName: string;
  /** The browser's own word for what went wrong, such as `FILE_NO_SPACE`. */
  error?: string;
}

/** The browser's downloads, as far as saving needs them. */
export interface Downloads {
  /** Gives stored bytes an address that the browser can download from. */
  open(blobKey: string): Promise<string>;
  /**
   * Starts writing a file; resolves with the browser's id once it has begun, or with undefined if
   * the person called it off. Closes the address unless it has begun.
   * @param path below the browser's downloads folder
   */
  start(url: string, path: string, conflict: Conflict): Promise<number | undefined>;
  /** The download that was begun from an address, if there is one. */
  find(url: string): Promise<number | undefined>;
  close(url: string): Promise<void>;
  status(downloadId: number): Promise<DownloadStatus | undefined>;
  /** Frees what `open` held for the file. */
  release(downloadId: number): Promise<void>;
}

/** A result as it goes to disk. */
export interface FileToSave {
  /** Where its bytes lie: the result itself, or a copy of it in another format or with a note. */
  blobKey: string;
  /** Below the browser's downloads folder. */
  path: string;
  conflict: Conflict;
  shortfall?: Shortfall;
}

export interface SaveDeps extends JobDeps {
  downloads: Downloads;
  /**
   * Makes a file of a stored result, as the person wants it at this moment. Never rejects for the
   * bytes' sake.
   * @param type of the result
   */
  makeFile(job: Job, type: ImageType): Promise<FileToSave>;
}

/** The browser's word for a download that the person called off, in its dialog or its list. */
const CALLED_OFF = 'USER_CANCELED';

/** Saving of results: one click, and proof that the file landed. */
export interface Saver {
  save(jobId: string): Promise<void>;
  /** Asks where to, and under which name. */
  saveAs(jobId: string): Promise<void>;
  /** Saves a row for which that was planned (plan-save.ts), once, now that it is done. */
  savePlanned(jobId: string): Promise<void>;
  /** Told by the browser; ids of other people's downloads are ignored. */
  downloadChanged(downloadId: number): Promise<void>;
  /** Finds out what became of saves that were on the way when the worker or the browser ended. */
  resume(): Promise<void>;
}

/**
 * A save is written down before it begins (`PendingSave`), and so is the address before the browser
 * hears of it. Whenever a worker ends, the next one can tell whether a file was begun: no file is
 * written twice, and none is forgotten.
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

  /** The browser has begun: from here on its own list tells what becomes of the file. */
  async function adopt(
    jobId: string,
    downloadId: number,
    saving: SaveState & { state: 'saving' },
  ): Promise<void> {
    await store.putDownload(downloadId, jobId);
    await note(jobId, { ...saving, downloadId });
    await store.putSave(jobId, undefined);
    // It may have ended before its id was known here.
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
      // A dialog out of nowhere would be closed, and the picture with it.
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

  /** Nothing is on the way any more. */
  async function forget(jobId: string, saved: SaveState | undefined): Promise<void> {
    await store.deleteBlob(blobKey(jobId, 'copy'));
    await note(jobId, saved);
    await store.putSave(jobId, undefined);
  }

  /** Goes on where a save that was written down was left. */
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

  /** One save of a row at a time: a second click on the way to the same file means nothing. */
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

/** The file a row was saved to, also while another is being written. */
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

/**
 * Makes sure that the result's bytes are in the store: when the copy is gone and its link
 * has expired, the service is asked for the same result once more.
 */
async function ensureResult(job: Job, deps: JobDeps): Promise<ImageType> {
  const stored = await deps.store.blob(blobKey(job.id, 'result'));
  if (stored && job.result?.type) return job.result.type;

  const submitId = job.submission?.submitId;
  const report = submitId ? (await deps.service.lookUp([submitId])).get(submitId) : undefined;
  if (report?.state !== 'done') throw new JobError('result-deleted');
  const { blob, result } = await fetchResult(job, report.image, deps);
  const latest = await deps.store.get(job.id);
  if (latest)
    await commit(deps, latest, { type: 'collected', result }, { blobs: { result: blob } });
  return result.type ?? 'png';
}
