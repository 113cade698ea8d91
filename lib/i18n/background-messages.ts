import { backgroundEn } from '@/lib/i18n/locales/background.en';
import { backgroundZhCN } from '@/lib/i18n/locales/background.zh-CN';
import type { BackgroundMessages } from '@/lib/i18n/locales/en';
import type { Language } from './locales/languages';

export type { BackgroundMessages };

const CATALOGUES: Record<Language, BackgroundMessages> = {
  en: backgroundEn,
  'zh-CN': backgroundZhCN,
};

/** Messages of the background in one language. It cannot load code later, so it contains both. */
export function backgroundMessages(language: Language): BackgroundMessages {
  return CATALOGUES[language];
}
