/** Difference to the service below which our clock counts as right, ms. */
const TOLERANCE_MS = 60_000;
/** 2020-01-01, unix ms. The service cannot have an earlier time. */
const EARLIEST_MS = 1_577_836_800_000;

/** The service's time. In memory only. */
export interface Clock {
  /** Unix ms, corrected. */
  now(): number;
  /** Corrects the clock by a time of the service, unix ms. Ignores impossible times. */
  learn(serverMs: number): void;
}

/**
 * Signatures contain the time, so the service refuses a computer whose clock is wrong by more than a
 * minute. The clock corrects this by the difference to the service (docs/PROTOCOL.md, section 2.4).
 */
export function createClock(now: () => number): Clock {
  let offsetMs = 0;
  return {
    now: () => now() + offsetMs,
    learn(serverMs) {
      if (!Number.isFinite(serverMs) || serverMs < EARLIEST_MS) return;
      const difference = serverMs - now();
      offsetMs = Math.abs(difference) > TOLERANCE_MS ? difference : 0;
    },
  };
}
