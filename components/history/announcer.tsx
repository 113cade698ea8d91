import { useEffect, useRef, useState } from 'preact/hooks';
import type { Job } from '@/lib/jobs/model/job';
import { nameOf, stageOf, troubleOf } from '../job/job-words';
import { type Locale, useLocale } from '../ui/locale';

/** A polite live region: announces changes in the list, but not its first state. */
export function Announcer({ jobs, now }: { jobs: readonly Job[]; now: number }) {
  const locale = useLocale();
  const known = useRef<Map<string, string>>(undefined);
  const openedAt = useRef(now);
  const [said, say] = useState({ words: '', turn: 0 });

  useEffect(() => {
    const before = known.current;
    known.current = new Map([
      ...(before ?? []),
      ...jobs.map((job) => [job.id, conditionOf(job)] as const),
    ]);
    if (!before) return;
    const news = jobs
      // A job that only scrolled into view is no news.
      .filter((job) => before.has(job.id) || job.createdAt > openedAt.current)
      .filter((job) => before.get(job.id) !== conditionOf(job))
      .map((job) => newsOf(job, job.site ? locale.about(job.site) : locale))
      .filter((sentence) => sentence !== undefined);
    if (news.length > 0) say(({ turn }) => ({ words: news.join(' '), turn: turn + 1 }));
  }, [jobs, locale]);

  return (
    <output class="visually-hidden" aria-live="polite">
      {/* Screen readers repeat the same words only from a new element. */}
      <span key={said.turn}>{said.words}</span>
    </output>
  );
}

/** What is announced when it changes. Progress is not. */
function conditionOf(job: Job): string {
  const { stage, waiting, saved } = job;
  const state = waiting?.reason === 'duplicate' ? waiting.duplicateState : undefined;
  return [stage, waiting?.reason, state, saved?.state].join();
}

function newsOf(job: Job, locale: Locale): string | undefined {
  const { announce } = locale.messages;
  const name = nameOf(job, locale);
  const trouble = troubleOf(job, locale);
  if (job.waiting && trouble) return announce.waiting(name, trouble);
  if (job.stage === 'cancelled') return announce.stage(name, stageOf(job, locale));
  if (trouble) return announce.failed(name, trouble);
  if (job.stage === 'done') {
    if (job.saved?.state === 'saving') return undefined;
    return job.saved?.state === 'saved' ? announce.saved(name) : announce.done(name);
  }
  // Other stages pass too quickly to interrupt for.
  return job.stage === 'generating' ? announce.stage(name, stageOf(job, locale)) : undefined;
}
