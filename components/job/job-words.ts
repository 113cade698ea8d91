import { sentenceFor, waitingSentence } from '@/lib/i18n/errors';
import type { QueuePlace } from '@/lib/jimeng/model/task-report';
import { isEnded, type Job, type Waiting } from '@/lib/jobs/model/job';
import { own } from '@/lib/jobs/model/own';
import { isJoining, keptParts, partOf } from '@/lib/jobs/model/parts';
import {
  elapsedMs,
  isKept,
  isRunning,
  remainingMs,
  retryInMs,
  stageKey,
  switchedFrom,
} from '@/lib/jobs/model/selectors';
import { siteFacts } from '@/lib/jobs/model/site';
import { plainText } from '@/lib/text/plain-text';
import type { Locale } from '../ui/locale';

/** Display name of the job: the page's words as plain text, or a default. */
export function nameOf(job: Pick<Job, 'name'>, { messages }: Locale): string {
  return plainText(job.name) || messages.job.unnamed;
}

/** Where the image comes from: the host of its page, its archive or folder, or the person's device. */
export function placeOf(job: Pick<Job, 'origin'>, { messages }: Locale): string | undefined {
  if (job.origin.kind === 'file') {
    const { archive, path = '' } = job.origin;
    return plainText(archive ?? path.replace(/\/?[^/]*$/, '')) || messages.job.localFile;
  }
  return URL.parse(job.origin.pageUrl)?.hostname.replace(/^www\./, '') || undefined;
}

/** The facts under the name: origin and size, or the result's size, time and cost. */
export function factsOf(job: Job, now: number, locale: Locale): string[] {
  const { messages, formats } = locale;
  const { source, result, credits } = job;
  const from = source && formats.size(source.width, source.height);
  if (job.stage !== 'done') {
    // The note about a larger original names its size already.
    const size = source?.via === 'larger-original' ? undefined : from;
    return [placeOf(job, locale), size].filter((fact) => fact !== undefined);
  }
  const to = result && formats.size(result.width, result.height);
  if (isKept(job)) return [to ?? from, messages.job.kept].filter((fact) => fact !== undefined);
  return [
    from && to ? messages.job.becomes(from, to) : to,
    formats.duration(elapsedMs(job, now)),
    credits === undefined ? undefined : costOf(job, credits, locale),
    source?.parts && messages.parts.joined(source.parts.parts.length),
  ].filter((fact) => fact !== undefined);
}

/** What a job cost; at a site whose prices nobody has reported, with the balance before and after. */
function costOf(job: Job, credits: number, { messages, formats }: Locale): string {
  const cost = messages.job.credits(credits);
  const before = siteFacts(job).isPriceKnown ? undefined : job.submission?.balance;
  if (before === undefined) return cost;
  const change = messages.job.becomes(formats.number(before), formats.number(before - credits));
  return `${cost} (${change})`;
}

/** Says where the bytes came from, if not from the image that was clicked. */
export function foundNote(job: Job, { messages, formats }: Locale): string | undefined {
  const { source } = job;
  switch (source?.via) {
    case 'larger-original':
      return messages.job.largerOriginal({
        // For a kept image the facts name this size already.
        size: isKept(job) ? undefined : formats.size(source.width, source.height),
        host: source.original?.host,
        shown:
          source.original?.shown &&
          formats.size(source.original.shown.width, source.original.shown.height),
      });
    case 'screen':
      return messages.job.fromScreen;
    default:
      return undefined;
  }
}

/** The time a running job shows: until its retry, until its end, or since its start. */
export function timeOf(job: Job, now: number, { messages, formats }: Locale): string | undefined {
  if (!isRunning(job)) return undefined;
  const retryIn = retryInMs(job, now);
  if (retryIn !== undefined) return messages.job.retryIn(formats.duration(retryIn));
  const left = remainingMs(job, now);
  if (left !== undefined) return messages.job.left(formats.duration(left));
  return job.submission ? formats.duration(elapsedMs(job, now)) : undefined;
}

/** What the job does otherwise than at first, and why; undefined if nothing. */
export function switchNotes(job: Job, { messages: { job: words, tools } }: Locale): string[] {
  const before = switchedFrom(job);
  const { submission, smaller } = job;
  const switched = before?.outcome === 'not-larger' ? words.switchedForSize : words.switched;
  return [
    ...(before && submission ? [switched(tools[submission.tool], tools[before.tool])] : []),
    ...(smaller?.state === 'made' ? [words.sentSmaller] : []),
  ];
}

