import type { Job, Submission, Waiting } from '../model/job';
import { isOtherLogin } from '../model/known-logins';
import { UPLOAD_VALID_MS } from '../model/machine';
import { kindOfOrder } from '../model/order-kind';
import { partOf } from '../model/parts';
import { isThroughPage, siteOf } from '../model/site';
import { afterAccepted } from '../rules/concurrency';
import { checkOrder } from '../rules/duplicate';
import { expectedMs, firstPollAt } from '../rules/polling';
import { balanceForOrder } from './credits';
import type { JobDeps } from './deps';
import { isPriceSettled, waitForPrice } from './first-price';
import { inTurn } from './in-turn';
import { nextTool } from './next-tool';
import { isInOtherCluster } from './other-cluster';
import { needsPage, preparePage, requirePageConsent } from './prepare-page';
import { requireSession, sessionOrReason, type User, waitFor } from './require-session';
import { reserve } from './reserve';
import { atSite } from './site';
import { commit, failStep, type Step } from './step';

/**
 * uploaded -> submitting -> generating: the one step that can cost credits.
 *
 * The order is on disk before it is sent, and it is sent once. Whatever else finds a row in
 * `submitting` only polls it (docs/ARCHITECTURE.md: the money rule).
 */
export const submit: Step = async (job, deps, signal) => {
  const { upload } = job;
  // An upload of an unknown account is repeated, which is free.
  const isUsable = upload?.account && deps.now() - upload.at < UPLOAD_VALID_MS;
  if (!isUsable) {
    await commit(deps, job, { type: 'upload-stale' });
    return;
  }
  const user = await requireSession(deps, job);
  if (!user) return;
  if (!(await requirePageConsent(job, deps))) return;
  if (needsPage(job, deps.now())) {
    await preparePage(job, deps, signal);
    return;
  }
  // Only the cluster that has the upload can use it, and the account may have been found in another one since.
  if (await isInOtherCluster(job, upload.siteId, deps, signal)) {
    await commit(deps, job, { type: 'upload-stale' });
    return;
  }
  const { account, login } = user;
  const unknown = await waitForPrice(job, account, deps);
  if (unknown) {
    const row = await commit(deps, job, { type: 'waits', waiting: unknown });
    // An end of the first order between the check and the commit would be missed, so check again.
    if (row && (await isPriceSettled(row, account, deps))) {
      await commit(deps, row, { type: 'resumed' });
    }
    return;
  }
  const begin = () => beginOrder(job, { upload, account, login }, deps, signal);
  const isLimited = job.batch !== undefined || (await deps.dayLimit?.()) !== undefined;
  const begun = isLimited ? await inTurn(deps, signal, begin) : await begin();
  // For a duplicate the row stays `uploaded` and asks.
  if (begun?.stage === 'submitting' && begun.submission)
    await send(begun, begun.submission, upload.uri, deps);
};

/** Stores the next order of a row, if the limits allow it. */
async function beginOrder(
  job: Job,
  { upload, ...user }: { upload: NonNullable<Job['upload']> } & Pick<User, 'account' | 'login'>,
  deps: JobDeps,
  signal: AbortSignal,
): Promise<Job | undefined> {
  const { account } = user;
  const tool = await nextTool(job, account, deps);
  const reserved = await reserve(job, { tool, ...user }, deps, signal);
  if (!reserved) return undefined;
  const { record, isAlone, mayBegin } = reserved;
  const balance = await balanceForOrder(job, account, deps, signal);
  const now = deps.now();
  const part = partOf(job);
  const submission: Submission = {
    submitId: deps.uuid(),
    tool,
    at: now,
    account,
    ...balance,
    ...(upload.siteId && { siteId: upload.siteId }),
    ...(part !== undefined && { part }),
  };
  return commit(
    deps,
    job,
    { type: 'submission-begun', submission },
    {
      isStrict: true,
      queue: { lastSubmitAt: now, isAlone },
      duplicateCheck: checkOrder(job, now),
      mayBegin,
      ...(record && { order: { ...record, submitId: submission.submitId, at: now } }),
    },
  );
}

