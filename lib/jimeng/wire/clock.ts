/** Difference to the service, ms, below which our clock counts as right. */
const TOLERANCE_MS = 60_000;
/** 2020-01-01, unix ms: anything before it is not a time the service can have. */
const EARLIEST_MS = 1_577_836_800_000;

/** Time as the service sees it. Kept in memory only. */
export interface Clock {
  /** Unix ms, corrected. */
  now(): number;
  /** Takes in a time the service told, unix ms; nonsense is ignored. */
  learn(serverMs: number): void;
}

/**
 * Signatures hold the time, and a computer whose clock is wrong by more than a minute would be
 * refused everywhere, so the difference to the service is remembered (docs/PROTOCOL.md, section 2.4).
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