/** Where an order stands in the service's queue, in words. */
export function queueOf({ place, length }: QueuePlace, { messages, formats }: Locale): string {
  return messages.batch.inQueue(
    formats.number(place),
    length === undefined ? undefined : formats.number(length),
  );
}

/** Stage of the job in words; while its order waits at the service, its place in the queue. */
export function stageOf(
  job: Pick<Job, 'stage' | 'polls' | 'source' | 'part' | 'submission'>,
  locale: Locale,
): string {
  const { messages } = locale;
  const queue = job.stage === 'generating' ? job.submission?.queue : undefined;
  const stage = queue ? queueOf(queue, locale) : messages.stages[stageKey(job)];
  const part = partOf(job);
  const count = job.source?.parts?.parts.length;
  if (part === undefined || count === undefined || isEnded(job) || isJoining(job)) return stage;
  return `${stage} · ${messages.parts.of(part + 1, count)}`;
}

/** Name of the account that the job waits for, in a bidi isolate: it may be right-to-left. */
function accountNameOf(waiting: Waiting): string | undefined {
  const name = waiting.reason === 'other-account' && waiting.name && plainText(waiting.name);
  return name ? `\u2068${name}\u2069` : undefined;
}

/** The words before and after the host that the person is asked to allow. */
export function permissionWords(
  { stage, waiting }: Pick<Job, 'stage'> & { waiting: Waiting & { reason: 'permission' } },
  { messages: { waiting: words } }: Pick<Locale, 'messages'>,
): { before: string; after: string } {
  if (waiting.site !== undefined) return words.serviceHost;
  switch (stage) {
    case 'queued':
      return waiting.isForCookies ? words.cookies : words.permission;
    case 'acquired':
      return words.uploadHost;
    case 'ready':
      return words.resultHost;
    default:
      return words.serviceHost;
  }
}

/** What is kept of an image that is sent in parts; undefined if nothing. */
function keptNote(job: Job, { messages }: Locale): string | undefined {
  const kept = keptParts(job);
  const count = job.source?.parts?.parts.length ?? 0;
  return kept > 0 && !isJoining(job) ? messages.parts.kept(kept, count) : undefined;
}

/** Why the job does not continue: what happened, why, what it cost. Undefined if nothing is wrong. */
export function troubleOf(job: Job, locale: Locale): string | undefined {
  const { messages } = locale;
  const trouble = ownTroubleOf(job, locale);
  const kept =
    job.stage === 'failed' || job.stage === 'cancelled' ? keptNote(job, locale) : undefined;
  return trouble && kept ? messages.join(trouble, kept) : trouble;
}

function ownTroubleOf(job: Job, { messages, formats }: Locale): string | undefined {
  const target = messages.job.target[job.options.target];
  if (job.waiting) {
    if (job.waiting.reason !== 'permission') {
      const size = job.source && formats.size(job.source.width, job.source.height);
      const polledAt =
        job.waiting.reason === 'still-running' ? formats.time(job.waiting.polledAt) : undefined;
      const account = accountNameOf(job.waiting);
      return waitingSentence(job.waiting, { target, size, account, polledAt }, messages);
    }
    const { waiting, stage } = job;
    const { before, after } = permissionWords({ stage, waiting }, { messages });
    return before + job.waiting.host + after;
  }
  if (job.stage === 'cancelled') {
    if (job.submission) return messages.job.cancelledLate;
    return job.part === undefined ? messages.job.cancelled : messages.parts.cancelled;
  }
  if (job.stage === 'failed' && job.failure) {
    const { code, charged, refund, detail } = job.failure;
    const isPart = keptParts(job) > 0;
    return sentenceFor(code, { charged, refund, target, host: detail?.host, isPart }, messages);
  }
  if (job.stage === 'done' && job.saved?.state === 'failed') return messages.job.saveFailed;
  if (job.stage === 'done' && job.saved?.state === 'saved' && job.saved.shortfall) {
    return own(messages.job.savedPlain, job.saved.shortfall);
  }
  if (job.stage === 'done' && job.result?.removedAt !== undefined) {
    return missingResult(job, { messages });
  }
  return undefined;
}

/** Says that the bytes of a finished job's result are not stored, why if that is known, and what brings them back. */
export function missingResult(job: Job, { messages }: Pick<Locale, 'messages'>): string {
  const { space: words, join } = messages;
  const happened = job.result?.removedAt === undefined ? words.missing : words.removed;
  // The service has the parts of a long picture, not the whole.
  const isAtService = job.submission !== undefined && !job.source?.parts;
  const back = isAtService ? words.savedAnew : words.upscaledAnew;
  return isKept(job) ? happened : join(happened, back);
}
