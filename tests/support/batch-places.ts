import type { NewBatch } from '@/lib/jobs/engine/batch-commands';
import { batchOf } from './batch-world';
import { createJobWorld, type JobWorld, type WorldOptions } from './job-world';
import { perSite } from './world-sites';

/** The container of those places that are one. */
const CONTAINER = 'firefox-container-1';

interface Place {
  options: WorldOptions & { site: 'jimeng' | 'dreamina' };
  /** Whether the login is in a Firefox container only. */
  isContainer?: true;
}

/** Where a batch can be upscaled. The page sends the orders everywhere but at the first. */
const PLACES = {
  Jimeng: { options: { site: 'jimeng' } },
  'Jimeng in a container': { options: { site: 'jimeng' }, isContainer: true },
  'Dreamina, SG': { options: { site: 'dreamina' } },
  'Dreamina, US': { options: { site: 'dreamina', home: { cluster: 'dreamina-us' } } },
  'Dreamina in a container': { options: { site: 'dreamina' }, isContainer: true },
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof PLACES;
export const PLACE_NAMES = Object.keys(PLACES) as PlaceName[];

/** A world with an account at this place only. */
export async function openPlace(name: PlaceName, options: WorldOptions = {}): Promise<JobWorld> {
  const place: Place = PLACES[name];
  const world = await createJobWorld({ ...place.options, ...options });
  if (!place.isContainer) return world;
  world.session = { state: 'signed-out' };
  world.containers.set(
    CONTAINER,
    perSite((site) =>
      site === place.options.site
        ? { state: 'signed-in', account: 'account-c' }
        : { state: 'signed-out' },
    ),
  );
  return world;
}

/** `batchOf`, picked in a tab of the place. */
export function batchAt(name: PlaceName, count: number, changes: Partial<NewBatch> = {}): NewBatch {
  const { isContainer }: Place = PLACES[name];
  const batch = batchOf(count, changes);
  if (!isContainer) return batch;
  const pictures = batch.pictures.map((picture) => ({ ...picture, container: CONTAINER }));
  return { ...batch, pictures };
}
