import { type ReadonlySignal, signal } from '@preact/signals';
import type { Actions } from '@/components/history/actions';
import type { HistoryActions, HistoryView } from '@/components/history/history-view';
import type { Replacing } from '@/components/history/replacing';
import { EVERYWHERE, requestAccess } from '@/lib/browser/access/permissions';
import { originsOf } from '@/lib/browser/access/site-access';
import { followAccount, UNKNOWN_ACCOUNT } from '@/lib/browser/account';
import { type AccountReport, sendMessage } from '@/lib/browser/messages';
import { copyPicture } from '@/lib/browser/pages/clipboard';
import { openAgain, openCompare } from '@/lib/browser/pages/compare';
import { isClosedByDialogs } from '@/lib/browser/pages/dialogs';
import { openConnectionCheck, openOptions, openTab, openWelcome } from '@/lib/browser/pages/popup';
import { openReader } from '@/lib/browser/pages/reader';
import { pageConsent } from '@/lib/browser/storage/page-consent';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  watchSettings,
} from '@/lib/browser/storage/settings';
import { storageFull } from '@/lib/browser/storage/storage-full';
import { zipState } from '@/lib/browser/storage/zip-state';
import { activePage, readShortcut } from '@/lib/browser/tabs/commands';
import { pageUrlOf, SITES } from '@/lib/jimeng/model/sites';
import type { Target } from '@/lib/jimeng/model/tools';
import { UNDO_MS } from '@/lib/jobs/engine/housekeeping';
import { createHistory, type History, JOINED_MS } from '@/lib/jobs/history/view-model';
import { type HistoryTrouble, historyTroubleOf } from '@/lib/jobs/model/history-trouble';
import { countsByFilter, EVERYTHING, isNarrow } from '@/lib/jobs/model/query';
import { goesByClock, startOfDay } from '@/lib/jobs/model/selectors';
import { siteOf } from '@/lib/jobs/model/site';
import { MANY, watchJobs } from '@/lib/jobs/model/watch';
import { isZipRunning, type ZipState } from '@/lib/jobs/model/zip-state';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import { openOnce } from '@/lib/jobs/store/open-once';
import type { HistoryReading } from '@/lib/jobs/store/reading';
import { askingJob, upscaleAnyway } from './asking';
import { createJustDone } from './just-done';
import { connectReplacing } from './replacing';

/** Everything the page shows. Replaced as a whole on every change. */
export interface LiveState {
  /** Undefined until it was read. */
  history: HistoryView | undefined;
  /** Why the history cannot be read. */
  historyTrouble: HistoryTrouble | undefined;
  /** Whether a click was lost because the disk is full. */
  isStorageFull: boolean;
  /** The ZIP that is being made, or was made last. */
  zip: ZipState | undefined;
  /** Whether another ZIP was wanted while it was made. */
  isZipRefused: boolean;
  /** Where results are shown in pages. */
  replacing: Replacing | undefined;
  account: AccountReport;
  target: Target;
  costs: UsualCosts;
  /** Jobs that were done since the last visit, until their comparison is opened; undefined for none. */
  justDone: number | undefined;
  /** Keys of the command; undefined until they were read. */
  shortcut: string | undefined;
}

export interface Connection {
  liveState: ReadonlySignal<LiveState>;
  /** Unix ms, ticking while a row goes by the clock, and when a day begins. */
  now: ReadonlySignal<number>;
  focusedJobId: ReadonlySignal<string | undefined>;
  actions: Actions & HistoryActions;
}

const TICK_MS = 250;
/** If reading the history takes longer, a notice takes its place, ms. */
const PATIENCE_MS = 5_000;
/** A hidden page draws no frame, ms. */
const LONGEST_FRAME_MS = 100;

/** Resolves after the next frame was drawn. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_FRAME_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/**
 * Connects a page to the database (reading) and to the background (commands).
 * @param openStore opens the database; called again after a failure
 * @param language sorts the names
 * @param uncoverPage called when the page in front is captured or pick mode starts: the popup covers it
 */
