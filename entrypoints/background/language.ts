import { report } from '@/lib/browser/report';
import { uiLanguages } from '@/lib/browser/start';
import { readSettings, type Settings } from '@/lib/browser/storage/settings';
import { type BackgroundMessages, backgroundMessages } from '@/lib/i18n/background-messages';
import { pickLanguage } from '@/lib/i18n/language';

/** The language that the background speaks. */
export interface WorkerLanguage {
  /** The browser's language until the settings have been read, then the one chosen there. */
  messages(): BackgroundMessages;
  /** Resolves once the settings have been read, or cannot be. */
  ready: Promise<void>;
  /** Applies changed settings. */
  apply(settings: Pick<Settings, 'language'>): void;
}

/** Starts with the browser's language and reads the settings. */
export function createLanguage(): WorkerLanguage {
  let messages = backgroundMessages(pickLanguage('auto', uiLanguages()));
  const apply = ({ language }: Pick<Settings, 'language'>) => {
    messages = backgroundMessages(pickLanguage(language, uiLanguages()));
  };
  return {
    messages: () => messages,
    ready: readSettings().then(apply).catch(report),
    apply,
  };
}
