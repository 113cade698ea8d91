import type { ImageType } from '@/lib/images/types';
import type { Target } from '@/lib/jimeng/tools';
import type { JobDeps } from './deps';
import { caught, JobError } from './failure';
import type { Job, SaveState } from './job';
import { IllegalTransition } from './machine';
import { fetchResult } from './steps/collect';
import { commit } from './steps/step';
import { blobKey } from './store';

/** What the browser says of a download. */
export interface DownloadReport {
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
  /** Starts writing a file; resolves with the browser's id once it has begun. */
  start(blobKey: string, fileName: string): Promise<number>;
  look(downloadId: number): Promise<DownloadReport | undefined>;
  /** Frees what `start` held for the file. */
  release(downloadId: number): Promise<void>;
}

export interface SaveDeps extends JobDeps {
  downloads: Downloads;
  fileNameFor(result: { name: string; target: Target; type: ImageType }): string;
}

/** Saving of results: one click, and proof that the file landed. */
export interface Saver {
  save(jobId: string): Promise<void>;
  /** Told by the browser; ids of other people's downloads are ignored. */
  downloadChanged(downloadId: number): Promise<void>;
  /** Finds out what became of saves that were on the way when the worker or the browser ended. */
  resume(): Promise<void>;
}

export function createSaver(deps: SaveDeps): Saver {
  async function note(jobId: string, saved: SaveState): Promise<void> {
    for (let tries = 0; tries < 8; tries += 1) {
      const job = await deps.store.get(jobId);
      if (!job) return;
      try {
        if (await commit(deps, job, { type: 'save-changed', saved })) return;
      } catch (error) {
        if (error instanceof IllegalTransition) return;
        throw error;
      }
    }
  }

  async function settleDownload(downloadId: number, jobId: string): Promise<void> {
    const report = await deps.downloads.look(downloadId);
    if (report?.state === 'in_progress') return;
    await note(jobId, savedState(report, downloadId, deps.now()));
    await deps.store.putDownload(downloadId, undefined);
    await deps.downloads.release(downloadId);
  }

  return {
    async save(jobId) {
      const job = await deps.store.get(jobId);
      if (job?.stage !== 'done' || !job.result) return;
      await note(jobId, { state: 'saving', at: deps.now() });
      try {
        const type = await ensureResult(job, deps);
        const { target } = job.options;
        const fileName = deps.fileNameFor({ name: job.name, target, type });
        const downloadId = await deps.downloads.start(blobKey(jobId, 'result'), fileName);
        await deps.store.putDownload(downloadId, jobId);
        await note(jobId, { state: 'saving', at: deps.now(), downloadId });
        // It may have ended before its id was known here.
        await settleDownload(downloadId, jobId);
      } catch (error) {
        const { code } = caught(error);
        const reason = code === 'internal' ? 'save-failed' : code;
        if (code === 'internal') deps.report(error);
        await note(jobId, { state: 'failed', at: deps.now(), reason });
      }
    },

    async downloadChanged(downloadId) {
      const jobId = (await deps.store.downloads())[downloadId];
      if (jobId !== undefined) await settleDownload(downloadId, jobId);
    },

    async resume() {
      const pending = Object.entries(await deps.store.downloads());
      await Promise.all(pending.map(([id, jobId]) => settleDownload(Number(id), jobId)));
    },
  };
}

function savedState(report: DownloadReport | undefined, downloadId: number, at: number): SaveState {
  if (report?.state === 'complete' && report.bytes > 0) {
    const { fileName, bytes } = report;
    return { state: 'saved', at, downloadId, fileName, bytes };
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
