import { type ReadonlySignal, signal } from '@preact/signals';
import type { ConnectionActions, ConnectionData } from '@/components/options/connection-view';
import { type ConnectionState, watchConnection } from '@/lib/browser/connection';
import { sendImages } from '@/lib/browser/files/send-images';
import { sendMessage } from '@/lib/browser/messages';
import { consent } from '@/lib/browser/storage/consent';
import { storageFull } from '@/lib/browser/storage/storage-full';
import { openJobStore } from '@/lib/jobs/store/jobs';
import { openOnce } from '@/lib/jobs/store/open-once';
import { createNewest } from '../shared/newest';
import { saveText } from '../shared/save-text';

/** The image of the welcome page, which is also the test image. */
const TEST_SRC = '/welcome/cabin.jpg';
const TEST_NAME = 'cabin.jpg';

/** Connects the connection section to the background, which runs the check. */
export function connectConnection(): {
  live: ReadonlySignal<ConnectionData | undefined>;
  actions: ConnectionActions;
} {
  const live = signal<ConnectionData | undefined>(undefined);
  const store = openOnce(() => openJobStore(() => {}));
  const change = (part: Partial<ConnectionData>) => {
    if (live.value) live.value = { ...live.value, ...part };
  };

  let hasShown = false;
  const newest = createNewest<{
    state: ConnectionState;
    isAgreed: boolean;
    testCost: number | undefined;
  }>();
  async function read(): Promise<void> {
    const found = await newest.read(readAll);
    if (!found) return;
    const { state, ...others } = found;
    live.value = { ...state, ...others, test: live.value?.test ?? 'none' };
    if (!hasShown && location.hash === '#connection') showSection();
    hasShown = true;
  }
  async function readAll() {
    const [state, agreedAt, costs] = await Promise.all([
      sendMessage('connection'),
      consent.read().catch(() => undefined),
      sendMessage('costs').catch((): Awaited<ReturnType<typeof sendMessage<'costs'>>> => ({})),
    ]);
    return { state, isAgreed: agreedAt !== undefined, testCost: costs['2k']?.credits };
  }

  watchConnection((state) => {
    newest.told({ state });
    if (!live.value) return;
    const { recordingUntil: _, ...kept } = live.value;
    live.value = { ...kept, ...state };
  });
  consent.watch((at) => {
    const isAgreed = at !== undefined;
    newest.told({ isAgreed });
    change({ isAgreed });
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void read().catch(() => undefined);
  });
  // Without an answer the section is not shown; the settings are.
  void read().catch(() => undefined);

  async function sendTest(): Promise<void> {
    change({ test: 'sent' });
    let isTaken = false;
    try {
      const bytes = await (await fetch(TEST_SRC)).blob();
      await storageFull.noting(async () => {
        await sendImages(await store(), [{ kind: 'file', name: TEST_NAME, bytes }], '2k');
        isTaken = true;
      });
    } finally {
      change({ test: isTaken ? 'sent' : 'no-room' });
    }
  }

  const actions: ConnectionActions = {
    check: () => void sendMessage('checkConnection'),
    record: (isOn) => void sendMessage('record', isOn ? 'on' : 'off'),
    sendTest: () => void sendTest(),
    copyReport: async () => {
      try {
        await navigator.clipboard.writeText(await sendMessage('connectionReport'));
        return true;
      } catch {
        return false;
      }
    },
    saveReport: () =>
      void sendMessage('connectionReport').then((text) => saveText(text, 'connection-report.json')),
  };

  return { live, actions };
}

/** The section is drawn after the page has loaded, too late for the browser to scroll to it. */
function showSection(): void {
  requestAnimationFrame(() => document.getElementById('connection')?.scrollIntoView());
}
