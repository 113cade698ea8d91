import type { FlawSentence } from '@/lib/i18n/locales/en';
import type { Job } from '@/lib/jobs/model/job';
import { own } from '@/lib/jobs/model/own';
import { type ResultFlaw, resultFlaws } from '@/lib/jobs/model/result-flaws';
import type { Locale } from '../ui/locale';

/** One sentence per flaw of a result. */
export function flawSentences(
  flaws: readonly (keyof Locale['messages']['flaws'])[],
  job: Pick<Job, 'options'>,
  { messages }: Locale,
): string[] {
  const target = messages.job.target[job.options.target];
  // A flaw recorded by a newer version has no sentence here.
  return flaws.flatMap((flaw) => {
    const sentence = own<FlawSentence>(messages.flaws, flaw);
    if (sentence === undefined) return [];
    return [typeof sentence === 'string' ? sentence : sentence(target)];
  });
}

/** Warning of a job whose result has a flaw; undefined if it has none. */
export function resultWarning(job: Job, locale: Locale): string | undefined {
  const [first]: ResultFlaw[] = resultFlaws(job);
  return first && flawSentences([first], job, locale)[0];
}
