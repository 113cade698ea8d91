import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Formats, formatsFor } from '@/lib/i18n/format';
import type { Language } from '@/lib/i18n/language';
import { type Messages, messagesFor } from '@/lib/i18n/messages';

/** Language of a page: its sentences and its way of writing numbers. */
export interface Locale {
  language: Language;
  messages: Messages;
  formats: Formats;
}

/** Puts together what components need to speak a language. */
export function localeOf(language: Language, messages = messagesFor(language)): Locale {
  return { language, messages, formats: formatsFor(language) };
}

/** Locale of the tree; English where nobody provides one. */
export const LocaleContext = createContext<Locale>(localeOf('en'));

/** The locale of the surrounding tree. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}
