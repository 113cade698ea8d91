import type { Job, JobOptions } from './job';

/**
 * What an order with such options cost last time, credits; undefined if that was never seen.
 * An upscaler that Automatic took counts for that upscaler as well.
 */
export function knownCost(
  jobs: readonly Pick<Job, 'createdAt' | 'credits' | 'options' | 'submission'>[],
  { target, upscaler }: Pick<JobOptions, 'target' | 'upscaler'>,
): number | undefined {
  return jobs
    .filter(({ options }) => options.target === target)
    .filter(({ options, submission }) =>
      upscaler === 'auto' ? options.upscaler === 'auto' : submission?.tool === upscaler,
    )
    .filter(({ credits }) => credits !== undefined)
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .at(0)?.credits;
}
