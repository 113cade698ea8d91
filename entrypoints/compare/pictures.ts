import type { ImageType } from '@/lib/images/formats/types';
import type { Job } from '@/lib/jobs/model/job';
import { blobKey, type JobStore } from '@/lib/jobs/store/jobs';

/** The stored images of a job, with object URLs. */
export interface Pictures {
  before?: Picture | undefined;
  after?: Picture | undefined;
}

export interface Picture {
  blob: Blob;
  url: string;
}

/** Types that a tab may show. An SVG would run as a document of the extension's origin. */
const SHOWN_ALONE: Partial<Record<ImageType, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** The content type for opening a result in a tab; undefined if it must not be opened. */
export function typeAlone({ result }: Pick<Job, 'result'>): string | undefined {
  return result?.type && SHOWN_ALONE[result.type];
}

/** Reads the images of a job. Keeps their object URLs until other images replace them. */
export function createPictureReader(): (
  store: JobStore,
  job: Job | undefined,
) => Promise<Pictures> {
  let key: string | undefined;
  let pictures: Pictures = {};

  async function read(store: JobStore, job: Job): Promise<Pictures> {
    const [sent, transparent, after] = await Promise.all([
      store.blob(blobKey(job.id, 'input')),
      store.blob(blobKey(job.id, 'shown')),
      job.stage === 'done' ? store.blob(blobKey(job.id, 'result')) : undefined,
    ]);
    return { before: withAddress(transparent ?? sent), after: withAddress(after) };
  }

  return async (store, job) => {
    const wanted = job && bytesKey(job);
    // A pruned source stays gone. A result comes back when it is saved again.
    const isComplete = job?.stage !== 'done' || pictures.after !== undefined;
    // Most changes of a job concern saving and do not change the bytes.
    if (wanted !== undefined && wanted === key && isComplete) return pictures;
    const old = pictures;
    pictures = job ? await read(store, job) : {};
    key = wanted;
    for (const picture of [old.before, old.after]) if (picture) URL.revokeObjectURL(picture.url);
    return pictures;
  };
}

/** Changes when the bytes of the job change, or another job is shown. */
function bytesKey({ id, stage, source, result }: Job): string {
  return [id, stage, source?.sha256, result?.url, result?.bytes].join('\n');
}

function withAddress(blob: Blob | undefined): Picture | undefined {
  return blob && { blob, url: URL.createObjectURL(blob) };
}
