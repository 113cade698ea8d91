import type { Target } from '@/lib/jimeng/model/tools';
import type { Job } from '@/lib/jobs/model/job';
import type { DoneBefore } from '@/lib/picker/fold';

/** What the history has already: targets by the address of the picture on its page. */
export function doneBefore(jobs: readonly Job[]): DoneBefore {
  const done = new Map<string, Target[]>();
  for (const { stage, submission, origin, options } of jobs) {
    // A kept original is no upscaled picture. A `blob:` address means another picture in another document.
    if (stage !== 'done' || !submission || origin.kind !== 'page') continue;
    if (!/^https?:/i.test(origin.url)) continue;
    const targets = done.get(origin.url);
    if (!targets) done.set(origin.url, [options.target]);
    else if (!targets.includes(options.target)) targets.push(options.target);
  }
  return done;
}
