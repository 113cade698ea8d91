import { fromBase64 } from '../find/base64';
import { create } from '../find/dom';
import {
  PIECE_BYTES,
  type Piece,
  REPLACE_MESSAGE,
  type Replacement,
  type ReplaceRequest,
} from './contract';
import { deliver } from './deliver';

/** A result that can be shown at once: its bytes are here, and decoded. */
export interface Ready {
  /** Of `Replacement`. */
  id: string;
  /** `blob:` address in this document. */
  url: string;
  width: number;
  height: number;
}

interface Kept extends Ready {
  bytes: number;
  /** Keeps the decoded file with the browser. */
  image: HTMLImageElement;
  seenAt: number;
}

/** Larger files are left to the compare page, bytes. */
const MAX_FILE = 100 * 1024 * 1024;
/** Most bytes of results in one frame. */
const MAX_BYTES = 160 * 1024 * 1024;
/** Most results that are fetched at once. */
const MAX_AT_ONCE = 2;

export interface ResultsOptions {
  send(request: ReplaceRequest): Promise<unknown>;
  onReady(result: Ready): void;
  /** @param isForbidden whether this document shows no result at all */
  onFailed(id: string, isForbidden: boolean): void;
  /** Its address ends in this moment. */
  onDropped(id: string): void;
  /** Whether a place on the screen shows it or waits for it. */
  isNeeded(id: string): boolean;
  /** Most bytes that are kept. */
  maxBytes?: number;
}

/** Fetches results piece by piece, and keeps those that were seen last. */
export class Results {
  private readonly kept = new Map<string, Kept>();
  private readonly failed = new Set<string>();
  private readonly waiting = new Map<string, Replacement>();
  private readonly running = new Map<string, Replacement>();
  private isStopped = false;

  constructor(private readonly options: ResultsOptions) {}

  /** The result, if it can be shown now. */
  of(id: string): Ready | undefined {
    const kept = this.kept.get(id);
    if (kept) kept.seenAt = performance.now();
    return kept;
  }

  hasFailed(id: string): boolean {
    return this.failed.has(id);
  }

  /** Fetches a result, unless that is under way or has failed. `onReady` tells the end. */
  want(replacement: Replacement): void {
    const { result: id } = replacement;
    if (this.kept.has(id) || this.failed.has(id) || this.running.has(id)) return;
    // What was asked for last is on the screen.
    this.waiting.delete(id);
    this.waiting.set(id, replacement);
    this.goOn();
  }

  /** Fetches what waits, as far as there is room now: call it when places have left the screen. */
  goOn(): void {
    for (const [id, replacement] of [...this.waiting].toReversed()) {
      if (this.running.size >= MAX_AT_ONCE || this.isStopped) return;
      const isNeeded = this.options.isNeeded(id);
      if (isNeeded && !this.makeRoom(replacement.bytes)) continue;
      this.waiting.delete(id);
      if (!isNeeded) continue;
      this.running.set(id, replacement);
      void this.fetch(replacement).finally(() => {
        this.running.delete(id);
        this.goOn();
      });
    }
  }

  /** Forgets what failed: a new answer may name a better file. */
  tryAgain(): void {
    this.failed.clear();
  }

  stop(): void {
    this.isStopped = true;
    this.waiting.clear();
    for (const kept of this.kept.values()) release(kept);
    this.kept.clear();
  }

  private async fetch(replacement: Replacement): Promise<void> {
    const { result: id, bytes, width, height } = replacement;
    const file = await this.fileOf(replacement);
    if (this.isStopped) return;
    const image = file && (await decoded(file));
    if (!image) return this.fail(id, file !== undefined && (await isForbidden()));
    if (this.isStopped) return URL.revokeObjectURL(image.src);
    const kept = { id, url: image.src, width, height, bytes, image, seenAt: performance.now() };
    this.kept.set(id, kept);
    this.options.onReady(kept);
  }

  private fail(id: string, isForbidden: boolean): void {
    if (this.isStopped) return;
    this.failed.add(id);
    this.options.onFailed(id, isForbidden);
  }

  private async fileOf({ result, type, bytes }: Replacement): Promise<Blob | undefined> {
    if (!(bytes > 0) || bytes > MAX_FILE) return undefined;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let from = 0; from < bytes; ) {
      const asked = { type: REPLACE_MESSAGE, ask: 'piece', result, from } as const;
      const isWanted = () => !this.isStopped;
      const piece = (await deliver(this.options.send, asked, isWanted)) as Piece | undefined;
      if (this.isStopped || !piece || piece.total !== bytes) return undefined;
      const part = fromBase64(piece.data);
      if (part.length === 0 || part.length > PIECE_BYTES) return undefined;
      parts.push(part);
      from += part.length;
    }
    return new Blob(parts, { type });
  }

  /** Bytes of what is kept, and of what is being fetched. */
  private get bytes(): number {
    const counted = new Map<string, { bytes: number }>([...this.running, ...this.kept]);
    return [...counted.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Drops what was seen longest ago. @returns whether there is room */
  private makeRoom(bytes: number): boolean {
    const { isNeeded, onDropped, maxBytes = MAX_BYTES } = this.options;
    const oldestFirst = [...this.kept.values()].sort((a, b) => a.seenAt - b.seenAt);
    for (const kept of oldestFirst) {
      if (this.bytes + bytes <= maxBytes) return true;
      if (isNeeded(kept.id)) continue;
      this.kept.delete(kept.id);
      onDropped(kept.id);
      release(kept);
    }
    // One that is larger than the limit is shown alone.
    return this.bytes + bytes <= maxBytes || this.bytes === 0;
  }
}

function release({ url, image }: Kept): void {
  URL.revokeObjectURL(url);
  image.removeAttribute('src');
}

/** @returns undefined if this document may not show it, or it is no image */
async function decoded(file: Blob): Promise<HTMLImageElement | undefined> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch {
    URL.revokeObjectURL(url);
    return undefined;
  }
}

/** Whether this document does not even show a picture that is certainly good. */
async function isForbidden(): Promise<boolean> {
  const canvas = create('canvas');
  const good = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  const image = good && (await decoded(good));
  if (image) URL.revokeObjectURL(image.src);
  return good !== null && !image;
}
