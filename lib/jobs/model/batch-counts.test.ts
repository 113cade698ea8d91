import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from './batch';
import { bestPlace, countBatch, timeLeft } from './batch-counts';
import { CONDITIONS } from './history-entry';
import type { Stage } from './job';

const batchOf = (size: number, large = 0, known = 0): Batch => ({
  id: 'b',
  name: 'Gallery',
  createdAt: 0,
  target: '2k',
  size,
  leftOut: { large, known },
});

it('counts of a batch add up, whatever became of its rows', () => {
  const rows = fc.array(fc.record({ condition: fc.constantFrom(...CONDITIONS) }));
  fc.assert(
    fc.property(rows, fc.nat(20), fc.nat(9), fc.nat(9), (left, gone, large, known) => {
      const counts = countBatch(batchOf(left.length + gone, large, known), left);
      const { found, ...parts } = counts;
      expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(found);
      expect(found).toBe(left.length + gone + large + known);
      expect(counts.gone).toBe(gone);
    }),
  );
});

describe('the time left', () => {
  const done = (...ends: number[]) =>
    ends.map((finishedAt) => ({ condition: 'done' as const, finishedAt }));

  it('goes by the usual time between results; a pause does not change it', () => {
    expect(timeLeft(done(0, 10, 20, 30), 4)).toBe(40);
    expect(timeLeft(done(0, 10, 20, 9_020, 9_030, 9_040), 4)).toBe(40);
  });

  it('is not guessed from too few, and is nothing once all have ended', () => {
    expect(timeLeft(done(0, 10), 4)).toBeUndefined();
    expect(timeLeft(done(0, 10, 20), 0)).toBeUndefined();
  });
});

it('the best place in the queue is that of an order that waits', () => {
  const job = (stage: Stage, place?: number) => {
    const submission = { submitId: 's', tool: 'smart-hd', at: 0 } as const;
    return { stage, submission: { ...submission, ...(place && { queue: { place } }) } };
  };
  const jobs = [job('generating', 12), job('generating', 4), job('generating'), job('done', 1)];
  expect(bestPlace(jobs)).toEqual({ place: 4 });
  expect(bestPlace([job('generating'), { stage: 'queued' }])).toBeUndefined();
});
