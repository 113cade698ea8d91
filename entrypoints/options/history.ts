import { type ReadonlySignal, signal } from '@preact/signals';
import type { OptionsHistoryProps } from '@/components/options/history';
import { createTurns } from '@/lib/async/turns';
import { sendMessage } from '@/lib/browser/messages';
import {
  changeRetention,
  DEFAULT_RETENTION,
  RETENTION_BYTES,
  RETENTION_DAYS,
  RETENTION_ROWS,
  readRetention,
  watchRetention,
} from '@/lib/browser/storage/retention';
import { UNDO_MS } from '@/lib/jobs/engine/housekeeping';
import { historyFile } from '@/lib/jobs/history/history-file';
import { importHistory } from '@/lib/jobs/history/history-import';
import { historyTroubleOf } from '@/lib/jobs/model/history-trouble';
import { watchJobs } from '@/lib/jobs/model/watch';
import { openOnce } from '@/lib/jobs/store/open-once';
import { openHistoryReading } from '@/lib/jobs/store/reading';
import { saveText } from '../shared/save-text';

/** Changes come in bursts while jobs run, ms. */
const DEBOUNCE_MS = 300;

/** Connects the history section to the database (reading) and to the background (commands). */
export function connectHistory(): ReadonlySignal<OptionsHistoryProps> {
  const store = openOnce(openHistoryReading);
  const live = signal<OptionsHistoryProps>({
    rows: 0,
    retention: DEFAULT_RETENTION,
    choices: { days: RETENTION_DAYS, rows: RETENTION_ROWS, bytes: RETENTION_BYTES },
    actions: {
      changeRetention: (change) => void changeRetention(change),
      exportHistory: () => void exportHistory().catch(fail),
      importHistory: (file) => void bringIn(file).catch(fail),
      clearHistory: () => void sendMessage('clearHistory'),
      undoRemoval: (at) => void sendMessage('undoRemoval', at),
      readAgain: () => void read(),
    },
  });
  const change = (part: Partial<OptionsHistoryProps>) => {
    live.value = { ...live.value, ...part };
  };

  const fail = (error: unknown) => change({ trouble: historyTroubleOf(error) });

  /** Reads again. Undefined while nothing is planned. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** One read at a time: an older answer must not overwrite a newer one. */
  const inTurn = createTurns();
  const read = () => inTurn(() => readOnce().catch(fail));
  async function readOnce(): Promise<void> {
    const database = await store();
    const [counts, removal, kept, { usage }] = await Promise.all([
      database.counts(),
      database.lastHidden(),
      database.keptBytes(),
      navigator.storage.estimate(),
    ]);
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const isRecent = removal && Math.abs(Date.now() - removal.at) < UNDO_MS;
    change({
      trouble: undefined,
      rows,
      bytes: usage,
      kept,
      removal: isRecent ? removal : undefined,
    });
    // What has changed during this read is planned already.
    if (isRecent && timer === undefined) readIn(UNDO_MS);
  }
  function readIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void read();
    }, ms);
  }

  watchJobs(() => readIn(DEBOUNCE_MS));
  watchRetention((retention) => change({ retention }));
  void readRetention().then((retention) => change({ retention }));
  void read();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && live.value.trouble) void read();
  });

  async function exportHistory(): Promise<void> {
    const text = historyFile(await (await store()).list(), Date.now());
    saveText(text, 'upscale-history.json');
  }

  async function bringIn(file: Blob): Promise<void> {
    const imported = await importHistory(
      file,
      // Only the background writes jobs. Parsing the file stays here.
      (jobs) => sendMessage('importRows', jobs),
      (share) => change({ imported: { state: 'reading', share } }),
    );
    change({ imported });
  }

  return live;
}
