import { LANGUAGES, type Language } from './locales/languages';

/** Scripts and regions that use traditional characters. */
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
    const language = supported(tag.replaceAll('_', '-'));
    if (language) return language;
  }
  return 'en';
}

/** The language of a tag: of any region, but Chinese by its script. Portuguese is always Brazilian. */
function supported(tag: string): Language | undefined {
  const primary = tag.split('-', 1)[0]?.toLowerCase();
  const wanted = primary === 'zh' ? (TRADITIONAL.test(tag) ? 'zh-TW' : 'zh-CN') : primary;
  return LANGUAGES.find(
    (each) => each === wanted || (wanted !== 'zh-TW' && each.split('-')[0] === wanted),
  );
}
