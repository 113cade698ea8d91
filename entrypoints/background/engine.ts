import { imageDimensionsFromData } from 'image-dimensions';
import { mayAccess } from '@/lib/browser/access/permissions';
import { withReferer } from '@/lib/browser/access/referer-rule';
import { jobAlarm, zipAlarm } from '@/lib/browser/alarm';
import { offscreenWork } from '@/lib/browser/document-work';
import { createDownloads } from '@/lib/browser/files/downloads';
import { objectUrlsInPlace, offscreenObjectUrls } from '@/lib/browser/files/object-urls';
import { deleteZipFiles } from '@/lib/browser/files/zip-files';
import { hasDocument } from '@/lib/browser/offscreen';
import { report } from '@/lib/browser/report';
import { consent } from '@/lib/browser/storage/consent';
import { pageConsent } from '@/lib/browser/storage/page-consent';
import { nextFileNumber } from '@/lib/browser/storage/save-counter';
import { readSettings } from '@/lib/browser/storage/settings';
import { zipState } from '@/lib/browser/storage/zip-state';
import { runInFrame } from '@/lib/browser/tabs/inject';
import { captureImage } from '@/lib/browser/tabs/screen';
import { ImageError } from '@/lib/images/formats/errors';
import { canDecode } from '@/lib/images/formats/facts';
import { isBlankOnScreen } from '@/lib/images/pipeline/blank';
import { crop } from '@/lib/images/pipeline/crop';
import type { Inspect } from '@/lib/images/pipeline/inspect';
import { thumbnail } from '@/lib/images/pipeline/thumbnail';
import { checkResult } from '@/lib/images/quality/check-result';
import { isSamePicture, likeness } from '@/lib/images/quality/likeness';
import { isServiceHost, type SiteName } from '@/lib/jimeng/model/sites';
import { type BatchCommands, createBatchCommands } from '@/lib/jobs/engine/batch-commands';
import { type Commands, createCommands } from '@/lib/jobs/engine/commands';
import { noteRefunds, type SeenBalance } from '@/lib/jobs/engine/refund';
import { createRunner, type Runner } from '@/lib/jobs/engine/runner';
import { createSaver, type Saver } from '@/lib/jobs/engine/save';
import { createZipSaver, type ZipSaver } from '@/lib/jobs/engine/save-zip';
import { upscaleAgain } from '@/lib/jobs/engine/upscale-again';
import { useShown } from '@/lib/jobs/engine/use-shown';
import { placeInBatch } from '@/lib/jobs/model/batch';
import type { Job, JobOptions } from '@/lib/jobs/model/job';
import { createAnnouncer } from '@/lib/jobs/model/watch';
import { createAccounts } from '@/lib/jobs/steps/accounts';
import { noteCost } from '@/lib/jobs/steps/credits';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import { type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { acquireBest, type BestDeps } from '@/lib/sources/acquire-best';
import { readDataUrl } from '@/lib/sources/data-url';
import { drawThroughSlices } from '@/lib/sources/draw-in-page';
import { SourceError } from '@/lib/sources/errors';
import { LIMITS } from '@/lib/sources/limits';
import type { PageOrigin } from '@/lib/sources/origin';
import { type RunInFrame, readCaptured, readThroughSlices } from '@/lib/sources/page-read';
import { createDocumentWork } from '../offscreen/work';
import { handedOver } from './hand-over';
import { createImageWork } from './image-work';
import { createFileRequester } from './request-file';
import { createStripWork } from './strip-work';

/** The running job engine of one worker. */
export interface Engine {
  store: JobStore;
  runner: Runner;
  commands: Commands;
  batches: BatchCommands;
  saver: Saver;
  zips: ZipSaver;
  /** Stores what a finished job's order cost, from the balance after it. Resolves with whether that is known. */
  noteCost(jobId: string, seen: SeenBalance): Promise<boolean>;
  /** Stores whether the credits of failed orders came back, from a balance that was just read. */
  noteRefunds(seen: SeenBalance): Promise<boolean>;
  /** Orders the image of a job again, as a new job. */
  upscaleAgain(jobId: string, changes: Partial<JobOptions>): Promise<Job | undefined>;
  /** Upscales the image on the page instead of its larger version. */
  useShown(jobId: string): Promise<Job | undefined>;
}

/**
 * Builds the job engine from the libraries and this browser.
 * @param unnamedFetch a `fetch` whose requests do not identify the extension
 */
export async function startEngine(
  outside: Pick<JobDeps, 'sites' | 'inContainer' | 'containers' | 'onChange' | 'onJoined'>,
  unnamedFetch: typeof fetch,
): Promise<Engine> {
  const store = await openJobStore(createAnnouncer());
  store.deleteBlob(handedOver()).catch(report);
  // Decided at build time, so that Chrome's worker does not contain it: a worker cannot import() later.
  const work = import.meta.env.FIREFOX ? createDocumentWork(store) : offscreenWork;
  const { expect, inspect, prepare, restoreTransparency } = createImageWork(store, work, uuid);
  const sources = sourcesFor(store, inspect, unnamedFetch);
  const deps: JobDeps = {
    ...outside,
    store,
    accounts: createAccounts({ ...outside, store, hasConsent, now: Date.now }),
    async acquire(origin, signal) {
      if (origin.kind === 'page') expect(origin.url);
      const { bytes, via, larger } = await acquireBest(origin, sources, signal);
      if (larger) return { bytes, via: 'larger-original', larger };
      return via === 'screen' ? { bytes, via } : { bytes };
    },
    readDataUrl: (url) => readDataUrl(url, fetch),
    prepare,
    restoreTransparency,
    ...createStripWork(store, work, uuid),
    thumbnail,
    checkResult: (result, sent) => checkResult(result, sent, inspect),
    mayAccess,
    isAutoSaving: async () => (await readSettings()).isAutoSaveOn,
    preferredSite,
    hasConsent,
    mayUsePage,
    dayLimit: async () => (await readSettings()).dayLimit || undefined,
    parallel: async () => (await readSettings()).parallel,
    isOnline: () => navigator.onLine,
    now: Date.now,
    uuid,
    withLock: (name, work) =>
      navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined)),
    alarm: jobAlarm,
    sleep,
    report,
  };
  const runner = createRunner(deps);
  const commands = createCommands(deps, runner);
  const urls = hasDocument() ? objectUrlsInPlace(store.blob) : offscreenObjectUrls;
  const downloads = createDownloads(urls);
  const saveDeps = {
    ...deps,
    downloads,
    ...createFileRequester(work, {
      settings: readSettings,
      nextNumber: nextFileNumber,
      async batchOf({ batch: place }) {
        const batch = place && (await store.batch(place.id));
        return batch && placeInBatch(batch, place.index);
      },
    }),
  };
  return {
    store,
    runner,
    commands,
    batches: createBatchCommands(deps, runner, commands),
    saver: createSaver(saveDeps),
    zips: createZipSaver({ ...saveDeps, zipState, zipAlarm, zipWork: work, deleteZipFiles }),
    noteCost: (jobId, seen) => noteCost(jobId, seen, deps),
    noteRefunds: (seen) => noteRefunds(seen, deps),
    upscaleAgain: (jobId, changes) => upscaleAgain(deps, runner, jobId, changes),
    useShown: (jobId) => useShown(deps, { runner, commands }, jobId),
  };
}

