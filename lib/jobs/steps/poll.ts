import type { ResultImage, TaskReport } from '@/lib/jimeng/model/task-report';
import { caught, isAbort, JobError } from '../model/failure';
import type { Job, Submission } from '../model/job';
import { busyDelayMs, chargedBy, connectivityDelayMs, decide } from '../rules/policy';
import {
  dueAt,
  firstLookAt,
  isStillRunning,
  lengthSeen,
  median,
  nextConfirmationAt,
  nextLookAt,
  remember,
} from '../rules/polling';
import {
  type Finding,
  findingsOf,
  type Inquiry,
  isOrdered,
  type Ordered,
  waitForOwner,
  whomToAskAbout,
} from './ask-about';
import { meansMore } from './credits';
import type { JobDeps } from './deps';
import { commit, hold, settle } from './step';

/** An odd answer is believed after this many polls in a row. */
const ODD_LOOKS = 5;
/** Pause before the poll that confirms an undocumented end, ms. */
const CONFIRM_END_MS = 3_000;
/** This many lookups of a refused order, all refused in the same way, end the search. */
const REFUSED_LOOKS = 6;

/** An accepted order is listed within this time, ms; an account that does not see it is not its owner. */
const VISIBLE_MS = 60_000;

/** submitting, generating -> the next state by the service's answer: one request for all polled jobs. */
export async function look(
  jobs: readonly Job[],
  deps: JobDeps,
  signal: AbortSignal,
): Promise<void> {
  const ordered = jobs.filter(isOrdered);
  const failed = (rows: readonly Ordered[], error: unknown) =>
    Promise.all(rows.map((job) => lookFailed(job, error, deps)));
  let inquiry: Inquiry | undefined;
  try {
    inquiry = await whomToAskAbout(ordered, deps);
  } catch (error) {
    // No poll was sent, so this failure says nothing about the jobs.
    if (!meansMore(error)) throw error;
    await failed(ordered, error);
    return;
  }
  if (!inquiry) return;
  let reports: Map<string, TaskReport>;
  try {
    const ids = inquiry.jobs.map((job) => job.submission.submitId);
    reports = await deps.service.lookUp(ids, { signal });
  } catch (error) {
    if (!isAbort(error, signal)) await failed(inquiry.jobs, error);
    return;
  }
  const findings = await findingsOf(inquiry, reports, deps);
  await Promise.all(findings.map((finding) => lookedAt(finding, deps)));
}

/** The poll itself failed. For an unanswered order that proves nothing: only poll again. */
async function lookFailed(job: Ordered, error: unknown, deps: JobDeps): Promise<void> {
  if (job.stage !== 'submitting') {
    await settle(deps, job, error);
    return;
  }
  const now = deps.now();
  const { code } = caught(error);
  const failed = { job: { ...job, stage: 'generating' }, code } as const;
  const decision = decide({ ...failed, online: deps.isOnline(), now });
  const notBefore = now + connectivityDelayMs(job.attempt);
  if (decision.action === 'hold' || decision.action === 'stop-queue') {
    // No limit: only a poll can tell whether the order is paid.
    const waiting = { reason: 'cool-down', since: now, code: code as 'risk-control' } as const;
    await hold(deps, job, waiting, now + decision.holdMs);
    return;
  }
  const { refusal } = job.submission;
  if (refusal?.code === code && job.attempt >= REFUSED_LOOKS) {
    // The history request is refused like the order, so the outcome stays unknown. Retry looks it up again.
    const { until: _, ...failure } = refusal;
    await commit(deps, job, { type: 'failed', failure: { ...failure, charged: 'maybe' } });
    return;
  }
  const reason = decision.action === 'wait' ? decision.waiting.reason : undefined;
  if (reason === 'sign-in') {
    await commit(deps, job, { type: 'waits', waiting: { reason, since: now } });
  } else if (reason === 'network') {
    await commit(deps, job, { type: 'waits', waiting: { reason, since: now }, notBefore });
  } else {
    await commit(deps, job, { type: 'postponed', notBefore });
  }
}

async function lookedAt({ job, login, report, isProof }: Finding, deps: JobDeps) {
  try {
    if (!report) await lookFailed(job, new JobError('bad-response'), deps);
    else if (report.state === 'absent' && !isProof) await absentElsewhere(job, login, deps);
    else await reported(job, report, deps);
  } catch (error) {
    await settle(deps, job, error);
  }
}

/** The service does not know the submission (yet), and its answer proves that. */
async function absent(job: Ordered, deps: JobDeps): Promise<void> {
  const now = deps.now();
  if (job.stage === 'submitting') {
    // Polled with others before it was due: a new order may not be listed yet, so this poll
    // does not count. Otherwise a few quick polls for others would make us abandon this one.
    if (dueAt(job, now) > now) return;
    const notBefore = nextConfirmationAt(job.looks + 1, now);
    if (notBefore !== undefined) await commit(deps, job, { type: 'looked', odd: false, notBefore });
    else if (job.isReorderWanted) await commit(deps, job, { type: 'not-found' });
    else if (job.submission.refusal) await refusedForSure(job, job.submission.refusal, deps);
    else {
      const failure = { code: 'submit-unconfirmed', charged: 'maybe' } as const;
      await commit(deps, job, { type: 'failed', failure });
    }
    return;
  }
  await keepLooking(job, deps, {});
}

