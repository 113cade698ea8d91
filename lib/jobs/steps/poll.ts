import { SITES, type SiteId } from '@/lib/jimeng/model/sites';
import type { ResultImage, TaskReport } from '@/lib/jimeng/model/task-report';
import { caught, isAbort, JobError } from '../model/failure';
import type { Job, Submission } from '../model/job';
import { kindOfOrder } from '../model/order-kind';
import { factsIn } from '../model/orders';
import { ordersOfPart } from '../model/parts';
import { placeKey, siteOf } from '../model/site';
import { busyDelayMs, connectivityDelayMs } from '../rules/back-off';
import { hasNextTool } from '../rules/choose-tool';
import { chargedBy, decide, mayBeMade } from '../rules/policy';
import { dueAt, measuredDuration, nextUnconfirmedPollAt } from '../rules/polling';
import {
  isOrdered,
  type Ordered,
  type PollRequest,
  type PollResult,
  pollRequestFor,
  pollResults,
  waitForOwner,
} from './ask-about';
import { stopsEverything } from './credits';
import type { JobDeps } from './deps';
import { isUnchanged, keepPolling } from './keep-polling';
import { isInOtherCluster } from './other-cluster';
import { atSite } from './site';
import { commit, endRow, failStep, hold } from './step';

/** Polls in a row, and their time, ms, after which an odd answer is believed. */
const ODD_POLLS = 5;
const ODD_MS = 10_000;
/** Polls refused with the same code as the order itself after which polling ends. */
const REFUSED_POLLS = 6;

/** ms after which an accepted order is listed: an account that does not see it is not its owner. */
const VISIBLE_MS = 60_000;

/** submitting, generating -> the state at the service: polls all jobs of a login in one request. */
export async function poll(
  jobs: readonly Job[],
  deps: JobDeps,
  signal: AbortSignal,
): Promise<void> {
  const ordered = jobs.filter(isOrdered);
  const byPlace = Map.groupBy(ordered, placeKey);
  await Promise.all([...byPlace.values()].map((here) => pollPlace(here, deps, signal)));
}

/** @param ordered rows of one login */
async function pollPlace(
  ordered: readonly Ordered[],
  deps: JobDeps,
  signal: AbortSignal,
): Promise<void> {
  let request: PollRequest | undefined;
  try {
    request = await pollRequestFor(ordered[0] ?? {}, ordered, deps);
  } catch (error) {
    // Nothing was polled, so this error says nothing about the rows.
    if (!stopsEverything(error)) throw error;
    await Promise.all(ordered.map((job) => pollFailed(job, error, deps)));
    return;
  }
  if (!request) return;
  const clusters = [...new Set(request.jobs.map(clusterOf))];
  await Promise.all(
    clusters.map((siteId) => {
      const jobs = request.jobs.filter((job) => clusterOf(job) === siteId);
      return pollCluster(siteId, { ...request, jobs }, deps, signal);
    }),
  );
}

/** The cluster that an order went to. An account has one, so usually all orders of a site went to the same. */
function clusterOf(job: Ordered): SiteId | undefined {
  const clusters = SITES[siteOf(job)];
  return clusters.length === 1 ? clusters[0].id : job.submission.siteId;
}

async function pollCluster(
  siteId: SiteId | undefined,
  request: PollRequest,
  deps: JobDeps,
  signal: AbortSignal,
): Promise<void> {
  const { place, jobs } = request;
  let reports: Map<string, TaskReport>;
  try {
    const ids = jobs.map((job) => job.submission.submitId);
    const { service } = atSite(deps, place);
    reports = await service.lookUp(ids, { signal, ...(siteId && { siteId }) });
  } catch (error) {
    if (!isAbort(error, signal)) await Promise.all(jobs.map((job) => pollFailed(job, error, deps)));
    return;
  }
  const results = await pollResults(request, reports, deps);
  const isElsewhere = await isInOtherCluster(place, siteId, deps, signal).catch(() => false);
  await Promise.all(results.map((result) => applyResult(result, isElsewhere, deps)));
}

