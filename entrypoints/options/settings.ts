import { resetSettings } from '@/lib/browser/storage/choices';
import { changeSettings, type Settings } from '@/lib/browser/storage/settings';

/** Changes while the person types are written together, ms. */
const DEBOUNCE_MS = 300;
/** How long "Saved" is shown, ms. */
const SHOWN_MS = 2_500;

/** Outcome of the last change; undefined once it was shown long enough. */
type SaveOutcome = 'saved' | 'failed' | undefined;

/** Settings that save themselves. */
export interface SettingsWriter {
  change(part: Partial<Settings>): void;
  /** Restores the defaults and drops changes that are not written yet. */
  reset(): void;
  /** Changes that are not written yet. They are newer than what the browser reports. */
  pending(): Partial<Settings>;
  /** Writes them now. What is read afterwards is what is shown, unless the browser refused it. */
  settle(): Promise<void>;
}

/** @param onOutcome called with the outcome of a write, and with `undefined` after it was shown */
export function createSettingsWriter(onOutcome: (outcome: SaveOutcome) => void): SettingsWriter {
  let pending: Partial<Settings> = {};
  let writeTimer: ReturnType<typeof setTimeout> | undefined;
  let shownTimer: ReturnType<typeof setTimeout> | undefined;

  function say(outcome: SaveOutcome): void {
    clearTimeout(shownTimer);
    onOutcome(outcome);
    // A failure stays visible until the next outcome.
    if (outcome === 'saved') shownTimer = setTimeout(() => onOutcome(undefined), SHOWN_MS);
  }

  /** Reports the outcome of a write. */
  async function keep(writing: Promise<void>): Promise<boolean> {
    try {
      await writing;
      say('saved');
      return true;
    } catch {
      say('failed');
      return false;
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(writeTimer);
    const part = { ...pending };
    if (Object.keys(part).length === 0) return;
    if (!(await keep(changeSettings(part)))) return;
    // A newer value may have been chosen during the write.
    const newer = Object.entries(pending).filter(
      ([field, value]) => part[field as keyof Settings] !== value,
    );
    pending = Object.fromEntries(newer);
  }

  // A closing page cannot wait for the debounce.
  window.addEventListener('pagehide', () => void flush());

  return {
    change(part) {
      pending = { ...pending, ...part };
      clearTimeout(writeTimer);
      writeTimer = setTimeout(() => void flush(), DEBOUNCE_MS);
    },
    reset() {
      clearTimeout(writeTimer);
      pending = {};
      void keep(resetSettings(Date.now()));
    },
    pending: () => pending,
    settle: flush,
  };
}