/** Refused, and proven missing. */
async function refusedForSure(
  job: Ordered,
  { until, ...refusal }: NonNullable<Submission['refusal']>,
  deps: JobDeps,
): Promise<void> {
  const now = deps.now();
  // `attempt` counts polls here; earlier refusals are recorded with the earlier orders.
  const earlier = job.pastSubmissions.filter((past) => past.refusal?.code === 'busy').length;
  const afterMs = refusal.code === 'busy' ? busyDelayMs(earlier) : undefined;
  if (afterMs === undefined) {
    const failure = { ...refusal, charged: chargedBy(job, true) };
    await commit(deps, job, { type: 'failed', failure });
    return;
  }
  await commit(deps, job, {
    type: 'submission-refused',
    waiting: { reason: 'cool-down', since: now, code: 'busy' },
    notBefore: Math.max(now + afterMs, until ?? 0),
  });
}

/** An account that may not be the owner does not know the submission, which proves nothing. */
async function absentElsewhere(job: Ordered, login: string, deps: JobDeps): Promise<void> {
  const now = deps.now();
  const { account, at } = job.submission;
  const isSubmitting = job.stage === 'submitting';
  // As in `absent`: a poll before it is due does not count.
  if (isSubmitting && dueAt(job, now) > now) return;
  const notBefore = isSubmitting ? nextConfirmationAt(job.looks + 1, now) : undefined;
  if (notBefore !== undefined) {
    await commit(deps, job, { type: 'looked', odd: false, notBefore });
    return;
  }
  if (isSubmitting && account === undefined) {
    const failure = { code: 'submit-unconfirmed', charged: 'maybe' } as const;
    await commit(deps, job, { type: 'failed', failure });
    return;
  }
  if (isSubmitting || now - at > VISIBLE_MS) await waitForOwner(job, login, deps);
  else await keepLooking(job, deps, {});
}

async function reported(job: Ordered, report: TaskReport, deps: JobDeps): Promise<void> {
  const facts = {
    ...(report.historyId !== undefined && { historyId: report.historyId }),
    ...('forecastMs' in report &&
      report.forecastMs !== undefined && { forecastMs: report.forecastMs }),
  };
  switch (report.state) {
    case 'absent':
      await absent(job, deps);
      return;
    case 'unreadable':
      // It is listed, so it was accepted. The next poll may show its state.
      if (job.stage === 'submitting') await keepLooking(job, deps, facts);
      else await lookFailed(job, new JobError('bad-response'), deps);
      return;
    case 'done':
      await finish(job, report.image, facts, deps);
      return;
    case 'partial':
      if (job.oddLooks + 1 >= ODD_LOOKS) await finish(job, report.image, facts, deps);
      else await keepLooking(job, deps, { ...facts, odd: true });
      return;
    case 'empty':
      if (job.oddLooks + 1 >= ODD_LOOKS) {
        const failure = { code: 'result-missing', charged: 'maybe', isTaskOpen: true } as const;
        await commit(deps, job, { type: 'failed', failure });
      } else {
        await keepLooking(job, deps, { ...facts, odd: true });
      }
      return;
    case 'running':
      await keepLooking(job, deps, facts);
      return;
    case 'failed':
      if (report.isDoubtful && !job.isEndDoubted) {
        await keepLooking(job, deps, { ...facts, isEndDoubted: true });
      } else {
        await taskFailed(job, report, deps);
      }
      return;
  }
}

interface Seen {
  odd?: boolean;
  historyId?: string;
  forecastMs?: number;
  isEndDoubted?: true;
}

async function keepLooking(
  job: Ordered,
  deps: JobDeps,
  { odd = false, ...facts }: Seen,
): Promise<void> {
  const now = deps.now();
  const { at, tool } = job.submission;
  if (facts.isEndDoubted) {
    const event = { ...facts, notBefore: now + CONFIRM_END_MS };
    if (job.stage === 'submitting') await commit(deps, job, { type: 'accepted', ...event });
    else await commit(deps, job, { type: 'looked', odd, ...event });
    return;
  }
  if (job.stage === 'submitting') {
    const learned = median(await deps.store.durations(tool, job.options.target));
    const expectedMs = learned ?? facts.forecastMs;
    const notBefore = Math.max(firstLookAt(at, expectedMs), nextLookAt(job, now));
    await commit(deps, job, { type: 'accepted', ...facts, notBefore });
    return;
  }
  // A job that was only polled with others keeps its own plan.
  const notBefore = Math.max(nextLookAt(job, now), dueAt(job, now));
  const stillRunning = { reason: 'still-running', since: now, lookedAt: now } as const;
  const waiting = isStillRunning(job, now) && { waiting: stillRunning };
  await commit(deps, job, { type: 'looked', odd, ...facts, notBefore, ...waiting });
}

async function finish(
  job: Ordered,
  { url, width, height, expiresAt }: ResultImage,
  facts: { historyId?: string },
  deps: JobDeps,
): Promise<void> {
  const result = { url, width, height, ...(expiresAt !== undefined && { expiresAt }) };
  const ready = await commit(deps, job, { type: 'finished', result, ...facts });
  const length = lengthSeen(job, deps.now());
  if (!ready || length === undefined) return;
  const { tool } = job.submission;
  const durations = await deps.store.durations(tool, job.options.target);
  await deps.store.putDurations(tool, job.options.target, remember(durations, length));
}

/** The task ended without an image: same decisions as for a refused order. */
async function taskFailed(
  job: Ordered,
  report: TaskReport & { state: 'failed' },
  deps: JobDeps,
): Promise<void> {
  const error = Object.assign(new Error(report.code), {
    name: 'JimengError',
    code: report.code,
    detail: report.detail,
  });
  // An image at a foreign host is not final: the next answer may name another host.
  const isTaskOver = report.code !== 'host-not-allowed';
  await settle(deps, { ...job, stage: 'generating' }, error, { isTaskOver });
}