/** The poll itself failed. That says nothing about an unanswered order: poll again and do nothing else. */
async function pollFailed(job: Ordered, error: unknown, deps: JobDeps): Promise<void> {
  if (job.stage !== 'submitting') {
    await failStep(deps, job, error);
    return;
  }
  const now = deps.now();
  const { code } = caught(error);
  const failed = { job: { ...job, stage: 'generating' }, code } as const;
  const decision = decide({ ...failed, online: deps.isOnline(), now });
  const notBefore = now + connectivityDelayMs(job.attempt);
  if (decision.action === 'hold' || decision.action === 'stop-queue') {
    // However often: only a poll can tell whether the order is paid for.
    const waiting = { reason: 'cool-down', since: now, code: code as 'risk-control' } as const;
    await hold(deps, job, waiting, now + decision.holdMs);
    return;
  }
  const { refusal } = job.submission;
  if (refusal?.code === code && job.attempt >= REFUSED_POLLS) {
    // Polls are refused like the order was, so its outcome is unknown. Retry polls again.
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

async function applyResult(
  { job, login, at, report, isProof, isOwnerNew }: PollResult,
  isElsewhere: boolean,
  deps: JobDeps,
) {
  try {
    // The cluster of another account knows nothing of the order: it waits for its own account.
    if (!report && isElsewhere && !isProof) await absentUnproven(job, login, deps);
    else if (!report) await pollFailed(job, new JobError('bad-response'), deps);
    else if (report.state === 'absent' && !isProof) await absentUnproven(job, login, deps);
    else await applyReport(job, report, { at, isOwnerNew }, deps);
  } catch (error) {
    await failStep(deps, job, error);
  }
}

/** The service does not know the submission (yet), and its answer proves that. */
async function absent(job: Ordered, deps: JobDeps): Promise<void> {
  const now = deps.now();
  if (job.stage === 'submitting') {
    // Polled along with others before it was due: a new order may not be listed yet, so this poll does
    // not count. Else a few quick polls of the others would give this one up at once.
    if (dueAt(job, now) > now) return;
    const notBefore = nextUnconfirmedPollAt(job.polls + 1, now);
    if (notBefore !== undefined) await commit(deps, job, { type: 'polled', odd: false, notBefore });
    else if (job.isReorderWanted) await commit(deps, job, { type: 'not-found' });
    else if (job.submission.refusal) await confirmRefusal(job, job.submission.refusal, deps);
    else {
      const failure = { code: 'submit-unconfirmed', charged: 'maybe' } as const;
      await commit(deps, job, { type: 'failed', failure });
    }
    return;
  }
  await keepPolling(job, deps, {});
}

/** The order was refused, and polling proved that it does not exist. */
async function confirmRefusal(
  job: Ordered,
  { until, ...refusal }: NonNullable<Submission['refusal']>,
  deps: JobDeps,
): Promise<void> {
  const now = deps.now();
  // `attempt` counts polls here; earlier refusals are recorded with the earlier orders.
  const earlier = ordersOfPart(job).filter((past) => past.refusal?.code === 'busy').length;
  const afterMs = refusal.code === 'busy' ? busyDelayMs(earlier, 0, !!job.batch) : undefined;
  if (refusal.code === 'unknown-refusal' && hasNextTool(job)) {
    await commit(deps, job, { type: 'tool-failed' });
    return;
  }
  if (afterMs === undefined) {
    // From a refused region the list may be cut as well: that it does not show the order proves little.
    await endRow(deps, job, { ...refusal, charged: chargedBy(job, !mayBeMade(refusal.code)) });
    return;
  }
  await commit(deps, job, {
    type: 'submission-refused',
    waiting: { reason: 'cool-down', since: now, code: 'busy' },
    notBefore: Math.max(now + afterMs, until ?? 0),
  });
}

/** The polled account may not be the owner, so its "absent" proves nothing. */
async function absentUnproven(job: Ordered, login: string, deps: JobDeps): Promise<void> {
  const now = deps.now();
  const { account, at } = job.submission;
  const isSubmitting = job.stage === 'submitting';
  // As in `absent`: a poll before it is due does not count.
  if (isSubmitting && dueAt(job, now) > now) return;
  const notBefore = isSubmitting ? nextUnconfirmedPollAt(job.polls + 1, now) : undefined;
  if (notBefore !== undefined) {
    await commit(deps, job, { type: 'polled', odd: false, notBefore });
    return;
  }
  if (isSubmitting && account === undefined) {
    const failure = { code: 'submit-unconfirmed', charged: 'maybe' } as const;
    await commit(deps, job, { type: 'failed', failure });
    return;
  }
  if (isSubmitting || now - at > VISIBLE_MS) await waitForOwner(job, login, deps);
  else await keepPolling(job, deps, {});
}

async function applyReport(
  job: Ordered,
  report: TaskReport,
  { at, isOwnerNew }: Pick<PollResult, 'at' | 'isOwnerNew'>,
  deps: JobDeps,
): Promise<void> {
  const facts = factsIn(report);
  switch (report.state) {
    case 'absent':
      await absent(job, deps);
      return;
    case 'unreadable':
      // It is listed, so it was accepted. The next poll may show its state.
      if (job.stage === 'submitting') await keepPolling(job, deps, facts);
      else await pollFailed(job, new JobError('bad-response'), deps);
      return;
    case 'done':
      await finish(job, report.image, facts, deps);
      return;
    case 'partial':
      if (isBelieved(job, at)) await finish(job, report.image, facts, deps);
      else await keepPolling(job, deps, { ...facts, odd: true });
      return;
    case 'empty':
      if (isBelieved(job, at)) {
        const failure = { code: 'result-missing', charged: 'maybe', isTaskOpen: true } as const;
        await commit(deps, job, { type: 'failed', failure });
      } else {
        await keepPolling(job, deps, { ...facts, odd: true });
      }
      return;
    case 'running':
      if (isOwnerNew || !isUnchanged(job, facts, deps.now())) await keepPolling(job, deps, facts);
      return;
    case 'failed':
      if (report.isDoubtful && !job.isEndDoubted) {
        await keepPolling(job, deps, { ...facts, isEndDoubted: true });
      } else {
        await taskFailed(job, report, deps);
      }
      return;
  }
}

/**
 * Whether the same odd answer came often and long enough. A short task is polled five times within two
 * seconds, and a partial picture may be replaced in the next.
 * @param at Unix ms at which the poll was sent: its answer may be old
 */
function isBelieved({ oddPolls, oddSince }: Ordered, at: number): boolean {
  return oddPolls + 1 >= ODD_POLLS && oddSince !== undefined && at - oddSince >= ODD_MS;
}

async function finish(
  job: Ordered,
  { url, width, height, expiresAt }: ResultImage,
  facts: { historyId?: string },
  deps: JobDeps,
): Promise<void> {
  const result = { url, width, height, ...(expiresAt !== undefined && { expiresAt }) };
  const ready = await commit(deps, job, { type: 'finished', result, ...facts });
  const length = measuredDuration(job, deps.now());
  if (!ready || length === undefined) return;
  // The next order does not wait for this. What cannot be written, such as on a full disk, the next task teaches.
  deps.store.addDuration(kindOfOrder(job, job.submission.tool), length).catch(() => undefined);
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
  // A result at a foreign host is no end: the next answer may name another host.
  const isTaskOver = report.code !== 'host-not-allowed';
  await failStep(deps, { ...job, stage: 'generating' }, error, { isTaskOver });
}
