import { backgroundEn } from '@/locales/background.en';
import { backgroundZhCN } from '@/locales/background.zh-CN';
import type { BackgroundMessages } from '@/locales/en';
import type { Language } from './language';

export type { BackgroundMessages };

const CATALOGUES: Record<Language, BackgroundMessages> = {
  en: backgroundEn,
  'zh-CN': backgroundZhCN,
};

/** What the background says, in one language. It cannot load code later, so it carries both. */
export function backgroundMessages(language: Language): BackgroundMessages {
  return CATALOGUES[language];
}
