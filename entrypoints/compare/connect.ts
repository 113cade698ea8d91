import { type ReadonlySignal, signal } from '@preact/signals';
import type { CompareActions } from '@/components/compare/actions';
import type { ComparePageProps } from '@/components/compare/page';
import { sendMessage } from '@/lib/browser/messages';
import { copyPicture } from '@/lib/browser/pages/clipboard';
import { compareUrl } from '@/lib/browser/pages/compare';
import { openTab } from '@/lib/browser/pages/popup';
import { asPng } from '@/lib/images/pipeline/as-png';
import { checkFidelity } from '@/lib/images/quality/fidelity-check';
import { canRepeat } from '@/lib/jobs/engine/upscale-again';
import { type HistoryTrouble, historyTroubleOf } from '@/lib/jobs/model/history-trouble';
import type { Job } from '@/lib/jobs/model/job';
import { isRunning } from '@/lib/jobs/model/selectors';
import { siteOf } from '@/lib/jobs/model/site';
import { MANY, watchJobs } from '@/lib/jobs/model/watch';
import { knownCost } from '@/lib/jobs/rules/known-cost';
import { type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { openOnce } from '@/lib/jobs/store/open-once';
import { createPictureReader, type Pictures, typeAlone } from './pictures';

/** What the compare page shows. Replaced as a whole on every change. */
type LiveCompare = Omit<ComparePageProps, 'now' | 'messages' | 'language' | 'actions'>;

export interface CompareConnection {
  /** Undefined until everything was read once. */
  live: ReadonlySignal<LiveCompare | undefined>;
  /** Why the history cannot be read. */
  trouble: ReadonlySignal<HistoryTrouble | undefined>;
  /** Retries reading it. */
  readAgain(): void;
  /** Unix ms, ticking while the job runs. */
  now: ReadonlySignal<number>;
  actions: CompareActions;
}

const TICK_MS = 250;

/** Connects the compare page to its job (reading) and to the background (commands). */
export function connect(jobId: string): CompareConnection {
  const live = signal<LiveCompare | undefined>(undefined);
  const now = signal(Date.now());
  const trouble = signal<HistoryTrouble | undefined>(undefined);
  const store = openOnce(() => openJobStore(() => {}));
  const readPictures = createPictureReader();
  const costHistory = openOnce(async () => {
    const database = await store();
    const site = siteOf((await database.get(jobId)) ?? {});
    const [costs, automatic] = await Promise.all([database.costs(), database.automatic(site)]);
    return { site, costs, automatic };
  });
  let pictures: Pictures = {};
  /** The result that was checked, or is being checked. */
  let checked: Blob | undefined;

  let isReading = false;
  let isStale = false;
  /** Reads the job again. Any number of pings during a read cost one more read. */
  async function read(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    try {
      const database = await store();
      while (isStale) {
        isStale = false;
        await show(database);
      }
      trouble.value = undefined;
    } catch (error) {
      trouble.value = historyTroubleOf(error);
    } finally {
      isReading = false;
    }
  }

  async function show(database: JobStore): Promise<void> {
    // A removed job stays readable for Undo. Only its entry is gone at once.
    const [row, entry] = await Promise.all([database.get(jobId), database.entry(jobId)]);
    const job = entry && row;
    pictures = await readPictures(database, job);
    const { site, costs, automatic } = await costHistory();
    const { before, after } = pictures;
    live.value = {
      job,
      before: before?.url,
      after: after?.url,
      check: after && live.value?.after === after.url ? live.value.check : 'checking',
      canOpen: job !== undefined && typeAlone(job) !== undefined,
      canRepeat: job !== undefined && canRepeat(job, before !== undefined),
      costOf: (options) => knownCost(costs, { ...options, site }, automatic, Date.now())?.credits,
    };
    if (after && checked !== after.blob) void check(after.blob, before?.blob);
  }

  /** Takes a moment, so it runs after the images are shown. */
  async function check(after: Blob, before: Blob | undefined): Promise<void> {
    checked = after;
    const report = await checkFidelity(after, before).catch(() => 'unknown' as const);
    if (checked === after && live.value) live.value = { ...live.value, check: report };
  }

  watchJobs((changed) => {
    if (changed === jobId || changed === MANY) void read();
  });
  void read();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && trouble.value) void read();
  });
  setInterval(() => {
    if (live.value?.job && isRunning(live.value.job)) now.value = Date.now();
  }, TICK_MS);

  const actions: CompareActions = {
    save: () => void sendMessage('save', jobId),
    saveAs: () => void sendMessage('saveAs', jobId),
    // Nothing may be awaited before the call: the clipboard is available only inside the click.
    copy: async () => (pictures.after ? copyPicture(asPng(pictures.after.blob)) : false),
    open: () => openAlone(live.value?.job, pictures),
    openPage: () => {
      const origin = live.value?.job?.origin;
      if (origin?.kind === 'page') void openTab(origin.pageUrl);
    },
    upscaleAgain: (options) => void upscaleAgain(options).catch(() => undefined),
  };

  async function upscaleAgain(
    options: Parameters<CompareActions['upscaleAgain']>[0],
  ): Promise<void> {
    const id = await sendMessage('upscaleAgain', { jobId, options });
    if (id !== undefined) location.assign(compareUrl(id));
  }

  return { live, trouble, readAgain: () => void read(), now, actions };
}

/** The object URL lives as long as this page. The tab has loaded the image by then. */
function openAlone(job: Job | undefined, { after }: Pictures): void {
  const type = job && typeAlone(job);
  if (after && type) void openTab(URL.createObjectURL(new Blob([after.blob], { type })));
}
