import type { Job } from '../model/job';
import { partOf } from '../model/parts';
import { type BlobKind, blobKey } from '../store/jobs';
import type { JobDeps } from './deps';

/**
 * The file to upload: of a long picture, the part that the row works on, which is cut once.
 * @param picture the stored picture
 * @param beforeDrawing awaited before it is cut
 */
export async function fileToSend(
  job: Job,
  picture: Blob,
  { store, cutPart }: Pick<JobDeps, 'store' | 'cutPart'>,
  beforeDrawing: () => Promise<void>,
): Promise<Blob> {
  const plan = job.source?.parts;
  const part = partOf(job);
  if (!plan || part === undefined) return picture;
  const key = blobKey(job.id, 'part-input');
  const cut = await store.blob(key);
  if (cut) return cut;
  await beforeDrawing();
  const file = await cutPart(picture, plan, part);
  await store.putBlob(key, file);
  return file;
}

/** The first part from `from` on whose result is not stored; the number of parts if all are. */
export async function missingPart(
  { id, source }: Pick<Job, 'id' | 'source'>,
  from: number,
  { store }: Pick<JobDeps, 'store'>,
): Promise<number> {
  const count = source?.parts?.parts.length ?? 0;
  for (let part = from; part < count; part += 1) {
    if (!(await store.blob(blobKey(id, `part-${part}`)))) return part;
  }
  return count;
}

/** Deletes, with a commit, what is stored of the parts. */
export function withoutParts({
  source,
}: Pick<Job, 'source'>): Partial<Record<BlobKind, undefined>> {
  if (!source?.parts) return {};
  const kinds = source.parts.parts.map((_, part) => [`part-${part}`, undefined]);
  return { 'part-input': undefined, ...Object.fromEntries(kinds) };
}
