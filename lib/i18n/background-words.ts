import { background as de } from './locales/de/background';
import type { Background } from './locales/en/background';
import { background as en } from './locales/en/background';
import { background as es } from './locales/es/background';
import { background as fr } from './locales/fr/background';
import { background as id } from './locales/id/background';
import { background as ja } from './locales/ja/background';
import { background as ko } from './locales/ko/background';
import type { Language } from './locales/languages';
import { background as ptBR } from './locales/pt-BR/background';
import { background as zhCN } from './locales/zh-CN/background';
import { background as zhTW } from './locales/zh-TW/background';

/**
 * Messages of the background in all languages, as data. The build writes each but English into a
 * file of the package (wxt.config.ts); the background fetches the one it speaks.
 */
export const BACKGROUND_WORDS: Record<Language, Background> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  ja,
  ko,
  es,
  'pt-BR': ptBR,
  de,
  fr,
  id,
};
