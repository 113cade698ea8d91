import { type ReadonlySignal, signal } from '@preact/signals';
import type { AccountView } from '@/components/account-view';
import type { Actions } from '@/components/actions';
import { watchAccount } from '@/lib/browser/account';
import { sendMessage } from '@/lib/browser/messages';
import { EVERYWHERE, requestAccess } from '@/lib/browser/permissions';
import { openOptions, openTab } from '@/lib/browser/popup';
import { servicePattern } from '@/lib/browser/session';
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '@/lib/browser/settings';
import { JIMENG_CN } from '@/lib/jimeng/sites';
import type { Target } from '@/lib/jimeng/tools';
import { needsPerson } from '@/lib/jobs/attention';
import type { Job } from '@/lib/jobs/job';
import { isRunning } from '@/lib/jobs/selectors';
import { blobKey, type JobStore, openJobStore } from '@/lib/jobs/store';
import { watchJobs } from '@/lib/jobs/watch';

/** Everything the interface shows; replaced as a whole whenever something changes. */
export interface LiveState {
  jobs: Job[];
  account: AccountView;
  target: Target;
  /** Address of a row's small picture. */
  thumbs: (jobId: string) => string | undefined;
}

export interface Connection {
  liveState: ReadonlySignal<LiveState>;
  /** Unix ms, ticking while something runs. */
  now: ReadonlySignal<number>;
  focusedJobId: ReadonlySignal<string | undefined>;
  actions: Actions;
}

const TICK_MS = 250;
const JUST_CLICKED_MS = 30_000;

/** Connects a page to the database (reading) and to the background (commands). */
export function connect(): Connection {
  const thumbUrls = new Map<string, string>();
  const liveState = signal<LiveState>({
    jobs: [],
    account: { state: 'unknown' },
    target: DEFAULT_SETTINGS.target,
    thumbs: (jobId) => thumbUrls.get(jobId),
  });
  const now = signal(Date.now());
  const focusedJobId = signal<string | undefined>(undefined);
  const store = openJobStore(() => {});
  const change = (part: Partial<LiveState>) => {
    liveState.value = { ...liveState.value, ...part };
  };

  const loading = new Map<string, Promise<void>>();
  async function loadThumb(database: JobStore, jobId: string): Promise<void> {
    const blob = await database.blob(blobKey(jobId, 'thumb'));
    if (blob && !thumbUrls.has(jobId)) thumbUrls.set(jobId, URL.createObjectURL(blob));
    else loading.delete(jobId);
  }

  let isFirst = true;
  let isReading = false;
  let isStale = false;
  /** Reads the rows again; pings that come meanwhile cost one more read, not one each. */
  async function read(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    try {
      const database = await store;
      while (isStale) {
        isStale = false;
        const jobs = await database.list();
        if (isFirst) focusedJobId.value = askingJob(jobs)?.id;
        isFirst = false;
        change({ jobs });
        for (const { id } of jobs) {
          if (!loading.has(id)) loading.set(id, loadThumb(database, id));
        }
        await Promise.all(loading.values());
        change({});
      }
    } finally {
      isReading = false;
    }
  }

  watchJobs(() => void read());
  watchAccount((account) => change({ account }));
  void read();
  void readSettings().then(({ target }) => change({ target }));
  void sendMessage('account').then((account) => change({ account }));
  void sendMessage('opened');
  setInterval(() => {
    if (liveState.value.jobs.some(isRunning)) now.value = Date.now();
  }, TICK_MS);

  const actions: Actions = {
    save: (id) => void sendMessage('save', id),
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
    signIn: () => void openTab(`${JIMENG_CN.origin}/ai-tool/home`),
    openService: () => void openTab(JIMENG_CN.origin),
    useTarget: (id, target) => void sendMessage('retryWith', { jobId: id, target }),
    useExisting: (id) => {
      const { waiting } = liveState.value.jobs.find((job) => job.id === id) ?? {};
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
    addFiles: (files, target) => void addFiles(files, target),
    setTarget: (target) => {
      change({ target });
      void changeSettings({ target });
    },
  };

  /** The bytes go through the blob store: messages cannot carry them. */
  async function addFiles(files: File[], target: Target): Promise<void> {
    const database = await store;
    const stored = await Promise.all(
      files.map(async (file) => {
        const key = `inbox-${crypto.randomUUID()}/file`;
        await database.putBlob(key, file);
        return { blobKey: key, name: file.name };
      }),
    );
    await sendMessage('addFiles', { files: stored, target });
  }

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
