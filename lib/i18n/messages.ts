import type { MessageParts, Messages } from '@/lib/i18n/locales/en';
import type { Language } from './locales/languages';

export type { Messages };

const COMMON = {
  en: async () => (await import('@/lib/i18n/locales/en')).en,
  'zh-CN': async () => (await import('@/lib/i18n/locales/zh-CN')).zhCN,
};

const PARTS = {
  compare: {
    en: async () => (await import('@/lib/i18n/locales/compare.en')).compareEn,
    'zh-CN': async () => (await import('@/lib/i18n/locales/compare.zh-CN')).compareZhCN,
  },
  errors: {
    en: async () => (await import('@/lib/i18n/locales/errors.en')).errorsEn,
    'zh-CN': async () => (await import('@/lib/i18n/locales/errors.zh-CN')).errorsZhCN,
  },
  options: {
    en: async () => (await import('@/lib/i18n/locales/options.en')).optionsEn,
    'zh-CN': async () => (await import('@/lib/i18n/locales/options.zh-CN')).optionsZhCN,
  },
  welcome: {
    en: async () => (await import('@/lib/i18n/locales/welcome.en')).welcomeEn,
    'zh-CN': async () => (await import('@/lib/i18n/locales/welcome.zh-CN')).welcomeZhCN,
  },
} satisfies {
  [Part in keyof MessageParts]: Record<Language, () => Promise<MessageParts[Part]>>;
};

/**
 * Loads only the messages that a page needs in one language: the common ones, and the parts
 * it names. The result lacks all other parts.
 */
export async function loadMessages(
  language: Language,
  ...parts: (keyof MessageParts)[]
): Promise<Messages> {
  const [common, ...named] = await Promise.all([
    COMMON[language](),
    ...parts.map(async (part) => [part, await PARTS[part][language]()] as const),
  ]);
  return { ...common, ...Object.fromEntries(named) } as Messages;
}
