import { randomUuid } from '../find/uuid';

/** Bytes that a frame keeps for `readSlice`, up to a limit. */
export class Keeper {
  /** Most bytes that are kept. */
  max = 0;
  private readonly sizes = new Map<string, number>();
  private total = 0;

  get bytes(): number {
    return this.total;
  }

  /** @returns the key in `globalThis.upscaleImages`; undefined if they do not fit */
  keep(bytes: Blob): string | undefined {
    if (this.total + bytes.size > this.max) return undefined;
    const key = randomUuid();
    images().set(key, bytes);
    this.sizes.set(key, bytes.size);
    this.total += bytes.size;
    return key;
  }

  /** The kept bytes; undefined if they are not kept. */
  of(key: string | undefined): Blob | undefined {
    return key === undefined ? undefined : images().get(key);
  }

  release(key: string | undefined): void {
    if (key === undefined) return;
    this.total -= this.sizes.get(key) ?? 0;
    this.sizes.delete(key);
    images().delete(key);
  }

  clear(): void {
    for (const key of this.sizes.keys()) this.release(key);
  }
}

function images(): Map<string, Blob> {
  const world = globalThis as { upscaleImages?: Map<string, Blob> };
  world.upscaleImages ??= new Map();
  return world.upscaleImages;
}

/**
 * The bytes behind an address that the frame may read without a request that it would not make itself.
 * @returns `large` if there are more bytes than allowed; undefined if it cannot be read
 */
export async function bytesAt(
  url: string,
  maxBytes: number,
  init: RequestInit = {},
): Promise<Blob | 'large' | undefined> {
  const leave = new AbortController();
  try {
    const response = await fetch(url, { ...init, signal: leave.signal });
    if (!response.ok) return undefined;
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
      leave.abort();
      return 'large';
    }
    const bytes = await response.blob();
    return bytes.size > maxBytes ? 'large' : bytes;
  } catch {
    return undefined;
  }
}

/** Most bytes of a part that tells two files apart where the browser offers no digest. */
const PART = 65_536;

/**
 * A name for bytes: equal bytes have the same. Pages without https have no digest: there the size and the ends must do.
 */
export async function contentKeyOf(bytes: Blob): Promise<string> {
  if (crypto.subtle) {
    const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer());
    return `bytes:${Array.from(new Uint8Array(digest), (one) => one.toString(16)).join('.')}`;
  }
  const parts = [bytes.slice(0, PART), bytes.slice(bytes.size / 2, bytes.size / 2 + PART)];
  const sums = await Promise.all(
    [...parts, bytes.slice(-PART)].map(async (part) => sumOf(await part.arrayBuffer())),
  );
  return `bytes:${bytes.size}:${sums.join(':')}`;
}

/** FNV-1a. */
function sumOf(buffer: ArrayBuffer): number {
  let sum = 0x811c9dc5;
  for (const byte of new Uint8Array(buffer)) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
