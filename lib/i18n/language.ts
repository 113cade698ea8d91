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

/** The language of a tag, in any region; Chinese by its script. There is one Portuguese, the Brazilian. */
function supported(tag: string): Language | undefined {
  const primary = tag.split('-', 1)[0]?.toLowerCase();
  const chinese = TRADITIONAL.test(tag) ? 'zh-TW' : 'zh-CN';
  const wanted = primary === 'zh' ? chinese : primary === 'pt' ? 'pt-BR' : primary;
  return LANGUAGES.find((each) => each === wanted);
}
