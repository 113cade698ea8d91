import { createHash, createHmac } from 'node:crypto';

/** A timer in virtual time. */
export interface VirtualTimer {
  /** Virtual Unix ms. */
  at: number;
  ring(): void;
}

const REAL_TIMERS = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
const CRYPTO = ['digest', 'importKey', 'sign'] as const;

/**
 * Lets the time-outs of the layers below run in virtual time, because they are timers of the
 * platform. `start` makes a timer that rings after `ms`, `stop` forgets it.
 */
export function takePlatform(
  start: (ms: number, work: () => void) => VirtualTimer,
  stop: (timer: VirtualTimer) => void,
): void {
  Object.assign(globalThis, {
    setTimeout: (work: () => void, ms = 0) => start(ms, work),
    clearTimeout: stop,
  });
  // Callers look the methods up at each call, so own properties hide the real ones.
  Object.assign(crypto.subtle, HASHING);
}

/** Gives the real platform back. Safe to call twice. */
export function giveBackPlatform(): void {
  Object.assign(globalThis, REAL_TIMERS);
  for (const name of CRYPTO) delete (crypto.subtle as Partial<SubtleCrypto>)[name];
}

/** A key as `importKey` below makes it. */
interface Secret {
  secret: Uint8Array;
}

/**
 * The hashes of `crypto.subtle` that the project uses, without its threads: what they take of real
 * time would let work happen in another order each time, and no seed could repeat a run.
 */
const HASHING = {
  digest: async (algorithm: string, data: BufferSource) =>
    buffered(createHash(algorithm.replace('-', '').toLowerCase()).update(bytesOf(data)).digest()),
  importKey: async (_format: 'raw', key: BufferSource): Promise<Secret> => ({
    secret: bytesOf(key).slice(),
  }),
  sign: async (_algorithm: 'HMAC', { secret }: Secret, data: BufferSource) =>
    buffered(createHmac('sha256', secret).update(bytesOf(data)).digest()),
};

function bytesOf(data: BufferSource): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function buffered(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** A pause in virtual time, which ends early if its signal aborts. */
export function sleepBy(
  startTimer: (ms: number, work: () => void) => VirtualTimer,
): (ms: number, signal: AbortSignal) => Promise<void> {
  return (ms, signal) =>
    new Promise((resolve) => {
      const timer = startTimer(ms, resolve);
      signal.addEventListener('abort', timer.ring, { once: true });
      if (signal.aborted) timer.ring();
    });
}