async function send(job: Job, submission: Submission, imageUri: string, deps: JobDeps) {
  const { submitId, tool, siteId } = submission;
  const { target, detail } = job.options;
  const { service } = atSite(deps, job);
  let login: string | undefined;
  const beforeSending = async () => {
    // Reading the workspace and repeating a busy answer take seconds, in which the person may have cancelled.
    if (!(await isStillWanted(job, submitId, deps))) throw new CalledOff();
    const user = await sessionOrReason(deps, job);
    if (!('state' in user)) throw new Withheld(user);
    login = user.login;
  };
  let sent = job;
  try {
    // No signal: once sent, the answer is awaited even if the person cancels.
    const accepted = await service
      .submit({
        submitId,
        tool,
        target,
        imageUri,
        detail,
        beforeSending,
        ...(siteId && { siteId }),
        ...(isThroughPage(job) && { via: 'page' as const }),
      })
      .finally(async () => {
        if (login !== undefined) sent = await ownedBy(job, login, deps);
      });
    const acceptedAt = deps.now();
    // The order is accepted: what cannot be read must not count as its failure.
    const queue = await deps.store.queue(siteOf(job)).catch(() => undefined);
    const learned = queue && afterAccepted(ownerOf(sent), queue.learned, await deps.parallel?.());
    const durations = await deps.store.durations(kindOfOrder(job, tool));
    const among = (await isOneOfMany(job, deps)) ? 'many' : 'single';
    const usualMs = expectedMs(durations, among);
    // The service forecasts from the acceptance; what was learned counts from the sending.
    const notBefore =
      usualMs === undefined
        ? firstPollAt(acceptedAt, accepted.forecastMs)
        : firstPollAt(submission.at, usualMs);
    await commit(
      deps,
      sent,
      { type: 'accepted', ...accepted, notBefore },
      { queue: { busyRows: [], ...(learned && { learned }) } },
    );
  } catch (error) {
    // Stored and never sent, or never taken: close this order; the next one is the first.
    if (error instanceof Withheld) await waitFor(deps, job, error.waiting, 'submission-refused');
    // The row has changed, so only what was set aside for the order is left.
    else if (error instanceof CalledOff) await deps.store.putPrice(submitId, 0);
    else await failStep(deps, sent, error);
  }
}

/** Whether other images at the same site are on their way. */
async function isOneOfMany(job: Job, { store }: JobDeps): Promise<boolean> {
  // The order is accepted: what cannot be read must not count as its failure.
  const open = await store.open().catch(() => []);
  return open.some(
    (other) => other.id !== job.id && !other.waiting && siteOf(other) === siteOf(job),
  );
}

/** Owner of the current order; empty if unknown. */
function ownerOf({ submission }: Job): string {
  return submission?.account ?? '';
}

/** Whether the row has this order now. What cannot be read does not keep it back: the person wanted it. */
async function isStillWanted(job: Job, submitId: string, { store }: JobDeps): Promise<boolean> {
  const row = await store.get(job.id).catch(() => job);
  return row?.stage === 'submitting' && row.submission?.submitId === submitId;
}

/** An order that does not leave, because the person has cancelled or removed its row. */
class CalledOff extends Error {}

/** An order that does not leave, because the session is not the row's. */
class Withheld extends Error {
  constructor(readonly waiting: Waiting) {
    super(waiting.reason);
  }
}

/**
 * The browser adds the cookie when the request leaves, a moment after we read it. If the login changed by
 * the time the answer arrives, either account may own the order. The row then names no account: "absent"
 * proves nothing, and the account that lists the order becomes its owner.
 */
async function ownedBy(job: Job, login: string, deps: JobDeps): Promise<Job> {
  const session = await atSite(deps, job)
    .session()
    .catch(() => undefined);
  if (!job.submission || (session && !isOtherLogin(session, login))) return job;
  const { account: _, ...submission } = job.submission;
  return { ...job, submission };
}
