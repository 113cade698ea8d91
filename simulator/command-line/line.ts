import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes that share the line as one: about what a network sends before it turns to another connection. */
const CHUNK_BYTES = 16 * 1024;

/** A connection that asks so much too late loses nothing, ms: networks have buffers, and timers are late. */
const BUFFER_MS = 50;

/** One direction of a line that all connections share. */
export interface Line {
  /** Resolves when so many bytes have got through, after those that came before. */
  carry(bytes: number): Promise<void>;
  /** Cuts bytes into pieces, so that others get their turn between them. */
  chunks(bytes: Buffer): Iterable<Buffer>;
}

/** A line without a limit. */
export const NO_LINE: Line = { carry: async () => undefined, chunks: (bytes) => [bytes] };

/** Creates a line. @param mbit its speed, Mbit/s; absent: no limit */
export function createLine(mbit: number | undefined): Line {
  if (mbit === undefined) return NO_LINE;
  const bytesPerMs = (mbit * 1_000_000) / 8 / 1_000;
  let freeAt = 0;
  return {
    async carry(bytes) {
      const now = performance.now();
      freeAt = Math.max(now - BUFFER_MS, freeAt) + bytes / bytesPerMs;
      // Timers count in whole milliseconds: what is left of one is slept with the next bytes.
      if (freeAt - now >= 1) await sleep(freeAt - now);
    },
    *chunks(bytes) {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        yield bytes.subarray(at, at + CHUNK_BYTES);
      }
    },
  };
}
