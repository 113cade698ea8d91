import { expect, it } from 'vitest';
import { ENDED, RUNNING, sampleJob } from '@/tests/stories/jobs';
import type { Job } from './job';
import { type ResultFlaw, resultFlaws } from './result-flaws';

const done = ENDED.done ?? sampleJob();

type Size = readonly [width: number, height: number];

function finished([sentWidth, sentHeight]: Size, [width, height]: Size, parts: Partial<Job> = {}) {
  const { source, result } = done;
  return {
    ...done,
    ...(source && { source: { ...source, sentWidth, sentHeight } }),
    ...(result && { result: { ...result, width, height } }),
    ...parts,
  };
}

it.each<[string, Size, Size, ResultFlaw[]]>([
  ['grown as it should', [1024, 768], [2880, 2160], []],
  ['rounded by a px', [333, 777], [1645, 3840], []],
  ['very narrow and rounded', [12, 1000], [43, 3840], []],
  ['lying on its side', [1024, 768], [2160, 2880], ['wrong-shape']],
  ['cut to a square', [1024, 768], [2160, 2160], ['wrong-shape']],
  ['of the same size', [2000, 1500], [2000, 1500], ['not-larger']],
  ['smaller', [4000, 3000], [2880, 2160], ['not-larger']],
  ['larger, but not by much', [800, 600], [1600, 1200], ['short-of-target']],
  ['smaller and cut', [1024, 768], [512, 512], ['wrong-shape', 'not-larger']],
])('a result %s: %j became %j', (_, sent, got, flaws) => {
  expect(resultFlaws(finished(sent, got))).toEqual(flaws);
});

it('expects more of 4K than of 2K, and of Fast HD only that it grows', () => {
  const options = { ...done.options, target: '4k' } as const;
  expect(resultFlaws(finished([1024, 768], [2880, 2160], { options }))).toEqual([
    'short-of-target',
  ]);
  expect(resultFlaws(finished([1024, 576], [4096, 2304], { options }))).toEqual([]);
  const submission = done.submission && { ...done.submission, tool: 'fast-hd' as const };
  const fast = submission && { options, submission };
  expect(resultFlaws(finished([800, 600], [1600, 1200], fast))).toEqual([]);
  expect(resultFlaws(finished([800, 600], [800, 600], fast))).toEqual(['not-larger']);
});

it('names an odd look first', () => {
  const job = finished([1024, 768], [1024, 768]);
  const black = {
    ...job,
    ...(job.result && { result: { ...job.result, flaw: 'black' as const } }),
  };
  expect(resultFlaws(black)).toEqual(['black', 'not-larger']);
});

it('says nothing of rows that are not done, or that nothing was ordered for', () => {
  for (const job of [...Object.values(RUNNING), ENDED.kept, ENDED.cancelled]) {
    expect(resultFlaws(job ?? sampleJob())).toEqual([]);
  }
});
