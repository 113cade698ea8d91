import { type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '@/components/account-view';
import type { Actions } from '@/components/actions';
import type { HistoryActions, HistoryView } from '@/components/history-view';
import { watchAccount } from '@/lib/browser/account';
import { openCompare } from '@/lib/browser/compare';
import { sendMessage } from '@/lib/browser/messages';
import { EVERYWHERE, requestAccess } from '@/lib/browser/permissions';
import { openOptions, openTab, openWelcome } from '@/lib/browser/popup';
import { sendFiles } from '@/lib/browser/send-files';
import { servicePattern } from '@/lib/browser/session';
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '@/lib/browser/settings';
import { JIMENG_CN } from '@/lib/jimeng/sites';
import type { Target } from '@/lib/jimeng/tools';
import { needsPerson } from '@/lib/jobs/attention';
import { createHistory, type History } from '@/lib/jobs/history';
import { UNDO_MS } from '@/lib/jobs/housekeeping';
import type { Job } from '@/lib/jobs/job';
import { countsByFilter } from '@/lib/jobs/query';
import { isRunning } from '@/lib/jobs/selectors';
import { openJobStore } from '@/lib/jobs/store';
import { NewerHistory } from '@/lib/jobs/store-connection';
import { MANY, watchJobs } from '@/lib/jobs/watch';

/** Everything the interface shows; replaced as a whole whenever something changes. */
export interface LiveState {
  /** Undefined until it has been read. */
  history: HistoryView | undefined;
  /** Another version has written the history, and this one cannot read it. */
  isHistoryNewer: boolean;
  account: AccountView;
  target: Target;
}

export interface Connection {
  liveState: ReadonlySignal<LiveState>;
  /** Unix ms, ticking while something runs. */
  now: ReadonlySignal<number>;
  focusedJobId: ReadonlySignal<string | undefined>;
  actions: Actions & HistoryActions;
}

const TICK_MS = 250;
const JUST_CLICKED_MS = 30_000;

/**
 * Connects a page to the database (reading) and to the background (commands).
 * @param language decides the order of names
 */
export function connect(language: string): Connection {
  const liveState = signal<LiveState>({
    history: undefined,
    isHistoryNewer: false,
    account: { state: 'unknown' },
    target: DEFAULT_SETTINGS.target,
  });
  const now = signal(Date.now());
  const focusedJobId = signal<string | undefined>(undefined);
  const store = openJobStore(() => {});
  const change = (part: Partial<LiveState>) => {
    liveState.value = { ...liveState.value, ...part };
  };

  const { compare } = new Intl.Collator(language, { numeric: true });
  const urls = {
    create: (blob: Blob) => URL.createObjectURL(blob),
    revoke: (url: string) => URL.revokeObjectURL(url),
  };
  let undoTimer: ReturnType<typeof setTimeout> | undefined;
  const history = store.then((database) => {
    const live = createHistory({
      store: database,
      urls,
      compare,
      now: Date.now,
      onChange(state) {
        if (!liveState.value.history) focusedJobId.value = askingJob([...state.jobs.values()])?.id;
        change({ history: { ...state, counts: countsByFilter(state.counts) } });
        clearTimeout(undoTimer);
        // The offer to undo goes with the time in which it can be done.
        if (state.removal) undoTimer = setTimeout(() => void live.changed(MANY), UNDO_MS);
      },
    });
    watchJobs((jobId) => void live.changed(jobId));
    void live.start();
    return live;
  });
  history.catch((error: unknown) => {
    if (!(error instanceof NewerHistory)) throw error;
    change({ isHistoryNewer: true });
  });
  const withHistory = (work: (live: History) => unknown) =>
    void history.then(work, () => undefined);

  watchAccount((account) => change({ account }));
  void readSettings().then(({ target }) => change({ target }));
  void sendMessage('account').then((account) => change({ account }));
  void sendMessage('opened');
  setInterval(() => {
    if ([...(liveState.value.history?.jobs.values() ?? [])].some(isRunning)) now.value = Date.now();
  }, TICK_MS);

  const actions: Actions & HistoryActions = {
    save: (id) => void sendMessage('save', id),
    compare: (id) => void openCompare(id),
    retry: (id) => void sendMessage('retry', id),
    cancel: (id) => void sendMessage('cancel', id),
    remove: (id) => void sendMessage('remove', id),
    openPage: (job) => {
      if (job.origin.kind === 'page') void openTab(job.origin.pageUrl);
    },
    allow: (job, scope) => {
      if (job.waiting?.reason !== 'permission') return;
      ask(scope === 'everywhere' ? EVERYWHERE : [job.waiting.pattern]);
    },
    allowService: () => ask([servicePattern(JIMENG_CN.cookie)]),
    openWelcome: () => void openWelcome(),
    signIn: () => void openTab(`${JIMENG_CN.origin}/ai-tool/home`),
    openService: () => void openTab(JIMENG_CN.origin),
    useTarget: (id, target) => void sendMessage('retryWith', { jobId: id, target }),
    useExisting: (id) => {
      const { waiting } = liveState.value.history?.jobs.get(id) ?? {};
      if (waiting?.reason !== 'duplicate') return;
      focusedJobId.value = waiting.twinId;
      void sendMessage('remove', id);
    },
    upscaleAnyway: (id) => void sendMessage('upscaleAnyway', id),
    keepOriginal: (id) => void sendMessage('keep', id),
    // The popup lies over the page that is captured, and over the one that is picked from.
    useScreen: (id) => void sendMessage('useScreen', id).then(() => window.close()),
    pickImage: () => void sendMessage('pick', liveState.value.target).then(() => window.close()),
    openOptions: () => void openOptions(),
    addFiles: (files, target) => void store.then((database) => sendFiles(database, files, target)),
    ask: (query) => withHistory((live) => live.ask(query)),
    show: (ids) => withHistory((live) => live.show(ids)),
    readAll: () => withHistory((live) => live.readAll()),
    saveAll: (ids) => void sendMessage('saveAll', ids),
    retryAll: (ids) => void sendMessage('retryAll', ids),
    removeAll: (ids) => void sendMessage('removeAll', ids),
    undoRemoval: (at) => void sendMessage('undoRemoval', at),
    setTarget: (target) => {
      change({ target });
      void changeSettings({ target });
    },
  };

  return { liveState, now, focusedJobId, actions };
}

/** The row for whose sake the background has just opened the popup. */
function askingJob(jobs: readonly Job[]): Job | undefined {
  return jobs.find((job) => needsPerson(job) && Date.now() - job.createdAt < JUST_CLICKED_MS);
}

/** Must run inside the click: the prompt needs its gesture. The background hears of the grant. */
function ask(origins: string[]): void {
  void requestAccess(origins);
}
