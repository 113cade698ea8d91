import { expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import type { Job, JobOptions, Submission } from './job';
import { knownCost } from './known-cost';

let createdAt = 0;

/** A later row than those before it. */
function order(
  { target = '2k', upscaler = 'auto' }: Partial<JobOptions>,
  tool: Submission['tool'],
  credits?: number,
): Job {
  createdAt += 1;
  return sampleJob({
    createdAt,
    options: { target, upscaler, detail: 0.5 },
    submission: { submitId: 's', tool, at: 0 },
    ...(credits !== undefined && { credits }),
  });
}

const rows = [
  order({}, 'smart-hd', 1),
  order({ target: '4k' }, 'smart-hd', 4),
  order({ upscaler: 'smart-hd' }, 'smart-hd', 2),
  order({ upscaler: 'fast-hd' }, 'fast-hd', 0),
  order({ upscaler: 'smart-hd' }, 'smart-hd'),
  order({}, 'super-resolution', 3),
];

it.each<[JobOptions['target'], JobOptions['upscaler'], number | undefined]>([
  ['2k', 'auto', 3],
  ['4k', 'auto', 4],
  ['2k', 'smart-hd', 2],
  ['4k', 'smart-hd', 4],
  ['2k', 'fast-hd', 0],
  ['4k', 'fast-hd', undefined],
  ['4k', 'super-resolution', undefined],
])('to %s with %s cost %s last time', (target, upscaler, credits) => {
  expect(knownCost(rows, { target, upscaler })).toBe(credits);
  expect(knownCost(rows.toReversed(), { target, upscaler })).toBe(credits);
});

it('is not known before the first order', () => {
  expect(knownCost([], { target: '2k', upscaler: 'auto' })).toBeUndefined();
});
