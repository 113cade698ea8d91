import type { Job } from '@/lib/jobs/job';
import { type ResultFlaw, resultFlaws } from '@/lib/jobs/result-flaws';
import type { Locale } from './locale';

/** A sentence for each thing that is wrong with a result. */
export function flawSentences(
  flaws: readonly (keyof Locale['messages']['flaws'])[],
  job: Pick<Job, 'options'>,
  { messages }: Locale,
): string[] {
  const target = messages.job.target[job.options.target];
  return flaws.map((flaw) => {
    const sentence = messages.flaws[flaw];
    return typeof sentence === 'string' ? sentence : sentence(target);
  });
}

/** The quiet warning of a row whose result is odd; undefined when all is well. */
export function resultWarning(job: Job, locale: Locale): string | undefined {
  const [first]: ResultFlaw[] = resultFlaws(job);
  return first && flawSentences([first], job, locale)[0];
}
