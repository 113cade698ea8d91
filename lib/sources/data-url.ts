import { SourceError } from './errors';

/** `data:`, a media type or nothing, a comma. The data itself is left to the platform. */
const SHAPE = /^data:[^,]{0,1000},/i;

/**
 * Reads the bytes out of a `data:` address.
 * @throws SourceError `source-malformed`
 */
export async function readDataUrl(url: string, fetcher: typeof fetch): Promise<Blob> {
  if (!SHAPE.test(url)) throw new SourceError('source-malformed');
  try {
    return await (await fetcher(url)).blob();
  } catch (cause) {
    throw new SourceError('source-malformed', undefined, { cause });
  }
}
