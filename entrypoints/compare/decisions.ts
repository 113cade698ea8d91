/** What the person decided about the images while going through them. It lives as long as the page. */
export interface Decisions {
  keep(jobId: string): void;
  /** @param at Unix ms, before the removal was asked for */
  discard(jobId: string, at: number): void;
  /** The image that was discarded last, and when. */
  lastDiscarded(): { jobId: string; at: number } | undefined;
  /** It was brought back. */
  takeBack(): void;
  isKept(jobId: string): boolean;
  isDiscarded(jobId: string): boolean;
  counts(): { kept: number; discarded: number };
}

export function createDecisions(): Decisions {
  const kept = new Set<string>();
  const discarded: { jobId: string; at: number }[] = [];
  return {
    keep: (jobId) => void kept.add(jobId),
    discard(jobId, at) {
      kept.delete(jobId);
      discarded.push({ jobId, at });
    },
    lastDiscarded: () => discarded.at(-1),
    takeBack: () => void discarded.pop(),
    isKept: (jobId) => kept.has(jobId),
    isDiscarded: (jobId) => discarded.some((each) => each.jobId === jobId),
    counts: () => ({ kept: kept.size, discarded: discarded.length }),
  };
}