export function connect(
  openStore: () => Promise<HistoryReading>,
  language: string,
  uncoverPage: () => void,
): Connection {
  const liveState = signal<LiveState>({
    history: undefined,
    historyTrouble: undefined,
    isStorageFull: false,
    zip: undefined,
    isZipRefused: false,
    replacing: undefined,
    account: UNKNOWN_ACCOUNT,
    target: DEFAULT_SETTINGS.target,
    costs: {},
    justDone: undefined,
    shortcut: undefined,
  });
  const now = signal(Date.now());
  const focusedJobId = signal<string | undefined>(undefined);
  const change = (part: Partial<LiveState>) => {
    liveState.value = { ...liveState.value, ...part };
  };

  const { compare } = new Intl.Collator(language, { numeric: true });
  const urls = {
    create: (blob: Blob) => URL.createObjectURL(blob),
    revoke: (url: string) => URL.revokeObjectURL(url),
  };
  let joinedTimer: ReturnType<typeof setTimeout> | undefined;
  let undoTimer: ReturnType<typeof setTimeout> | undefined;
  const justDone = createJustDone();
  const history = openOnce(async () => {
    // On a slow disk the history may still arrive. It then replaces the notice.
    const patience = setTimeout(() => change({ historyTrouble: 'unreadable' }), PATIENCE_MS);
    try {
      const store = await openStore();
      const live = createHistory({
        store,
        urls,
        compare,
        now: Date.now,
        painted: nextFrame,
        onChange(state) {
          justDone.ended(state.counts.done + state.counts.failed);
          if (!liveState.value.history) {
            // A page that was opened because of a click focuses the click's job, or one that needs the person.
            focusedJobId.value = state.joined?.jobId ?? askingJob([...state.jobs.values()])?.id;
          }
          change({
            history: { ...state, counts: countsByFilter(state.counts) },
            historyTrouble: undefined,
          });
          clearTimeout(undoTimer);
          // Undo disappears when its time is over.
          if (state.removal) undoTimer = setTimeout(() => follow(live, MANY), UNDO_MS);
          clearTimeout(joinedTimer);
          if (state.joined) joinedTimer = setTimeout(() => follow(live, MANY), JOINED_MS);
        },
      });
      await live.start();
      void justDone.count(store).then((count) => change({ justDone: count }));
      watchJobs((jobId) => follow(live, jobId));
      // Reads changes that were made before the watch began.
      follow(live, MANY);
      return live;
    } catch (error) {
      change({ historyTrouble: historyTroubleOf(error) });
      throw error;
    } finally {
      clearTimeout(patience);
    }
  });
  /** After a failed read the old state stays. The next change is read again. */
  const follow = (live: History, jobId: string) => void live.changed(jobId).catch(() => undefined);
  // A failure to open already shows a notice in place of the history.
  const withHistory = (work: (live: History) => unknown) =>
    void history()
      .then(work)
      .catch(() => undefined);
  const readAgain = () => withHistory(() => undefined);
  readAgain();

  const account = followAccount(
    () => sendMessage('account'),
    (report) => change({ account: report }),
  );
  const { refresh: readReplacing } = connectReplacing((replacing) => change({ replacing }), ask);
  storageFull.watch((isStorageFull) => change({ isStorageFull }));
  void storageFull.read().then((isStorageFull) => change({ isStorageFull }));
  zipState.watch((zip) => change({ zip, ...(!isZipRunning(zip) && { isZipRefused: false }) }));
  void zipState.read().then((zip) => change({ zip }));
  const readTarget = () => readSettings().then(({ target }) => change({ target }));
  void readTarget();
  void account.ask().then(() => change({ account: account.latest() }));
  const readCosts = () =>
    // Without a readable history no costs are known.
    void sendMessage('costs').then(
      (costs) => change({ costs }),
      () => undefined,
    );
  const refresh = () => {
    readCosts();
    readReplacing();
    if (!liveState.value.history) readAgain();
    void readShortcut().then((shortcut) => change({ shortcut }));
  };
  refresh();
  // A panel may stay open for days.
  watchSettings(({ target }) => {
    change({ target });
    // Costs depend on the chosen upscaler.
    readCosts();
  });
  window.addEventListener('focus', refresh);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) refresh();
  });
  setInterval(() => {
    const at = Date.now();
    const isNewDay = startOfDay(at) !== startOfDay(now.value);
    if (isNewDay || [...(liveState.value.history?.jobs.values() ?? [])].some(goesByClock)) {
      now.value = at;
    }
  }, TICK_MS);

  async function useExisting(live: History, id: string): Promise<void> {
    if (liveState.value.history?.jobs.get(id)?.waiting?.reason !== 'duplicate') return;
    const duplicateId = await sendMessage('useExisting', id);
    // The other job may be gone by now. Then this job stays and says so.
    if (duplicateId !== undefined) await goTo(live, duplicateId);
  }

  async function goTo(live: History, id: string): Promise<void> {
    const { entries = [], query = EVERYTHING } = liveState.value.history ?? {};
    // A filter may hide the job.
    if (isNarrow(query) && !entries.some((entry) => entry.id === id)) {
      await live.ask({ ...EVERYTHING, sort: query.sort });
    }
    focusedJobId.value = id;
  }

  const actions: Actions & HistoryActions = {
    save: (id) => void sendMessage('save', id),
    saveAs: (id) => void sendMessage('saveAs', id),
    // Nothing may be awaited before the call: the clipboard is available only inside the click.
    copy: (id) => copyPicture(import('./result-png').then(({ resultPng }) => resultPng(id))),
    compare: (id) => void openCompare(id, { list: liveState.value.history?.listed }),
    upscaleAgain: (id) => void openAgain(id, { list: liveState.value.history?.listed }),
    retry: (id) => void sendMessage('retry', id),
    cancel: (id) => void sendMessage('cancel', id),
    remove: (id) => void sendMessage('remove', id),
    openPage: (job) => {
      if (job.origin.kind === 'page') void openTab(job.origin.pageUrl);
    },
    allow: (job, scope) => {
      if (job.waiting?.reason !== 'permission') return;
      // Access is granted already. Only this job needs cookies as well, so no prompt is needed.
      if (job.waiting.isForCookies) {
        void sendMessage('retry', job.id);
        return;
      }
      const { site, pattern } = job.waiting;
      const wanted = site === undefined ? [pattern] : originsOf(site);
      ask(scope === 'everywhere' ? EVERYWHERE : wanted);
    },
    allowService: () => ask(originsOf(liveState.value.account.site)),
    openWelcome: () => void openWelcome(),
    signIn: (place) => void openTab(pageUrlOf(siteOf(place)), place.container),
    openService: (place) => void openTab(SITES[siteOf(place)][0].origin, place.container),
    mayUsePage: async (site) => (await pageConsent[site].read()) !== undefined,
    agreeToPage: (site) => pageConsent[site].grant({ at: Date.now(), isForAll: false }),
    useSite: (site) => void changeSettings({ site }),
    skipPage: (id) => void sendMessage('skipPage', id),
    continueInPage: (id) => void sendMessage('continueInPage', id),
    startOver: (id) => void sendMessage('startOver', id),
    useTarget: (id, target) => void sendMessage('retryWith', { jobId: id, target }),
    readAgain,
    goTo: (id) => withHistory((live) => goTo(live, id)),
    useExisting: (id) => withHistory((live) => useExisting(live, id)),
    upscaleAnyway: (id) => upscaleAnyway(liveState.value.history?.jobs.get(id)),
    keepOriginal: (id) => void sendMessage('keepOriginal', id),
    useScreen: (id) => void sendMessage('useScreen', id).then(uncoverPage),
    useShown: (id) => void sendMessage('useShown', id),
    pickImage: () => void sendMessage('pick', liveState.value.target).then(uncoverPage),
    chooseSeveral: () => void chooseSeveral().then((isOpen) => isOpen && uncoverPage()),
    openOptions: () => void openOptions(),
    checkConnection: () => void openConnectionCheck(),
    dismissFull: () => void storageFull.forget(),
    addImages: (offered, target, onAdded) =>
      // Loaded only when there is something to write.
      import('./add-images')
        .then(({ addImages }) => addImages(offered, target, onAdded))
        .catch((error) => {
          change({ historyTrouble: historyTroubleOf(error) });
          return undefined;
        }),
    allowPatterns: ask,
    ask: (query) => withHistory((live) => live.ask(query)),
    show: (ids) => withHistory((live) => live.show(ids)),
    readAll: () => withHistory((live) => live.readAll()),
    saveAll: (ids) => void sendMessage('saveAll', ids),
    saveZip: (ids) =>
      void sendMessage('saveZip', ids).then((isBegun) => change({ isZipRefused: !isBegun })),
    saveList: (ids, format) =>
      void import('./save-list').then(({ saveList }) => saveList(ids, format)),
    dismissZip: () => void sendMessage('dismissZip'),
    retryAll: (ids) => void sendMessage('retryAll', ids),
    removeAll: (ids) => void sendMessage('removeAll', ids),
    pauseAll: (isPaused) => void sendMessage('pauseAll', isPaused ? 'on' : 'off'),
    startBatch: (id, target, budget) =>
      void sendMessage('startBatch', { id, target, ...(budget !== undefined && { budget }) }),
    discardBatch: (id) => void sendMessage('discardBatch', id),
    pauseBatch: (id) => void sendMessage('pauseBatch', id),
    resumeBatch: (id) => void sendMessage('resumeBatch', id),
    setBatchBudget: (batchId, budget) =>
      void sendMessage('setBatchBudget', { batchId, ...(budget !== undefined && { budget }) }),
    cancelBatchRest: (id) => void sendMessage('cancelBatchRest', id),
    retryBatchFailed: (id) => void sendMessage('retryBatchFailed', id),
    answerBatch: (batchId, question, answer) =>
      void sendMessage('answerBatch', { batchId, question, answer }),
    removeBatch: (id) => void sendMessage('removeBatch', id),
    readBatch: (id) => void openReader(id),
    compareDone: () => {
      justDone.compare();
      change({ justDone: undefined });
    },
    undoRemoval: (at) => void sendMessage('undoRemoval', at),
    setTarget: (target) => {
      change({ target });
      // On a full disk what was stored before holds, also for the menu of pages.
      void changeSettings({ target }).catch(readTarget);
    },
  };

  return { liveState, now, focusedJobId, actions };
}

/** Must run inside the click: the prompt needs the user gesture. The background listens for the grant. */
function ask(origins: string[]): void {
  void requestAccess(origins);
  // The first click on the prompt would otherwise only close this page.
  if (isClosedByDialogs()) window.close();
}

/** Opens the picker for the active tab, unless that is a page of ours. */
async function chooseSeveral(): Promise<boolean> {
  const [page, { openPicker }] = await Promise.all([
    activePage(),
    import('@/lib/browser/pages/picker'),
  ]);
  return page !== undefined && openPicker(page.tabId);
}
