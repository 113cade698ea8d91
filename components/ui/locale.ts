import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Formats, formatsFor } from '@/lib/i18n/format';
import type { Language } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';

/** Language of a page: its messages and number formats. */
export interface Locale {
  language: Language;
  messages: Messages;
  formats: Formats;
}

/** Builds the locale that components use. */
export function localeOf(language: Language, messages: Messages): Locale {
  return { language, messages, formats: formatsFor(language, messages.units) };
}

/** Locale of the component tree; every page provides one. */
export const LocaleContext = createContext<Locale | undefined>(undefined);

/** The locale of the surrounding tree. */
export function useLocale(): Locale {
  const locale = useContext(LocaleContext);
  if (!locale) throw new Error('no language around this component');
  return locale;
}
