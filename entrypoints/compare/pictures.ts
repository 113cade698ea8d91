import type { ImageType } from '@/lib/images/formats/types';
import type { Job } from '@/lib/jobs/model/job';
import { blobKey, type JobStore } from '@/lib/jobs/store/jobs';

/** The stored bytes of a row, with addresses to show them by. */
export interface Pictures {
  before?: Picture | undefined;
  after?: Picture | undefined;
}

export interface Picture {
  blob: Blob;
  url: string;
}

/** Types that a tab of its own may show: an SVG would be a document of the extension's origin. */
const SHOWN_ALONE: Partial<Record<ImageType, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** The content type under which a result may be opened alone; undefined if it may not. */
export function typeAlone({ result }: Pick<Job, 'result'>): string | undefined {
  return result?.type && SHOWN_ALONE[result.type];
}

/** Reads the pictures of a row, and keeps their addresses until others take their place. */
export function createPictureReader(): (
  store: JobStore,
  job: Job | undefined,
) => Promise<Pictures> {
  let key: string | undefined;
  let pictures: Pictures = {};

  async function read(store: JobStore, job: Job): Promise<Pictures> {
    const [before, after] = await Promise.all([
      store.blob(blobKey(job.id, 'input')),
      job.stage === 'done' ? store.blob(blobKey(job.id, 'result')) : undefined,
    ]);
    return { before: shown(before), after: shown(after) };
  }

  return async (store, job) => {
    const wanted = job && bytesKey(job);
    // A source that is gone stays gone; a result comes back when it is saved again.
    const isComplete = job?.stage !== 'done' || pictures.after !== undefined;
    // Most changes of a row are about saving, and the bytes are those that are shown already.
    if (wanted !== undefined && wanted === key && isComplete) return pictures;
    const old = pictures;
    pictures = job ? await read(store, job) : {};
    key = wanted;
    for (const picture of [old.before, old.after]) if (picture) URL.revokeObjectURL(picture.url);
    return pictures;
  };
}

/** Changes with the bytes of a row. */
function bytesKey({ stage, source, result }: Job): string {
  return [stage, source?.sha256, result?.url, result?.bytes].join('\n');
}

function shown(blob: Blob | undefined): Picture | undefined {
  return blob && { blob, url: URL.createObjectURL(blob) };
}
