import { pageEn } from '@/lib/i18n/locales/page.en';
import { pageZhCN } from '@/lib/i18n/locales/page.zh-CN';
import type { Language } from './locales/languages';

export type PageMessages = typeof pageEn;

const CATALOGUES: Record<Language, PageMessages> = { en: pageEn, 'zh-CN': pageZhCN };

/** Messages that a script in a web page shows on its own. It outlives the background, so it contains both languages. */
export function pageMessages(language: string): PageMessages {
  return CATALOGUES[language as Language] ?? pageEn;
}
