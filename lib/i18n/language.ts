import type { Language } from './locales/languages';

/** Scripts and regions that use traditional characters; English suits their readers better than simplified. */
const TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/i;

/**
 * The interface language: the person's setting if there is one, else the first
 * supported language of the browser, else English.
 */
export function pickLanguage(
  setting: Language | 'auto' | undefined,
  browserLanguages: string | readonly string[],
): Language {
  if (setting && setting !== 'auto') return setting;
  for (const tag of [browserLanguages].flat()) {
    const primary = tag.split(/[-_]/, 1)[0]?.toLowerCase();
    if (primary === 'en') return 'en';
    if (primary === 'zh' && !TRADITIONAL.test(tag.replaceAll('_', '-'))) return 'zh-CN';
  }
  return 'en';
}
