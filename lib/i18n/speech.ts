import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { pickLanguage } from './language';
import type { Language } from './locales/languages';
import { loadMessages, type MessageParts, type Messages } from './messages';

/** The language of a page and its messages. */
export interface Speech {
  language: Language;
  messages: Messages;
}

/**
 * Keeps a page in the language that the person chose.
 * @param chosen the setting; read again whenever it changes
 * @param parts the message parts of this page
 * @returns the first language, once its messages are loaded
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
