import { JobError } from '../model/failure';
import type { Job } from '../model/job';
import { accountOf, isOtherLogin, relation, waitForAccount } from '../model/known-logins';
import { blobKey } from '../store/jobs';
import { balanceForUpload, spentOnPart } from './credits';
import type { JobDeps } from './deps';
import { drawingGuard } from './drawing-guard';
import { identify, isAccountBack } from './other-account';
import { fileToSend, withoutParts } from './parts';
import { requirePageConsent, warmUpPage } from './prepare-page';
import { requireSession } from './require-session';
import { atSite, withSite } from './site';
import { commit, failStep, type Step } from './step';

/** acquired -> uploaded. Makes the thumbnail meanwhile, which proves that the image decodes. */
export const upload: Step = async (row, deps, signal) => {
  const found = await withSite(deps, row);
  if (!found) return;
  const guard = drawingGuard(found, deps);
  try {
    const input = await deps.store.blob(blobKey(found.id, 'input'));
    if (!input) {
      await inputMissing(found, deps);
      return;
    }
    const file = await fileToSend(found, input, deps, guard.beforeDrawing);
    const job = guard.row();
    const thumbnail = storeThumbnail(job, input, deps);
    // Handled below; avoids an unhandled rejection until then.
    thumbnail.catch(() => undefined);
    const user = await requireSession(deps, job, () => thumbnail);
    if (!user) return;
    // In a container the page sends the requests of the upload as well.
    if (job.container !== undefined && !(await requirePageConsent(job, deps))) return;
    const asking = new AbortController();
    let total: { total: number; at: number } | undefined;
    // The upload does not wait for these: an unknown cost is better than a later order, and the login
    // names its account until that is known.
    const asked = Promise.all([
      balanceForUpload(job, deps, asking.signal).then((answer) => {
        total = answer;
      }),
      deps.accounts.identify(job),
    ]);
    const { service, session } = atSite(deps, job);
    const page = warmUpPage(job, deps, signal);
    const uploading = service
      .upload(file, { signal, timeouts: job.timeouts ?? 0 })
      .finally(() => asking.abort());
    const first = Promise.race([uploading, asked.then(() => uploading)]);
    const [{ uri, siteId }] = await Promise.all([first, thumbnail]);
    if (isOtherLogin(await session(), user.login)) {
      await uploadAnew(job, user.login, deps);
      return;
    }
    const account = accountOf(await deps.accounts.known(), user.login);
    const balance = total && { ...total, account };
    const spent = balance && (await spentOnPart(job, balance, deps));
    await commit(deps, job, {
      type: 'uploaded',
      uri,
      account,
      siteId,
      ...(page.isReady && { isPageReady: true as const }),
      ...(balance && { balance }),
      ...(spent !== undefined && { spent }),
    });
  } catch (error) {
    await failStep(deps, guard.row(), error, { signal });
  }
};

/**
 * The login changed during the upload, so its owner is unknown. Uploads again, which is free, with the
 * account that the row began with.
 */
async function uploadAnew(job: Job, login: string, deps: JobDeps): Promise<void> {
  // A new login may belong to the same account.
  await identify(deps, job);
  const [logins, session] = [await deps.accounts.known(), await atSite(deps, job).session()];
  const isOther =
    session.state === 'signed-in' && relation(logins, login, session.account) === 'other';
  if (!isOther) {
    await commit(deps, job, { type: 'postponed', notBefore: deps.now() });
    return;
  }
  const waiting = waitForAccount(logins, login, session.account, deps.now());
  const row = await commit(deps, job, { type: 'waits', waiting });
  // A sign-in during the commit would be missed, so check again.
  if (row && (await isAccountBack(deps, row, waiting))) {
    await commit(deps, row, { type: 'resumed' });
  }
}

async function storeThumbnail(job: Job, input: Blob, deps: JobDeps): Promise<void> {
  const key = blobKey(job.id, 'thumb');
  if (await deps.store.blob(key)) return;
  const shown = await deps.store.blob(blobKey(job.id, 'shown'));
  const { image, blank } = await deps.thumbnail(shown ?? input);
  if (blank) throw new JobError('image-blank');
  await deps.store.putBlob(key, image);
}

async function inputMissing(job: Job, deps: JobDeps): Promise<void> {
  const blobs = withoutParts(job);
  if (job.origin.kind === 'page') await commit(deps, job, { type: 'input-missing' }, { blobs });
  else await commit(deps, job, { type: 'failed', failure: { code: 'input-lost', charged: 'no' } });
}
