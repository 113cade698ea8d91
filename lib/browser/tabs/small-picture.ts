/** A small picture for a tile, and what is known of the file. */
export interface Thumbnail {
  /** Longest side at most 256 px. */
  image: Blob;
  /** Size of the file, px. */
  width: number;
  height: number;
  bytes?: number;
  type?: string;
}

/** Longest side, px. */
const SIDE = 256;
/** Largest file that is requested for a tile, bytes. */
const MAX_BYTES = 50 * 1024 * 1024;
/** ms. */
const LIMIT_MS = 20_000;

export interface AddressDeps {
  fetch: typeof fetch;
  /** Whether this match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
  /** Whether an address leads to this computer or a private network. */
  isPrivate(address: string): boolean;
}

/**
 * Makes a small picture from an address: only of a host that the person has allowed, without cookies and without a
 * Referer. Otherwise the request would name this extension to the host.
 * @param frameUrl address of the frame that shows it; a private address must be on the same host
 * @returns undefined if the host is not allowed, or if there is no image
 */
export async function thumbnailAt(
  url: string,
  frameUrl: string,
  { fetch, mayAccess, isPrivate }: AddressDeps,
): Promise<Thumbnail | undefined> {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  if (isPrivate(url) && URL.parse(frameUrl)?.host !== address.host) return undefined;
  if (!(await mayAccess(`${address.protocol}//${address.hostname}/*`))) return undefined;
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'force-cache',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (!response.ok || (isPrivate(response.url) && !isPrivate(url))) return undefined;
    const bytes = await bounded(response);
    return bytes && (await thumbnailOf(bytes));
  } catch {
    return undefined;
  }
}

/** Reads a body up to the limit, whatever length it declares. */
async function bounded({ body, headers }: Response): Promise<Blob | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_BYTES) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return new Blob(chunks, { type: headers.get('content-type') ?? '' });
}

/** Makes a small picture of a file. @throws if this browser cannot decode it */
async function thumbnailOf(bytes: Blob): Promise<Thumbnail> {
  const whole = await createImageBitmap(bytes);
  try {
    const { width, height } = whole;
    const scale = Math.min(1, SIDE / Math.max(width, height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    );
    canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height);
    const image = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    const { size, type } = bytes;
    return { image, width, height, bytes: size, ...(/^image\//.test(type) && { type }) };
  } finally {
    whole.close();
  }
}
