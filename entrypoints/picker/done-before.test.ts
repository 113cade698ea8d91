import { expect, it } from 'vitest';
import { ENDED, RUNNING, sampleJob } from '@/tests/stories/jobs';
import { doneBefore } from './done-before';

const done = ENDED.done ?? sampleJob();
const at = (url: string) => {
  const { origin } = done;
  if (origin.kind !== 'page') throw new Error('a job of a page');
  return { ...origin, url };
};
const url = 'https://x.example/1.jpg';

it('knows the targets of finished jobs by the address of the picture', () => {
  const jobs = [
    { ...done, origin: at(url), options: { ...done.options, target: '2k' as const } },
    { ...done, origin: at(url), options: { ...done.options, target: '4k' as const } },
    { ...done, origin: at(url), options: { ...done.options, target: '4k' as const } },
  ];
  expect(doneBefore(jobs)).toEqual(new Map([[url, ['2k', '4k']]]));
});

it('does not count what is not done, was not upscaled, or has no lasting address', () => {
  const { submission: _, ...kept } = done;
  const running = RUNNING.generating ?? sampleJob();
  expect(
    doneBefore([
      { ...kept, origin: at(url) },
      { ...running, origin: at(url) },
      { ...done, origin: at('blob:https://x.example/1') },
    ]),
  ).toEqual(new Map());
});
