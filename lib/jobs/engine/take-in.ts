import { createTurns } from '@/lib/async/turns';
import type { ImageOrigin } from '@/lib/sources/origin';
import type { JobOptions } from '../model/job';
import type { JobDeps } from '../steps/deps';
import type { HandedIn } from '../store/handed-in';
import { blobKey } from '../store/jobs';
import { type NewJob, newJob, startJob } from './new-job';
import type { Runner } from './runner';

/** Time after which a batch that nobody has started is deleted, ms. */
const UNSTARTED_MS = 7 * 24 * 60 * 60_000;
/** Time in which a page requests the batch that its images wait for, ms. */
const BATCH_MS = 60 * 60_000;

/**
 * Makes rows of the images that pages handed in. One call after the other, and each row later than the one before, by
 * 1 ms if need be: the list shows rows by their time, and images keep the order in which they were handed in.
 */
export function createTakeIn(
  deps: Pick<JobDeps, 'store' | 'now' | 'onChange' | 'onJoined'>,
  runner: Pick<Runner, 'armed' | 'kick'>,
): (options: Omit<JobOptions, 'target'>) => Promise<number> {
  let latest = 0;
  const inTurn = createTurns();

  async function takeIn(options: Omit<JobOptions, 'target'>): Promise<number> {
    let taken = 0;
    const images = await deps.store.handedIn();
    const isOld = (image: HandedIn) => isForgotten(image, deps.now());
    if (images.some(isOld)) await deps.store.dropHandedIn(isOld);
    for (const image of images) {
      if (image.batch || image.forBatchAt !== undefined) continue;
      latest = Math.max(latest + 1, deps.now());
      const request = {
        ...sourceOf(image),
        options: { ...options, target: image.target },
      };
      const job = newJob(image.id, request, latest);
      if (await startJob(job, deps, runner, { isHandedIn: true })) taken += 1;
    }
    return taken;
  }

  return (options) => inTurn(() => takeIn(options));
}

/**
 * Whether it waits for a batch that nobody will start. It becomes no row of its own: the person wanted it within the
 * limit of that batch, or has seen that the batch failed.
 */
function isForgotten({ batch, forBatchAt }: HandedIn, now: number): boolean {
  if (batch) return now - batch.at > UNSTARTED_MS;
  return forBatchAt !== undefined && Math.abs(now - forBatchAt) >= BATCH_MS;
}

/** The name and the origin of the row that a handed-in image becomes. */
export function sourceOf(image: HandedIn): Pick<NewJob, 'name' | 'origin'> {
  const { name, address } = image;
  return { origin: originOf(image), name: address === undefined ? nameOfFile(name) : name };
}

function originOf({ id, name, path, archive, entry, address }: HandedIn): ImageOrigin {
  if (address !== undefined) return pastedOrigin(address);
  const place = {
    ...(path && { path }),
    ...(archive && { archive }),
    ...(entry !== undefined && { entry }),
  };
  return { kind: 'file', blobKey: blobKey(id, 'file'), name, ...place };
}

/**
 * An address without a page. No frame and no "shown by the browser": it gets no cookies and no Referer, and private
 * addresses are refused (lib/sources/cookie-permission.ts). "Open page" opens the image itself.
 */
function pastedOrigin(url: string): ImageOrigin {
  return { kind: 'page', url, pageUrl: url, pageTitle: '', frameUrl: '', tabId: -1, frameId: 0 };
}

/** A file name without its extension. */
function nameOfFile(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
