import { type ReadonlySignal, signal } from '@preact/signals';
import type { CompareActions } from '@/components/compare/actions';
import type { ComparePageProps } from '@/components/compare/page';
import { sendMessage } from '@/lib/browser/messages';
import { copyPicture } from '@/lib/browser/pages/clipboard';
import { compareQuery, type Through } from '@/lib/browser/pages/compare';
import { openTab } from '@/lib/browser/pages/popup';
import {
  type CompareChoices,
  compareChoices,
  USUAL_COMPARISON,
} from '@/lib/browser/storage/compare-choices';
import { asPng } from '@/lib/images/pipeline/as-png';
import { partAsPng } from '@/lib/images/pipeline/part-png';
import { checkFidelity } from '@/lib/images/quality/fidelity-check';
import { measureShift } from '@/lib/images/quality/shift-check';
import { UNDO_MS } from '@/lib/jobs/engine/housekeeping';
import { canRepeat } from '@/lib/jobs/engine/upscale-again';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';
import { type HistoryTrouble, historyTroubleOf } from '@/lib/jobs/model/history-trouble';
import type { Job } from '@/lib/jobs/model/job';
import { isRunning } from '@/lib/jobs/model/selectors';
import { siteOf } from '@/lib/jobs/model/site';
import { MANY, watchJobs } from '@/lib/jobs/model/watch';
import { knownCost } from '@/lib/jobs/rules/known-cost';
import { type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { openOnce } from '@/lib/jobs/store/open-once';
import { createDecisions } from './decisions';
import { createPictureReader, type Pictures, typeAlone } from './pictures';
import { neighbourOf, sequenceOf } from './sequence';

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

/**
 * Connects the compare page to its jobs (reading) and to the background (commands).
 * @param first the job that is shown first
 * @param through which images the page goes through
 * @param compare compares two names in the page's language
 */
export function connect(
  first: string,
  through: Through,
  compare: (a: string, b: string) => number,
): CompareConnection {
  const live = signal<LiveCompare | undefined>(undefined);
  const now = signal(Date.now());
  const trouble = signal<HistoryTrouble | undefined>(undefined);
  const store = openOnce(() => openJobStore(() => {}));
  const readPictures = createPictureReader();
  const readLeft = createPictureReader();
  const decisions = createDecisions();
  let jobId = first;
  /** The job whose result stands on the left; undefined for the source. */
  let leftId: string | undefined;
  let pictures: Pictures = {};
  /** The pair that was checked and measured, or is being so. */
  let checked: { before: Blob | undefined; after: Blob } | undefined;
  let measured: { before: Blob | undefined; after: Blob } | undefined;
  let choices: CompareChoices | undefined;
  let entries: Map<string, HistoryEntry> | undefined;
  const news = new Set<string>();
  let sequence: readonly string[] = [];
  let undoTimer: ReturnType<typeof setTimeout> | undefined;
  /** When the removal was that this page has undone last, Unix ms. It stays readable for a moment. */
  let undoneAt: number | undefined;

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
      // What could not be read is not known to have changed any more.
      entries = undefined;
      trouble.value = historyTroubleOf(error);
    } finally {
      isReading = false;
    }
  }

  async function readEntries(database: JobStore): Promise<Map<string, HistoryEntry>> {
    // More may come while some are read.
    while (!entries || news.size > 0) {
      const ids = [...news];
      news.clear();
      if (!entries || ids.includes(MANY)) {
        entries = new Map((await database.entries()).map((entry) => [entry.id, entry]));
        continue;
      }
      for (const id of ids) {
        const entry = await database.entry(id);
        if (entry) entries.set(id, entry);
        else entries.delete(id);
      }
    }
    return entries;
  }

  async function show(database: JobStore): Promise<void> {
    const id = jobId;
    choices ??= await compareChoices.read(USUAL_COMPARISON);
    // A removed job stays readable for Undo. Only its entry is gone at once.
    const [row, entry, rows] = await Promise.all([
      database.get(id),
      database.entry(id),
      readEntries(database),
    ]);
    const job = entry && row;
    const results =
      job?.source && job.stage === 'done' ? await database.resultsOf(job.source.sha256) : [];
    const leftJob = results.find((other) => other.id === leftId && other.id !== id);
    const [shown, left] = await Promise.all([
      readPictures(database, job),
      readLeft(database, leftJob),
    ]);
    const site = siteOf(job ?? {});
    const [known, automatic, canUndo] = await Promise.all([
      database.costs(),
      database.automatic(site),
      readUndo(database),
    ]);
    // The person went on meanwhile, and that is read next.
    if (id !== jobId) return;
    pictures = shown;
    // A removal takes a moment. A person who goes on faster must not come to what is removed.
    sequence = sequenceOf(rows.values(), id, through, compare).filter(
      (each) => !decisions.isDiscarded(each),
    );
    const { before, after } = pictures;
    const isSame = after !== undefined && live.value?.after === after.url;
    const onLeft = leftJob && left.after ? { job: leftJob, url: left.after.url } : undefined;
    const isSamePair = isSame && live.value?.left?.url === onLeft?.url;
    live.value = {
      job,
      before: before?.url,
      after: after?.url,
      left: onLeft,
      results,
      place: placeOf(id),
      canUndo,
      shift: isSamePair ? live.value?.shift : undefined,
      choices,
      onChoices: choose,
      check: isSame && live.value ? live.value.check : 'checking',
      canOpen: job !== undefined && typeAlone(job) !== undefined,
      canRepeat: job !== undefined && canRepeat(job, before !== undefined),
      costOf: (options) => knownCost(known, { ...options, site }, automatic, Date.now())?.credits,
    };
    if (!after) return;
    void check(after.blob, before?.blob);
    void measure(after.blob, onLeft ? left.after?.blob : before?.blob);
  }

  function placeOf(id: string): LiveCompare['place'] {
    const at = sequence.indexOf(id);
    if (at === -1 || sequence.length < 2) return undefined;
    const { kept, discarded } = decisions.counts();
    return { at: at + 1, of: sequence.length, kept, discarded, isKept: decisions.isKept(id) };
  }

  /**
   * The image that was discarded last, and when it was removed, Unix ms.
   * @returns undefined while its removal is under way, once that is undone, and if another one came after it
   */
  async function ownRemoval(database: JobStore) {
    const last = decisions.lastDiscarded();
    const removal = last && (await database.lastHidden());
    if (!last || removal?.count !== 1 || removal.at < last.at) return undefined;
    return removal.at === undoneAt ? undefined : { last, at: removal.at };
  }

  async function readUndo(database: JobStore): Promise<boolean> {
    const own = await ownRemoval(database);
    if (!own) return false;
    const left = own.at + UNDO_MS - Date.now();
    clearTimeout(undoTimer);
    if (left > 0) undoTimer = setTimeout(() => void read(), left);
    return left > 0;
  }

  /** Takes a moment, so it runs after the images are shown. */
  async function check(after: Blob, before: Blob | undefined): Promise<void> {
    if (checked?.after === after) return;
    checked = { after, before };
    const report = await checkFidelity(after, before).catch(() => 'unknown' as const);
    if (checked.after === after && live.value) live.value = { ...live.value, check: report };
  }

  async function measure(after: Blob, before: Blob | undefined): Promise<void> {
    if (measured?.after === after && measured.before === before) return;
    const pair = { after, before };
    measured = pair;
    if (!before) return;
    const shift = await measureShift(before, after).catch(() => undefined);
    if (measured === pair && live.value) live.value = { ...live.value, shift };
  }

  watchJobs((changed) => {
    news.add(changed);
    void read();
  });
  void read();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && trouble.value) void read();
  });
  setInterval(() => {
    if (live.value?.job && isRunning(live.value.job)) now.value = Date.now();
  }, TICK_MS);

  function choose(chosen: CompareChoices): void {
    choices = chosen;
    if (live.value) live.value = { ...live.value, choices: chosen };
    void compareChoices.write(chosen).catch(() => undefined);
  }

  /** Shows another job in this page, so that the viewpoint and full screen stay. */
  function go(id: string, left?: string): void {
    jobId = id;
    leftId = left;
    history.replaceState(null, '', compareQuery(id, through));
    void read();
  }

  function step(by: 1 | -1): void {
    const next = neighbourOf(sequence, jobId, by);
    if (next !== undefined) go(next);
  }

  async function undo(): Promise<void> {
    const own = await ownRemoval(await store());
    // The person may have pressed it once more, or discarded another one.
    if (!own || own.last !== decisions.lastDiscarded()) return;
    const { jobId: id, at } = own.last;
    undoneAt = own.at;
    decisions.takeBack();
    try {
      await sendMessage('undoRemoval', own.at);
      go(id);
    } catch {
      undoneAt = undefined;
      decisions.discard(id, at);
    }
  }

  const actions: CompareActions = {
    save: () => void sendMessage('save', jobId),
    saveAs: () => void sendMessage('saveAs', jobId),
    // Nothing may be awaited before the call: the clipboard is available only inside the click.
    copy: async () => (pictures.after ? copyPicture(asPng(pictures.after.blob)) : false),
    copyPart: async (part) =>
      pictures.after ? copyPicture(partAsPng(pictures.after.blob, part)) : false,
    open: () => openAlone(live.value?.job, pictures),
    openPage: () => {
      const origin = live.value?.job?.origin;
      if (origin?.kind === 'page') void openTab(origin.pageUrl);
    },
    upscaleAgain: (options) =>
      void sendMessage('upscaleAgain', { jobId, options })
        .then((id) => id !== undefined && go(id))
        .catch(() => undefined),
    step,
    keep() {
      decisions.keep(jobId);
      if (neighbourOf(sequence, jobId, 1) === undefined) void read();
      else step(1);
    },
    discard() {
      const discarded = jobId;
      decisions.discard(discarded, Date.now());
      const next = neighbourOf(sequence, discarded, 1) ?? neighbourOf(sequence, discarded, -1);
      sequence = sequence.filter((id) => id !== discarded);
      if (next !== undefined) go(next);
      void sendMessage('remove', discarded);
    },
    undo: () => void undo().catch(() => undefined),
    chooseLeft(id) {
      leftId = id;
      void read();
    },
    // The two change sides if the right gets what is on the left.
    chooseRight: (id) => go(id, id === leftId ? jobId : leftId),
  };

  return { live, trouble, readAgain: () => void read(), now, actions };
}

/** The object URL lives as long as this page. The tab has loaded the image by then. */
function openAlone(job: Job | undefined, { after }: Pictures): void {
  const type = job && typeAlone(job);
  if (after && type) void openTab(URL.createObjectURL(new Blob([after.blob], { type })));
}
