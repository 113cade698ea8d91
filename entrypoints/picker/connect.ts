import { type ReadonlySignal, signal } from '@preact/signals';
import type { PickerActions } from '@/components/picker/actions';
import {
  NOTHING_SCANNED,
  type Outcome,
  type PickerData,
  type StartRequest,
  type TabScope,
} from '@/components/picker/view';
import {
  EVERYWHERE,
  mayAccess,
  onAccessChange,
  requestAccess,
} from '@/lib/browser/access/permissions';
import { followAccount, UNKNOWN_ACCOUNT } from '@/lib/browser/account';
import { sendMessage } from '@/lib/browser/messages';
import { panelOpener } from '@/lib/browser/pages/panel';
import { pickerPath, tabsToRightOf } from '@/lib/browser/pages/picker';
import { openTab } from '@/lib/browser/pages/popup';
import { pickerChoices } from '@/lib/browser/storage/picker-choices';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  watchSettings,
} from '@/lib/browser/storage/settings';
import { CollectorReplaced, createCollector } from '@/lib/browser/tabs/collector';
import { whyOutOfReach } from '@/lib/browser/tabs/reach';
import { watchJobs } from '@/lib/jobs/model/watch';
import { openJobStore } from '@/lib/jobs/store/jobs';
import { openOnce } from '@/lib/jobs/store/open-once';
import { openHistoryReading } from '@/lib/jobs/store/reading';
import { USUAL_FILTER } from '@/lib/picker/filter';
import { afterEvent, newPicker, type PickerEvent } from '@/lib/picker/picker';
import { readCaptured } from '@/lib/sources/page-read';
import { isPrivateAddress } from '@/lib/sources/private-address';
import { addPictures } from './add-pictures';
import { createBatchIds, sendBatch } from './batch-ids';
import { coloursOf } from './colours-of';
import { doneBefore } from './done-before';
import { followTabs } from './follow-tabs';
import { createThumbnails } from './thumbnails';

export interface PickerConnection {
  data: ReadonlySignal<PickerData>;
  actions: PickerActions;
}

/** While rows change one after the other, the history is read once in this time, ms. */
const HISTORY_MS = 2_000;

/**
 * Connects the picker to the pages (pictures), to the history (reading) and to the background (jobs).
 * @param tabs ids of the tabs to show; the first is the one that the picker was opened for
 */
