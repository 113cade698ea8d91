import { isEnded, type Job } from '@/lib/jobs/model/job';
import { siteOf } from '@/lib/jobs/model/site';
import { missingResult, nameOf, stageOf, troubleOf } from '../job/job-words';
import type { Locale } from '../ui/locale';
import type { Leaf, LeafPicture, ReaderData } from './view';

/** Why a page is not sharp: on its mark, and as a sentence if there is more to say. */
export interface Reason {
  short: string;
  sentence?: string | undefined;
}

type Pause = Pick<ReaderData, 'batch' | 'isAllPaused'>;

/** Accessible name of a page. */
export function pageName({ job }: Leaf, index: number, locale: Locale): string {
  return locale.messages.reader.page(locale.formats.number(index + 1), nameOf(job, locale));
}

/** Why a page does not show its result; undefined if it does. @param picture undefined until it was read */
export function reasonOf(
  { job, isGone }: Leaf,
  picture: LeafPicture | undefined,
  pause: Pause,
  locale: Locale,
): Reason | undefined {
  const { reader: words } = locale.messages;
  if (isGone) return { short: words.states.removed, sentence: words.removed };
  if (job.stage === 'done') {
    if (picture === undefined || picture.kind === 'result') return undefined;
    const about = locale.about(siteOf(job));
    return { short: words.states.lost, sentence: missingResult(job, about) };
  }
  const about = locale.about(siteOf(job));
  const trouble = troubleOf(job, about);
  if (isEnded(job)) return { short: stageOf(job, about), sentence: trouble };
  return pausedBy(job, pause, locale) ?? running(job, trouble, about);
}

function running(job: Job, trouble: string | undefined, locale: Locale): Reason {
  if (!job.waiting) return { short: stageOf(job, locale) };
  const isAtLimit = job.waiting.reason === 'day-limit';
  const { states } = locale.messages.reader;
  return { short: isAtLimit ? states.limit : states.needs, sentence: trouble };
}

/** The pause that keeps a job from being ordered. */
function pausedBy(job: Job, { batch, isAllPaused }: Pause, locale: Locale): Reason | undefined {
  const isOrdered =
    job.stage === 'submitting' || job.stage === 'generating' || job.stage === 'ready';
  if (isOrdered) return undefined;
  const { reader, batch: words } = locale.messages;
  if (isAllPaused) return { short: reader.states.paused, sentence: words.allPaused };
  const by = batch?.paused?.by;
  if (by === undefined) return undefined;
  const isLimit = by === 'budget' || by === 'day';
  return {
    short: isLimit ? reader.states.limit : reader.states.paused,
    sentence: words.paused[by],
  };
}
