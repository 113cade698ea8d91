import type { Job } from '@/lib/jobs/model/job';
import type { Locale } from '../ui/locale';

/** Names a result among others of the same source: "4K · Smart HD". */
export function resultLabel({ options, submission }: Job, { messages }: Locale): string {
  const target = messages.job.target[options.target];
  return submission ? `${target} · ${messages.tools[submission.tool]}` : target;
}

/** The names of several results, told apart by their sizes, and by a number where those are equal too. */
export function resultLabels(jobs: readonly Job[], locale: Locale): string[] {
  const named = jobs.map((job) => {
    const { result } = job;
    const size = result && locale.formats.size(result.width, result.height);
    return size ? `${resultLabel(job, locale)} · ${size}` : resultLabel(job, locale);
  });
  return named.map((name, at) => {
    const earlier = named.slice(0, at).filter((other) => other === name).length;
    return earlier === 0 ? name : `${name} (${earlier + 1})`;
  });
}
