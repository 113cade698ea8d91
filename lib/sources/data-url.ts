import { SourceError } from './errors';

/** `data:`, an optional media type, a comma. `fetch` decodes the data. */
const SHAPE = /^data:[^,]{0,1000},/i;

/**
 * The bytes of a `data:` address.
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