async function hasConsent(): Promise<boolean> {
  return (await consent.read()) !== undefined;
}

/** Whether the person has agreed that a site's own page sends orders. */
export async function mayUsePage(site: SiteName): Promise<boolean> {
  return (await pageConsent[site].read()) !== undefined;
}

/** The site that the person prefers while several are signed in. */
export async function preferredSite(): Promise<SiteName | undefined> {
  const { site } = await readSettings();
  return site === 'auto' ? undefined : site;
}

function uuid(): string {
  return crypto.randomUUID();
}

function sourcesFor(store: JobStore, inspect: Inspect, unnamedFetch: typeof fetch): BestDeps {
  return {
    fetch: unnamedFetch,
    readInPage: (place, request, signal) =>
      readThroughSlices((func, args) => runInFrame(place, func, args), place, request, signal),
    drawInPage: (place, url, signal) => {
      const run: RunInFrame = (func, args) => runInFrame(place, func, args);
      return drawThroughSlices(run, place, url, LIMITS.maxBytes, signal);
    },
    readCaptured: (place, key, signal) =>
      readCaptured((func, args) => runInFrame(place, func, args), key, signal),
    readScreen,
    mayAccess,
    hasConsent,
    isServiceHost,
    withReferer,
    readInbox: (key) => store.blob(key),
    measure: (bytes) => inspect(bytes).catch(() => undefined),
    measureStart: async (bytes) =>
      imageDimensionsFromData(new Uint8Array(await bytes.arrayBuffer())),
    async isSamePicture(shown, larger) {
      // It could not be prepared either.
      if (!canDecode(larger.size)) return false;
      const found = await likeness(shown, larger);
      return found !== undefined && isSamePicture(found);
    },
    searchMs: async () => (await readSettings()).searchSeconds * 1_000,
  };
}

/**
 * Crops the image out of a screenshot of its tab.
 * @throws ImageError `image-blank` if the crop is blank, SourceError `source-hidden` if the image is not
 *   in view, moves, or another tab is in front
 */
async function readScreen(origin: PageOrigin): Promise<Blob | undefined> {
  const imageUrl = origin.url.slice('screen:'.length);
  const shot = await captureImage({ ...origin, imageUrl, elementKey: origin.rect?.elementKey });
  if (shot === 'hidden') throw new SourceError('source-hidden');
  if (!shot) return undefined;
  const cut = await crop(shot.screen, shot.box);
  if (await isBlankOnScreen(cut)) throw new ImageError('image-blank');
  return cut;
}

/** Resolves after `ms`, or as soon as the signal aborts. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const wake = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', wake, { once: true });
    if (signal.aborted) wake();
  });
}
