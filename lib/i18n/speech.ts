import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { MessageParts } from '@/lib/i18n/locales/en';
import { pickLanguage } from './language';
import type { Language } from './locales/languages';
import { loadMessages, type Messages } from './messages';

/** The language of a page, and its sentences. */
export interface Speech {
  language: Language;
  messages: Messages;
}

/**
 * Lets a page speak the language the person chose, from now on.
 * @param chosen the setting; read again whenever it changes
 * @param parts what the page says alone
 * @returns the first language as soon as its sentences have been read
 */
export async function followLanguage(
  chosen: ReadonlySignal<Language | 'auto'>,
  browserLanguages: readonly string[],
  ...parts: (keyof MessageParts)[]
): Promise<ReadonlySignal<Speech>> {
  const load = async (language: Language): Promise<Speech> => ({
    language,
    messages: await loadMessages(language, ...parts),
  });
  const speech = signal(await load(pickLanguage(chosen.value, browserLanguages)));
  effect(() => {
    const language = pickLanguage(chosen.value, browserLanguages);
    if (language === speech.peek().language) return;
    void load(language).then((loaded) => {
      const isStillWanted = pickLanguage(chosen.peek(), browserLanguages) === language;
      if (isStillWanted) speech.value = loaded;
    });
  });
  return speech;
}
