import { report } from '@/lib/browser/report';
import { uiLanguages } from '@/lib/browser/start';
import { readSettings, type Settings } from '@/lib/browser/storage/settings';
import { type BackgroundMessages, backgroundFrom } from '@/lib/i18n/background-messages';
import { pickLanguage } from '@/lib/i18n/language';
import { type Background, background as english } from '@/lib/i18n/locales/en/background';
import type { Language } from '@/lib/i18n/locales/languages';

/** The language that the background speaks. */
export interface WorkerLanguage {
  /** English until `ready`, then the language of the settings or of the browser. */
  messages(): BackgroundMessages;
  /** Resolves once the messages are those of the settings, or cannot be. */
  readonly ready: Promise<void>;
  /** Applies changed settings. */
  apply(settings: Pick<Settings, 'language'>): void;
}

/** Reads the settings and fetches the messages of the language in them. */
export function createLanguage(): WorkerLanguage {
  let messages = backgroundFrom(english);
  let spoken: Language = 'en';

  async function speak({ language }: Pick<Settings, 'language'>): Promise<void> {
    const wanted = pickLanguage(language, uiLanguages());
    if (wanted === spoken) return;
    const words = wanted === 'en' ? english : await wordsIn(wanted);
    messages = backgroundFrom(words);
    spoken = wanted;
  }

  let ready = readSettings().then(speak).catch(report);
  return {
    messages: () => messages,
    get ready() {
      return ready;
    },
    apply(settings) {
      // One after the other, so that the last change wins.
      ready = ready.then(() => speak(settings)).catch(report);
    },
  };
}

/** Fetches the messages of a language from a file of this extension: a service worker cannot import() them. */
async function wordsIn(language: Exclude<Language, 'en'>): Promise<Background> {
  const response = await fetch(`/words/${language}.json`);
  return response.json();
}
