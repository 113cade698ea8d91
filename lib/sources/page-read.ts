/**
 * Reads an image in a page: the injected functions, and the background functions that drive them.
 *
 * `openImage`, `readSlice` and `closeImage` are injected as source text into the isolated world of a
 * frame, so they may use nothing outside their own body. Chrome returns JSON only, so the bytes
 * travel as base64 in slices.
 */
import { SourceError } from './errors';
import { LIMITS, tooLarge } from './limits';
import { isPrivateAddress } from './private-address';
import type { FramePlace, PageRequest } from './source-deps';
import { statusError } from './status-error';

/** Bytes per slice. As base64 far below Chrome's message limit of 64 MiB. */
const SLICE_BYTES = 8 * 1024 * 1024;
/** Longest slice as base64, characters. */
const MAX_BASE64 = Math.ceil(SLICE_BYTES / 3) * 4;

/** The result of `openImage`. `finalUrl`: the address after redirects. */
export type Opened =
  | { size: number; type: string; finalUrl?: string }
  | { error: 'http'; status: number }
  | { error: 'large' }
  | { error: 'slow' }
  | { error: 'failed' };

/** What a frame is to read. `home`: see `homeOf`. Reading stops above `maxBytes`. */
export interface OpenRequest extends PageRequest {
  home: string;
  maxBytes: number;
}

/** The origin of a frame, or its scheme if it has none. The frame must still have it. */
export function homeOf(frameUrl: string): string {
  const url = URL.parse(frameUrl);
  return (/^https?:/i.test(frameUrl) ? url?.origin : url?.protocol) ?? '';
}

/**
 * Injected. Fetches an image with the rights of the page, from its cache if possible, and keeps it
 * under `key` for at most five minutes. Checks `home`, because the tab may show another site by now,
 * and `maxBytes`, because a host may send bytes without end.
 */
export async function openImage(
  key: string,
  { url, cookies, home, maxBytes }: OpenRequest,
): Promise<Opened> {
  const here = /^https?:$/.test(location.protocol) ? location.origin : location.protocol;
  if (here !== home) return { error: 'failed' };
  const world = globalThis as { upscaleImages?: Map<string, Blob> };
  world.upscaleImages ??= new Map();
  const images = world.upscaleImages;
  const controller = new AbortController();
  let timer = setTimeout(() => controller.abort(), 20_000);
  try {
    const response = await fetch(url, {
      cache: 'force-cache',
      credentials: cookies ? 'same-origin' : 'omit',
      signal: controller.signal,
    });
    if (!response.ok) return { error: 'http', status: response.status };
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), 60_000);
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const reader = response.body?.getReader();
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > maxBytes) {
        controller.abort();
        return { error: 'large' };
      }
      chunks.push(value);
    }
    const type = response.headers.get('content-type') ?? '';
    images.set(key, new Blob(chunks, { type }));
    // The background may stop before it closes the image.
    setTimeout(() => images.delete(key), 300_000);
    return { size, type, finalUrl: response.url };
  } catch {
    return { error: controller.signal.aborted ? 'slow' : 'failed' };
  } finally {
    clearTimeout(timer);
  }
}

/** Injected. Bytes `start .. end` of an open image as base64; null if it is not open. */
export function readSlice(key: string, start: number, end: number): Promise<string | null> {
  const world = globalThis as { upscaleImages?: Map<string, Blob> };
  const image = world.upscaleImages?.get(key);
  if (!image) return Promise.resolve(null);
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      const dataUrl = String(reader.result);
      resolve(dataUrl.slice(dataUrl.indexOf(',') + 1));
    };
    reader.onerror = () => resolve(null);
    // A fixed type keeps the prefix of the data URL short.
    reader.readAsDataURL(image.slice(start, end, 'application/octet-stream'));
  });
}

/** Injected. Size and type of an open image; null if it is not open. */
function describeImage(key: string): { size: number; type: string } | null {
  const world = globalThis as { upscaleImages?: Map<string, Blob> };
  const image = world.upscaleImages?.get(key);
  return image ? { size: image.size, type: image.type } : null;
}

/** Injected. Frees an open image. */
export function closeImage(key: string): void {
  const world = globalThis as { upscaleImages?: Map<string, Blob> };
  world.upscaleImages?.delete(key);
}

/** Runs a self-contained function in the frame, as `scripting.executeScript` does; rejects if it cannot. */
export type RunInFrame = <A extends unknown[], R>(
  func: (...args: A) => R | Promise<R>,
  args: A,
) => Promise<R>;

/**
 * Reads an image through a frame of the page that shows it.
 * @returns undefined if the frame cannot read it: no access to the frame, CORS, refused, or gone
 * @throws SourceError if the host answered that the image does not exist or that the host failed,
 *   `image-too-large`; the signal's reason
 */
export async function readThroughSlices(
  run: RunInFrame,
  { frameUrl }: Pick<FramePlace, 'frameUrl'>,
  { url, cookies }: PageRequest,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  const key = crypto.randomUUID();
  try {
    const request = { url, cookies, home: homeOf(frameUrl), maxBytes: LIMITS.maxBytes };
    const opened = await run(openImage, [key, request]);
    signal?.throwIfAborted();
    if (!opened) return undefined;
    if ('error' in opened) return withoutImage(opened, url);
    if (opened.size > LIMITS.maxBytes) throw tooLarge(hostOf(url));
    // A public address must not lead to an image of a private network.
    if (isPrivateAddress(opened.finalUrl ?? '') && !isPrivateAddress(url)) {
      throw new SourceError('source-private', hostOf(url));
    }
    return await readOpened(run, key, opened, signal);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    signal?.throwIfAborted();
    return undefined;
  } finally {
    run(closeImage, [key]).catch(() => undefined);
  }
}

/**
 * Reads pixels that the finder keeps in a frame.
 * @returns undefined if they are gone: the frame navigated, or the finder freed them
 * @throws SourceError `image-too-large`; the signal's reason
 */
export async function readCaptured(
  run: RunInFrame,
  key: string,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  try {
    const kept = await run(describeImage, [key]);
    signal?.throwIfAborted();
    if (kept && kept.size > LIMITS.maxBytes) throw tooLarge('');
    return kept ? await readOpened(run, key, kept, signal) : undefined;
  } catch (error) {
    if (error instanceof SourceError) throw error;
    signal?.throwIfAborted();
    return undefined;
  }
}

/** The bytes of an open image, slice by slice; undefined if it is gone. */
export async function readOpened(
  run: RunInFrame,
  key: string,
  { size, type }: { size: number; type: string },
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  const slices: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < size; at += SLICE_BYTES) {
    const base64 = await run(readSlice, [key, at, Math.min(at + SLICE_BYTES, size)]);
    signal?.throwIfAborted();
    if (typeof base64 !== 'string' || base64.length > MAX_BASE64) return undefined;
    slices.push(fromBase64(base64));
  }
  return new Blob(slices, { type });
}

/** Throws final errors. After a refusal the background may still succeed. */
function withoutImage(opened: Extract<Opened, { error: string }>, url: string): undefined {
  if (opened.error === 'failed') return undefined;
  if (opened.error === 'large') throw tooLarge(hostOf(url));
  if (opened.error === 'slow') throw new SourceError('source-timeout', hostOf(url));
  const error = statusError(opened.status, hostOf(url));
  if (error.code === 'source-refused') return undefined;
  throw error;
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  // Chrome 140 and Firefox 133 decode natively, which is many times faster.
  if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
