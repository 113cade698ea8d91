import { containerOfTab } from '@/lib/browser/access/containers';
import type { BatchRequest, Data } from '@/lib/browser/messages';
import { openWelcome } from '@/lib/browser/pages/popup';
import { consent } from '@/lib/browser/storage/consent';
import { pageConsent } from '@/lib/browser/storage/page-consent';
import { readSettings, type Settings } from '@/lib/browser/storage/settings';
import { storageFull } from '@/lib/browser/storage/storage-full';
import type { JobOptions, Wish } from '@/lib/jobs/model/job';
import { blobKey } from '@/lib/jobs/store/jobs';
import type { ImageOrigin, PageOrigin } from '@/lib/sources/origin';
import type { Engine } from './engine';

/** Opens the welcome page, which asks for consent, unless the person has agreed already. */
export async function askForConsent(): Promise<void> {
  if ((await consent.read()) === undefined) await openWelcome();
}

/** The way of new orders to Jimeng. Their consent, or none, is read again before an order is sent. */
export async function chosenWay(): Promise<Pick<JobOptions, 'way'>> {
  const consent = await pageConsent.jimeng.read().catch(() => undefined);
  return consent?.isForAll ? { way: 'page' } : {};
}

/** What turns a click or handed-in files into jobs. */
export interface NewJobs {
  /** Creates a job for an image, and asks for consent if it is missing. */
  upscale(origin: ImageOrigin, name: string, wish: Wish): Promise<void>;
  /** Creates the jobs of a batch, and asks for consent if it is missing. Rejects with JobError `storage-full`. */
  addBatch(request: BatchRequest): Promise<void>;
  /**
   * Adds pictures to a batch, each address once. Rejects with JobError `storage-full`.
   * @returns how many were added; undefined if there is no such batch
   */
  extendBatch(
    batchId: string,
    pictures: readonly { origin: PageOrigin; name: string }[],
  ): Promise<number | undefined>;
  /** Creates the jobs of a batch that waits for the person to start it, and asks for consent if it is missing. */
  startBatch(request: Data<'startBatch'>): Promise<void>;
  /** Creates jobs for the files that a page has handed in. */
  takeIn(): Promise<void>;
}

/** New jobs get the settings of the moment. */
export function createNewJobs(
  engine: () => Promise<Pick<Engine, 'commands' | 'batches' | 'store'>>,
): NewJobs {
  // At once: a person waits for the first of these in a worker that has just started.
  const ready = () => Promise.all([engine(), readSettings(), chosenWay()]);
  return {
    async upscale(origin, name, wish) {
      const job = await storageFull.noting(async () => {
        const [{ commands }, settings, way] = await ready();
        return commands.add({ origin, name, options: { ...wish, ...optionsOf(settings), ...way } });
      });
      if (job) await askForConsent();
    },

    async addBatch({ target, site, pictures, ...request }) {
      const [{ batches }, settings, way] = await ready();
      const options = { target, ...(site && { site }), ...optionsOf(settings), ...way };
      const containers = await containersOf(
        pictures.flatMap((each) => (each.kind === 'page' ? each.origin.tabId : [])),
      );
      const picked = pictures.map(({ name, index, ...picture }) => {
        if (picture.kind === 'page') {
          const { origin } = picture;
          return { origin, name, index, ...containers.get(origin.tabId) };
        }
        const { id } = picture;
        const origin = { kind: 'file', blobKey: blobKey(id, 'file'), name } as const;
        return { id, origin, name, index };
      });
      await batches.add({ ...request, pictures: picked, options });
      await askForConsent();
    },

    async extendBatch(batchId, pictures) {
      const [{ batches }, settings, way] = await ready();
      const containers = await containersOf(pictures.map(({ origin }) => origin.tabId));
      const further = pictures.map(({ origin, name }) => {
        return { origin, name, ...containers.get(origin.tabId) };
      });
      return batches.extend(batchId, further, { ...optionsOf(settings), ...way });
    },

    async startBatch({ id, target, ...limit }) {
      const [{ batches }, settings, way] = await ready();
      const options = { target, ...optionsOf(settings), ...way };
      await storageFull.noting(() => batches.start(id, { options, ...limit }));
      await askForConsent();
    },

    async takeIn() {
      const [{ commands, store }, settings, way] = await ready();
      if ((await store.handedIn()).length === 0) return;
      if (await storageFull.noting(() => commands.takeIn({ ...optionsOf(settings), ...way }))) {
        await askForConsent();
      }
    },
  };
}

/** The containers of tabs, each read once. */
async function containersOf(
  tabIds: readonly number[],
): Promise<Map<number, Pick<JobOptions, 'container'>>> {
  const read = async (tabId: number) => [tabId, await containerOfTab(tabId)] as const;
  return new Map(await Promise.all([...new Set(tabIds)].map(read)));
}

/** The options of a job that the settings decide. */
function optionsOf({ upscaler, detail, background }: Settings): Omit<JobOptions, 'target'> {
  return { upscaler, detail, ...(background !== 'keep' && { background }) };
}