export async function connect(tabs: readonly number[]): Promise<PickerConnection> {
  const [first] = tabs;
  const choices = await pickerChoices.read({ start: 'none', sort: 'page', ...USUAL_FILTER });
  const data = signal<PickerData>({
    state: newPicker(tabs, choices.start, choices.sort, choices),
    scan: { ...NOTHING_SCANNED, isSearching: tabs.length > 0 },
    thumbs: new Map(),
    blockedHosts: [],
    tabScope: tabs.length > 1 ? 'right' : 'one',
    tabsToRight: 0,
    target: DEFAULT_SETTINGS.target,
    costs: {},
    account: UNKNOWN_ACCOUNT,
    outcome: { kind: 'none' },
  });
  /** Match patterns of hosts whose pictures cannot be previewed. */
  let blocked: string[] = [];
  const change = (part: Partial<PickerData>) => {
    data.value = { ...data.value, ...part };
  };

  const followed = followTabs({
    create: (tabId) => createCollector(tabId, { readCaptured, isPrivate: isPrivateAddress }),
    isReplaced: (error) => error instanceof CollectorReplaced,
    whyOutOfReach,
    onPictures(told) {
      dispatch({ type: 'arrived', ...told });
      forget(told.dropped);
    },
    onScan: (scan) => change({ scan }),
  });
  const thumbnails = createThumbnails({
    async read(id) {
      const tabId = data.value.state.seen.get(id)?.tabId;
      return tabId === undefined ? undefined : followed.collectorOf(tabId)?.thumbnail(id);
    },
    coloursOf,
    onRead(read) {
      const thumbs = new Map(data.value.thumbs);
      for (const [id, { image }] of read) {
        const before = thumbs.get(id);
        if (before !== undefined) URL.revokeObjectURL(before);
        thumbs.set(id, URL.createObjectURL(image));
      }
      change({ thumbs });
      dispatch({ type: 'read', files: new Map([...read].map(([id, { file }]) => [id, file])) });
    },
    onFailed: (failed) => void showBlockedHosts(failed),
  });

  function dispatch(event: PickerEvent): void {
    const before = data.value.state;
    const state = afterEvent(before, event);
    if (state === before) return;
    change({ state });
    if (state.seen !== before.seen) thumbnails.set(state.seen.values());
    const { sort, ticks, filter } = state;
    const isChosen =
      sort !== before.sort || ticks.start !== before.ticks.start || filter !== before.filter;
    if (isChosen) {
      const { width, height, hasIcons } = filter;
      const chosen = { start: ticks.start, sort, width, height, hasIcons };
      void pickerChoices.write(chosen).catch(() => undefined);
    }
  }

  /** Frees the thumbnails of pictures that are none. */
  function forget(ids: readonly string[]): void {
    const thumbs = new Map(data.value.thumbs);
    for (const id of ids) {
      const url = thumbs.get(id);
      if (url !== undefined) URL.revokeObjectURL(url);
      thumbs.delete(id);
    }
    if (thumbs.size !== data.value.thumbs.size) change({ thumbs });
  }

  /** Only hosts that access would help with. */
  async function showBlockedHosts(failed: ReadonlySet<string>): Promise<void> {
    const { seen } = data.value.state;
    const patterns = new Set([...failed].flatMap((id) => patternOf(seen.get(id)?.url) ?? []));
    const asked = [...patterns].map(async (pattern) => ((await mayAccess(pattern)) ? [] : pattern));
    blocked = (await Promise.all(asked)).flat();
    const hosts = blocked.map((pattern) => new URL(pattern.replace(/\*$/, '')).hostname);
    change({ blockedHosts: [...new Set(hosts)].sort() });
  }

  function chooseTabs(scope: TabScope): void {
    if (first === undefined) return;
    void (async () => {
      const right = scope === 'right' ? await tabsToRightOf(first) : [];
      const chosen = [first, ...right];
      change({ tabScope: scope });
      // A reload shows the same tabs.
      history.replaceState(null, '', pickerPath(chosen));
      followed.choose(chosen);
      dispatch({ type: 'tabs-chosen', tabs: chosen });
    })().catch(() => undefined);
  }

  const store = openOnce(() => openJobStore(() => {}));
  const batchIds = createBatchIds(() => crypto.randomUUID());
  async function start(request: StartRequest): Promise<void> {
    if (data.value.outcome.kind === 'reading') return;
    change({ outcome: { kind: 'reading' } });
    const { pictures } = data.value.state;
    const places = new Map(pictures.map(({ id }, at) => [id, at + 1]));
    const outcome = await addPictures(request, data.value.target, places, {
      collectorOf: followed.collectorOf,
      handIn: async (images) => (await store()).handIn(images),
      readDataAddress: async (address) => (await fetch(address)).blob(),
      batchId: batchIds.of,
      send: (batch) => sendBatch(batch, batchIds, sendMessage),
      uuid: () => crypto.randomUUID(),
      now: Date.now,
    }).catch((): Outcome => ({ kind: 'failed' }));
    change({ outcome });
    if (outcome.kind === 'added') {
      batchIds.settle();
      dispatch({ type: 'added', ids: request.pictures.map(({ id }) => id) });
    }
  }

  const account = followAccount(
    () => sendMessage('account'),
    (report) => change({ account: report }),
  );
  const readCosts = () =>
    void sendMessage('costs').then(
      (costs) => change({ costs }),
      () => {},
    );
  const readTabs = () => {
    if (first === undefined) return;
    void tabsToRightOf(first).then(
      ({ length }) => change({ tabsToRight: length }),
      () => {},
    );
  };
  const reading = openOnce(openHistoryReading);
  const readHistory = () =>
    void reading()
      .then((history) => history.list())
      .then((jobs) => dispatch({ type: 'history-read', doneBefore: doneBefore(jobs) }))
      // Without a history nothing was upscaled before.
      .catch(() => undefined);
  let isPlanned = false;
  watchJobs(() => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      readHistory();
      readCosts();
    }, HISTORY_MS);
  });
  watchSettings(({ target }) => {
    change({ target });
    readCosts();
  });
  onAccessChange(() => {
    followed.askAgain();
    thumbnails.retry();
  });
  addEventListener('focus', () => {
    readTabs();
    readCosts();
  });
  addEventListener('pagehide', () => followed.stop());
  let openPanel: (() => Promise<void>) | undefined;
  void panelOpener().then((opener) => {
    openPanel = opener;
  });
  const readTarget = () => readSettings().then(({ target }) => change({ target }));
  void readTarget();
  void account.ask().then(
    () => change({ account: account.latest() }),
    () => {},
  );
  readCosts();
  readTabs();
  readHistory();
  followed.choose(tabs);

  const actions: PickerActions = {
    dispatch,
    show: thumbnails.show,
    setTarget(target) {
      change({ target });
      // On a full disk what was stored before holds.
      void changeSettings({ target }).catch(readTarget);
    },
    chooseTabs,
    scroll: followed.scroll,
    // Nothing may be awaited before the two prompts and the panel: they need the click.
    allowEverywhere: () => void requestAccess(EVERYWHERE),
    allowPreviews: () => void requestAccess(blocked),
    start: (request) => void start(request),
    showHistory() {
      const opened = openPanel?.() ?? Promise.reject(new Error('no panel'));
      void opened.catch(() => openTab('/popup.html'));
    },
  };
  return { data, actions };
}

/** Match pattern of the host of an address; undefined for what has none. */
function patternOf(address: string | undefined): string | undefined {
  const { protocol = '', hostname = '' } = (address && URL.parse(address)) || {};
  return /^https?:$/.test(protocol) ? `${protocol}//${hostname}/*` : undefined;
}
