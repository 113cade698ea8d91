import { changeSettings, resetSettings, type Settings } from '@/lib/browser/storage/settings';

/** Words follow each other quickly while somebody types; they are written together, ms. */
const DEBOUNCE_MS = 300;
/** How long it is told that a change was kept, ms. */
const SHOWN_MS = 2_500;

/** What became of the last change; undefined once there is nothing more to say. */
type SaveOutcome = 'saved' | 'failed' | undefined;

/** Settings that save themselves. */
export interface SettingsWriter {
  change(part: Partial<Settings>): void;
  /** Back to the defaults; forgets what is not written yet. */
  reset(): void;
  /** Changes that are not written yet: what the browser reports meanwhile is older. */
  pending(): Partial<Settings>;
}

/** @param tell what became of a change, once it is known, and when that is said long enough */
export function createSettingsWriter(onOutcome: (outcome: SaveOutcome) => void): SettingsWriter {
  let pending: Partial<Settings> = {};
  let writeTimer: ReturnType<typeof setTimeout> | undefined;
  let shownTimer: ReturnType<typeof setTimeout> | undefined;

  function say(outcome: SaveOutcome): void {
    clearTimeout(shownTimer);
    onOutcome(outcome);
    // What failed stays in view until something else is said.
    if (outcome === 'saved') shownTimer = setTimeout(() => onOutcome(undefined), SHOWN_MS);
  }

  /** Tells what becomes of a write. */
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
    // Something newer may have been chosen while this was written.
    const newer = Object.entries(pending).filter(
      ([field, value]) => part[field as keyof Settings] !== value,
    );
    pending = Object.fromEntries(newer);
  }

  // A page that is closed has no time left to be calm.
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
      void keep(resetSettings());
    },
    pending: () => pending,
  };
}
