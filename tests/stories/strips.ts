/** Sample rows of a long picture that is sent in parts, for `jobs.ts`. */
import type { StripPlan } from '@/lib/images/formats/strip-plan';
import type { Job, Submission, Waiting } from '@/lib/jobs/model/job';

/** A webtoon of three parts. */
const parts: StripPlan = {
  kind: 'parts',
  width: 700,
  height: 5_800,
  axis: 'y',
  overlap: 96,
  parts: [0, 1_900, 3_800].map((top) => ({ left: 0, top, width: 700, height: 2_000 })),
  result: { width: 1_960, height: 16_240 },
};

const source: NonNullable<Job['source']> = {
  type: 'png',
  width: 700,
  height: 5_800,
  bytes: 3_000_000,
  sha256: '07',
  changes: [],
  sentType: 'png',
  sentWidth: 700,
  sentHeight: 5_800,
  sentBytes: 3_000_000,
  parts,
};

/** Orders of parts, each taking ten seconds up to `until` (Unix ms). */
function done(count: number, until: number): Submission[] {
  return Array.from({ length: count }, (_, part) => ({
    submitId: `strip-${part}`,
    tool: 'smart-hd',
    at: until - (count - part) * 10_000,
    part,
    outcome: 'done',
  }));
}

type Sample = (parts: Partial<Job>) => Job;

export const STRIP_WAITS: Record<string, Waiting> = {
  'several orders': { reason: 'several-orders', since: 0, count: 3, credits: 3 },
  'several orders, no price': { reason: 'several-orders', since: 0, count: 12 },
  'results of parts gone': { reason: 'several-orders', since: 0, count: 1, isMore: true },
};

/** @param now Unix ms */
export function runningStrips(sample: Sample, now: number): Record<string, Job> {
  const pastSubmissions = done(1, now - 5_000);
  const submission: Submission = {
    submitId: 'strip-1',
    tool: 'smart-hd',
    at: now - 4_000,
    part: 1,
    forecastMs: 12_000,
  };
  return {
    'part 2 of 3': sample({ stage: 'generating', source, part: 1, pastSubmissions, submission }),
    joining: sample({ stage: 'acquired', source, part: 3, pastSubmissions: done(3, now) }),
  };
}

/** @param now Unix ms */
export function endedStrips(sample: Sample, now: number): Record<string, Job> {
  const orders = done(3, now);
  const [first, second, submission] = orders;
  const pastSubmissions = first && second ? [first, second] : [];
  const result = { url: '', width: 1_960, height: 16_240, type: 'png', bytes: 40_000_000 } as const;
  return {
    'parts joined': sample({
      stage: 'done',
      source,
      pastSubmissions,
      ...(submission && { submission }),
      result,
      credits: 3,
      finishedAt: now,
    }),
    'cancelled between parts': sample({
      stage: 'cancelled',
      source,
      part: 2,
      pastSubmissions,
      finishedAt: now,
    }),
  };
}
