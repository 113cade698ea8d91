import type { FlawSentence } from '@/lib/i18n/locales/en/common';
import type { Job } from '@/lib/jobs/model/job';
import { own } from '@/lib/jobs/model/own';
import { type ResultFlaw, resultFlaws } from '@/lib/jobs/model/result-flaws';
import type { Locale } from '../ui/locale';

/** A sentence for each flaw of a result. */
export function flawSentences(
  flaws: readonly (keyof Locale['messages']['flaws'])[],
  job: Pick<Job, 'options'>,
  { messages }: Locale,
): string[] {
  const target = messages.job.target[job.options.target];
  // A newer version may have stored a flaw that has no sentence here.
  return flaws.flatMap((flaw) => {
    const sentence = own<FlawSentence>(messages.flaws, flaw);
    if (sentence === undefined) return [];
    return [typeof sentence === 'string' ? sentence : sentence(target)];
  });
}

/** The warning about a flawed result; undefined if there is none. */
export function resultWarning(job: Job, locale: Locale): string | undefined {
  const [first]: ResultFlaw[] = resultFlaws(job);
  return first && flawSentences([first], job, locale)[0];
}
