/** Clock difference to the service below which ours counts as correct, ms. */
const TOLERANCE_MS = 60_000;
/** 2020-01-01, unix ms: the service cannot report an earlier time. */
const EARLIEST_MS = 1_577_836_800_000;

/** Time as the service sees it. Kept in memory only. */
export interface Clock {
  /** Unix ms, corrected. */
  now(): number;
  /** Learns from a time that the service reports, unix ms; ignores implausible ones. */
  learn(serverMs: number): void;
}

/**
 * Signatures contain the time, and a computer whose clock is wrong by more than a minute would be
 * refused everywhere, so this keeps the difference to the service (docs/PROTOCOL.md, section 2.4).
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
