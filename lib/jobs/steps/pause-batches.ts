import type { ErrorCode, Job } from '../model/job';
import { siteOf } from '../model/site';
import type { JobDeps } from './deps';

/**
 * After one answer of risk control the batches of its site wait for the person: an order of another batch would be
 * refused like this one. Those with jobs that have no site yet wait, too.
 */
export async function pauseForRisk({ store, now }: JobDeps, job: Job): Promise<void> {
  const mayGoThere = ({ site }: Job) => site === undefined || site === siteOf(job);
  const rows = [job, ...(await store.open()).filter(mayGoThere)];
  const batches = new Set(rows.flatMap(({ batch }) => batch?.id ?? []));
  for (const id of batches) await store.pauseBatch(id, { by: 'risk', at: now() });
}

/** Refusals that are about the account or its place, not about the picture: the next image would get the same one. */
const CONCERN_EVERY_IMAGE: ReadonlySet<ErrorCode> = new Set([
  'confirmation-needed',
  'membership-needed',
  'daily-limit',
  'region-refused',
]);

/** Pauses the batch of a row whose refusal its other rows would get as well, so that only this one fails. */
export async function pauseIfAllRefused(
  { store, now }: JobDeps,
  { batch }: Job,
  code: ErrorCode,
): Promise<void> {
  if (batch && CONCERN_EVERY_IMAGE.has(code))
    await store.pauseBatch(batch.id, { by: 'refused', at: now() });
}
