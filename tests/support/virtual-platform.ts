/** A timer in virtual time. */
export interface VirtualTimer {
  /** Virtual Unix ms. */
  at: number;
  ring(): void;
}

const REAL_TIMERS = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
const CRYPTO = ['digest', 'importKey', 'sign'] as const;

/** Pending work of `crypto.subtle`: it runs on other threads, so that turns alone do not show it. */
let computing = 0;

/** Whether a signature or checksum is being computed: then time must not pass. */
export function isComputing(): boolean {
  return computing > 0;
}

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
  for (const name of CRYPTO) {
    // Callers look the method up at each call, so an own property hides the real one.
    delete (crypto.subtle as Partial<SubtleCrypto>)[name];
    const real = crypto.subtle[name].bind(crypto.subtle) as (...args: never[]) => Promise<unknown>;
    Object.assign(crypto.subtle, { [name]: counted(real) });
  }
}

/** Gives the real platform back. Safe to call twice. */
export function giveBackPlatform(): void {
  Object.assign(globalThis, REAL_TIMERS);
  for (const name of CRYPTO) delete (crypto.subtle as Partial<SubtleCrypto>)[name];
}

function counted(work: (...args: never[]) => Promise<unknown>) {
  return async (...args: never[]): Promise<unknown> => {
    computing += 1;
    try {
      return await work(...args);
    } finally {
      computing -= 1;
    }
  };
}
