import type {
  ChoiceName,
  Choices,
  PreviousSettings,
  Replacement,
} from '@/lib/browser/storage/choices';
import type { SyncMark } from '@/lib/browser/storage/settings-sync';
import type { Elsewhere } from '@/lib/i18n/locales/en/elsewhere';

/** Where settings come from or go to. */
export type Elsewheres = Extract<Replacement, 'file' | 'sync'>;

/** What a file, or the browser's sync, would change. */
export interface SettingsPreview {
  from: Elsewheres;
  /** When the settings were written, Unix ms. */
  at: number;
  /** The version of the extension that wrote them. */
  version: string;
  now: Choices;
  next: Choices;
  /** Names of those that differ. */
  changed: readonly ChoiceName[];
  /** Number of those that stay. */
  same: number;
  damaged: readonly ChoiceName[];
  /** Names from outside that mean nothing here, as plain text. */
  unknown: readonly string[];
  /** Whether the history would keep less than now. */
  shortensHistory: boolean;
}

/** What came of a button. */
export type ElsewhereOutcome =
  | { kind: keyof Elsewhere['said'] }
  | { kind: 'too-long'; names: readonly ChoiceName[] }
  /** @param words what the browser said */
  | { kind: 'refused' | 'mixed'; words: string };

/** Everything the section shows. */
export interface OptionsElsewhereProps {
  /** The last time that settings were sent; undefined if never. */
  mark?: SyncMark | undefined;
  previous?: PreviousSettings | undefined;
  preview?: SettingsPreview | undefined;
  /** Outcome of the last button, beside it. */
  outcome?: (ElsewhereOutcome & { at: Elsewheres | 'previous' }) | undefined;
  actions: OptionsElsewhereActions;
}

/** What the section can do. */
interface OptionsElsewhereActions {
  exportSettings(): void;
  /** Reads a file, and shows what it would change. */
  readFile(file: Blob): void;
  send(): void;
  /** Reads the browser's sync, and shows what it would change. */
  fetch(): void;
  /** Does what the preview says. Must be called inside the click: notifications may have to be allowed. */
  apply(): void;
  dismissPreview(): void;
  putBack(): void;
}
