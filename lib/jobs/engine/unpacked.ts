import type { ImageOrigin } from '@/lib/sources/origin';
import { isDataAddress, storedAddress } from '../model/bounded-origin';
import type { JobDeps } from '../steps/deps';
import { blobKey } from '../store/jobs';

/**
 * Takes the bytes of a `data:` address out of an origin: rows are read often and must stay small.
 * @param id of the row
 * @returns the origin to store, and the bytes to store with the row, if there are any
 */
export async function unpacked(
  id: string,
  origin: ImageOrigin,
  { readDataUrl }: Pick<JobDeps, 'readDataUrl'>,
): Promise<{ origin: ImageOrigin; file?: Blob }> {
  if (origin.kind === 'file' || !isDataAddress(origin.url)) return { origin };
  const file = await readDataUrl?.(origin.url).catch(() => undefined);
  if (!file) return { origin };
  const url = await storedAddress(origin.url);
  return { origin: { ...origin, url, blobKey: blobKey(id, 'file') }, file };
}
