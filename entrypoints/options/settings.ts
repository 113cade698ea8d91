import { changeSettings, resetSettings, type Settings } from '@/lib/browser/storage/settings';

/** Debounce: changes while the person types are written together, ms. */
const CALM_MS = 300;
/** How long "Saved" is shown, ms. */
const TELL_MS = 2_500;

/** Outcome of the last change; undefined when nothing is shown. */
type Kept = 'saved' | 'failed' | undefined;

/** Settings that save themselves. */
export interface SettingsWriter {
  change(part: Partial<Settings>): void;
  /** Restores the defaults and drops pending changes. */
  reset(): void;
  /** Changes that are not written yet; what the browser reports meanwhile is older. */
  pending(): Partial<Settings>;
}

/** @param tell called with the outcome of a change, and with undefined when it should disappear */
export function createSettingsWriter(tell: (kept: Kept) => void): SettingsWriter {
  let pending: Partial<Settings> = {};
  let writeTimer: ReturnType<typeof setTimeout> | undefined;
  let tellTimer: ReturnType<typeof setTimeout> | undefined;

  function say(kept: Kept): void {
    clearTimeout(tellTimer);
    tell(kept);
    // A failure stays visible until the next outcome.
    if (kept === 'saved') tellTimer = setTimeout(() => tell(undefined), TELL_MS);
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
    // A newer choice may exist by the time this is written.
    const newer = Object.entries(pending).filter(
      ([field, value]) => part[field as keyof Settings] !== value,
    );
    pending = Object.fromEntries(newer);
  }

  // When the page closes, write at once.
  window.addEventListener('pagehide', () => void flush());

  return {
    change(part) {
      pending = { ...pending, ...part };
      clearTimeout(writeTimer);
      writeTimer = setTimeout(() => void flush(), CALM_MS);
    },
    reset() {
      clearTimeout(writeTimer);
      pending = {};
      void keep(resetSettings());
    },
    pending: () => pending,
  };
}
