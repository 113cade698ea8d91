import { en, type Messages } from '@/locales/en';
import { zhCN } from '@/locales/zh-CN';
import type { Language } from './language';

export type { Messages };

const CATALOGUES: Record<Language, Messages> = { en, 'zh-CN': zhCN };

/** All sentences of the interface in one language. */
export function messagesFor(language: Language): Messages {
  return CATALOGUES[language];
}
