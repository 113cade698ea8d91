import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { aboutSite } from '@/lib/i18n/about-site';
import { type Formats, formatsFor } from '@/lib/i18n/format';
import type { Language } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';
import { SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';

/** Language of a page: its messages and number formats. */
export interface Locale {
  language: Language;
  /** About `site`, where they name one. */
  messages: Messages;
  formats: Formats;
  site: SiteName;
  /** The same locale, about another site. */
  about(site: SiteName): Locale;
}

/** Creates the locale of a language, about a site. */
export function localeOf(
  language: Language,
  messages: Messages,
  site: SiteName = SITE_NAMES[0],
): Locale {
  return {
    language,
    messages: aboutSite(messages, messages.sites.names[site]),
    formats: formatsFor(language, messages.units),
    site,
    about: (other) => localeOf(language, messages, other),
  };
}

/** Locale of the component tree; every page provides one. */
export const LocaleContext = createContext<Locale | undefined>(undefined);

/** The locale of the surrounding tree. */
export function useLocale(): Locale {
  const locale = useContext(LocaleContext);
  if (!locale) throw new Error('no language around this component');
  return locale;
}
