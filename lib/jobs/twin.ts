import type { JobOptions, SourceFacts, Waiting } from './job';
import type { JobStore } from './store';

/**
 * Asked before a picture is ordered: is this what the person has already?
 * @param at Unix ms
 * @returns the question to wait with; undefined if there is no such picture
 */
export async function askAboutTwin(
  store: Pick<JobStore, 'findTwin'>,
  source: Pick<SourceFacts, 'sha256'>,
  options: JobOptions,
  at: number,
): Promise<(Waiting & { reason: 'duplicate' }) | undefined> {
  const twin = await store.findTwin(source.sha256, options);
  return twin && { reason: 'duplicate', since: at, twinId: twin.id };
}
