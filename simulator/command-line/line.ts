import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes that share the line as one: about what a network sends before it turns to another connection. */
const CHUNK_BYTES = 16 * 1024;

/** One direction of a line that all connections share. */
export interface Line {
  /**
   * Begins a transfer, and returns its end. While there is one the line is busy: a process that comes late, as on a busy
   * machine, loses nothing.
   */
  begin(): () => void;
  /** Resolves when so many bytes have got through, after those that came before. */
  carry(bytes: number): Promise<void>;
  /** Cuts bytes into pieces, so that others get their turn between them. */
  chunks(bytes: Buffer): Iterable<Buffer>;
}

/** A line without a limit. */
export const NO_LINE: Line = {
  begin: () => () => {},
  carry: async () => undefined,
  chunks: (bytes) => [bytes],
};

/** Creates a line. @param mbit its speed, Mbit/s; absent: no limit */
export function createLine(mbit: number | undefined): Line {
  if (mbit === undefined) return NO_LINE;
  const bytesPerMs = (mbit * 1_000_000) / 8 / 1_000;
  let transfers = 0;
  /** When what was sent so far has got through, on the clock of `performance.now`. */
  let freeAt = 0;
  return {
    begin() {
      if (transfers === 0) freeAt = Math.max(freeAt, performance.now());
      transfers += 1;
      return () => {
        transfers -= 1;
      };
    },
    async carry(bytes) {
      freeAt += bytes / bytesPerMs;
      const waitMs = freeAt - performance.now();
      // Timers count in whole milliseconds: what is left of one is slept with the next bytes.
      if (waitMs >= 1) await sleep(waitMs);
    },
    *chunks(bytes) {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        yield bytes.subarray(at, at + CHUNK_BYTES);
      }
    },
  };
}
