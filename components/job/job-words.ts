import { sentenceFor, waitingSentence } from '@/lib/i18n/errors';
import type { Job, Waiting } from '@/lib/jobs/model/job';
import { own } from '@/lib/jobs/model/own';
import {
  elapsedMs,
  isKept,
  isRunning,
  remainingMs,
  retryInMs,
  stageKey,
} from '@/lib/jobs/model/selectors';
import { plainText } from '@/lib/text/plain-text';
import type { Locale } from '../ui/locale';

/** Name of the row as shown: the page's words made harmless, or a stand-in. */
export function nameOf(job: Pick<Job, 'name'>, { messages }: Locale): string {
  return plainText(job.name) || messages.job.unnamed;
}

/** Where the picture comes from: the host of its page, or the person's own device. */
export function placeOf(job: Pick<Job, 'origin'>, { messages }: Locale): string | undefined {
  if (job.origin.kind === 'file') return messages.job.localFile;
  return URL.parse(job.origin.pageUrl)?.hostname.replace(/^www\./, '') || undefined;
}

/** The short facts under the name: where from and how large, or what came of it. */
export function factsOf(job: Job, now: number, locale: Locale): string[] {
  const { messages, formats } = locale;
  const { source, result, credits } = job;
  const from = source && formats.size(source.width, source.height);
  if (job.stage !== 'done') {
    // A larger original is announced with its size, which is not said twice.
    const size = source?.via === 'larger-original' ? undefined : from;
    return [placeOf(job, locale), size].filter((fact) => fact !== undefined);
  }
  const to = result && formats.size(result.width, result.height);
  if (isKept(job)) return [to ?? from, messages.job.kept].filter((fact) => fact !== undefined);
  return [
    from && to ? messages.job.becomes(from, to) : to,
    formats.duration(elapsedMs(job, now)),
    credits === undefined ? undefined : messages.job.credits(credits),
  ].filter((fact) => fact !== undefined);
}

/** Where the bytes came from, when not from the very image that was shown. */
export function foundNote(job: Job, { messages, formats }: Locale): string | undefined {
  const { source } = job;
  switch (source?.via) {
    case 'larger-original':
      // A kept picture has shown this very size already.
      return messages.job.largerOriginal(
        isKept(job) ? undefined : formats.size(source.width, source.height),
      );
    case 'screen':
      return messages.job.fromScreen;
    default:
      return undefined;
  }
}

/** The time a running row shows: when it tries again, how long still, or how long already. */
export function timeOf(job: Job, now: number, { messages, formats }: Locale): string | undefined {
  if (!isRunning(job)) return undefined;
  const retryIn = retryInMs(job, now);
  if (retryIn !== undefined) return messages.job.retryIn(formats.duration(retryIn));
  const left = remainingMs(job, now);
  if (left !== undefined) return messages.job.left(formats.duration(left));
  return job.submission ? formats.duration(elapsedMs(job, now)) : undefined;
}

/** Stage of the row in words. */
export function stageOf(job: Pick<Job, 'stage' | 'polls'>, { messages }: Locale): string {
  return messages.stages[stageKey(job)];
}

/** What the awaited account is called, in isolation: its letters may run the other way. */
function accountNameOf(waiting: Waiting): string | undefined {
  const name = waiting.reason === 'other-account' && waiting.name && plainText(waiting.name);
  return name ? `\u2068${name}\u2069` : undefined;
}

/** What stands before and after the host that the person is asked to allow. */
export function permissionWords(
  { isForCookies }: Waiting & { reason: 'permission' },
  { messages }: Pick<Locale, 'messages'>,
): { before: string; after: string } {
  return isForCookies ? messages.waiting.cookies : messages.waiting.permission;
}

/** Why the row does not go on: what happened, why, what it cost. Undefined when all is well. */
export function troubleOf(job: Job, { messages, formats }: Locale): string | undefined {
  const target = messages.job.target[job.options.target];
  if (job.waiting) {
    if (job.waiting.reason !== 'permission') {
      const size = job.source && formats.size(job.source.width, job.source.height);
      const lookedAt =
        job.waiting.reason === 'still-running' ? formats.time(job.waiting.polledAt) : undefined;
      const account = accountNameOf(job.waiting);
      return waitingSentence(job.waiting, { target, size, account, lookedAt }, messages);
    }
    const { before, after } = permissionWords(job.waiting, { messages });
    return before + job.waiting.host + after;
  }
  if (job.stage === 'cancelled') {
    return job.submission ? messages.job.cancelledLate : messages.job.cancelled;
  }
  if (job.stage === 'failed' && job.failure) {
    const { code, charged, refund, detail } = job.failure;
    return sentenceFor(code, { charged, refund, target, host: detail?.host }, messages);
  }
  if (job.stage === 'done' && job.saved?.state === 'failed') return messages.job.saveFailed;
  if (job.stage === 'done' && job.saved?.state === 'saved' && job.saved.shortfall) {
    return own(messages.job.savedPlain, job.saved.shortfall);
  }
  return undefined;
}
