import { describe, expect, it } from 'vitest';
import { RUNNING, sampleJob } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import { LIMITS, schedule } from './schedule';

const NOW = 100_000_000;

function rows(count: number, parts: Partial<Job> = {}): Job[] {
  return Array.from({ length: count }, (_, index) => row(`acquired-${index}`, parts));
}

function row(id: string, parts: Partial<Job>): Job {
  return sampleJob({ id, stage: 'acquired', updatedAt: NOW, ...parts });
}

/** @param busy ids of the uploads in flight */
function plan(open: readonly Job[], busy: readonly string[] = [], uploadBegunAt?: number) {
  const queue = { lastSubmitAt: 0, heldUntil: 0 };
  const { start, wakeAt } = schedule(open, {
    busy: new Set(busy),
    isPolling: false,
    queues: { jimeng: queue, dreamina: queue },
    now: NOW,
    ...(uploadBegunAt !== undefined && { uploadBegunAt }),
  });
  return { start: start.map(({ id }) => id), wakeAt };
}

describe('the next upload', () => {
  it.each<[string, number, string[], number | undefined]>([
    ['not before a pause', NOW - 999, [], NOW + 1],
    ['after the pause', NOW - 1_000, ['acquired-0'], undefined],
    ['at once if the clock was set back', NOW + 1, ['acquired-0'], undefined],
  ])('begins a second upload beside the first %s', (_, uploadBegunAt, start, wakeAt) => {
    expect(plan(rows(2), ['acquired-1'], uploadBegunAt)).toEqual({ start, wakeAt });
  });

  it('wakes for the second upload, if there is one', () => {
    expect(plan(rows(2)).wakeAt).toBe(NOW + LIMITS.betweenUploads);
    expect(plan(rows(1)).wakeAt).toBeUndefined();
  });

  it.each([
    ['much smaller than those in flight', 2, 100, ['small']],
    ['about as large', 2, 300, []],
    ['while three are in flight or wait for their orders', 3, 100, []],
  ])('begins a further upload %s', (_, inFlight, bytes, start) => {
    const { source: known } = RUNNING.acquired ?? {};
    const source = (sentBytes: number) => (known ? { source: { ...known, sentBytes } } : {});
    const large = rows(inFlight, source(1_000));
    const others = [row('equal', source(1_000)), row('small', source(bytes))];
    const busy = large.map(({ id }) => id);
    expect(plan([...large, ...others], busy).start).toEqual(start);
  });

  it('does not count uploads that stand still as ahead', () => {
    const waiting = { reason: 'sign-in', since: 0 } as const;
    const upload = { uri: 'u', at: NOW - 1_000 };
    const still = ['a', 'b', 'c'].map((id) => row(id, { stage: 'uploaded', upload, waiting }));
    expect(plan([...still, row('next', {})]).start).toEqual(['next']);
  });
});
