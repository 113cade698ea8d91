import type { Job } from '../model/job';
import { isThroughPage, siteOf } from '../model/site';
import { connectivityDelayMs } from '../rules/back-off';
import type { JobDeps } from './deps';
import { atSite } from './site';
import { commit, failStep } from './step';

/** How long, ms, a page that was found ready is used for an order. */
export const PAGE_READY_MS = 60_000;

/** Whether the order of this row goes through the service's page, which must be made ready first. */
export function needsPage(job: Job, now: number): boolean {
  const { pageReadyAt } = job;
  if (!isThroughPage(job)) return false;
  const age = pageReadyAt === undefined ? Number.POSITIVE_INFINITY : now - pageReadyAt;
  return age < 0 || age >= PAGE_READY_MS;
}

/** Makes a row wait unless the person has agreed to the page. Nothing is opened or run in a tab before that. */
export async function requirePageConsent(job: Job, deps: JobDeps): Promise<boolean> {
  const mayUse = async () => (await deps.mayUsePage?.(siteOf(job))) ?? false;
  if (!isThroughPage(job) || (await mayUse())) return true;
  const waiting = { reason: 'page-consent', since: deps.now() } as const;
  const row = await commit(deps, job, { type: 'waits', waiting });
  // An agreement between the check and the commit would be missed, so check again.
  if (row && (await mayUse())) await commit(deps, row, { type: 'resumed' });
  return false;
}

/**
 * Makes the page ready while the picture is uploaded, if the row's order goes through it and the person has agreed.
 * A failure says nothing: `preparePage` follows.
 * @returns whether it is ready yet
 */
export function warmUpPage(job: Job, deps: JobDeps, signal: AbortSignal): { isReady: boolean } {
  const page = { isReady: false };
  const prepare = async () => {
    if (!isThroughPage(job) || !deps.isOnline()) return;
    if (!(await deps.mayUsePage?.(siteOf(job)))) return;
    await atSite(deps, job).service.preparePage({ signal });
    page.isReady = true;
  };
  prepare().catch(() => undefined);
  return page;
}

/**
 * Makes the service's page ready for the order of a row in `uploaded`, and notes when it was. Free: it sends a
 * read from the page, and no order.
 */
export async function preparePage(job: Job, deps: JobDeps, signal: AbortSignal): Promise<void> {
  if (!deps.isOnline()) {
    const now = deps.now();
    const waiting = { reason: 'network', since: now } as const;
    const notBefore = now + connectivityDelayMs(job.attempt);
    await commit(deps, job, { type: 'waits', waiting, notBefore });
    return;
  }
  try {
    await atSite(deps, job).service.preparePage({ signal });
    await commit(deps, job, { type: 'page-ready' });
  } catch (error) {
    await failStep(deps, job, error, { signal });
  }
}
