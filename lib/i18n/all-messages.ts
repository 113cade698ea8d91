import { backgroundEn } from '@/lib/i18n/locales/background.en';
import { backgroundZhCN } from '@/lib/i18n/locales/background.zh-CN';
import { compareEn } from '@/lib/i18n/locales/compare.en';
import { compareZhCN } from '@/lib/i18n/locales/compare.zh-CN';
import { en } from '@/lib/i18n/locales/en';
import { errorsEn } from '@/lib/i18n/locales/errors.en';
import { errorsZhCN } from '@/lib/i18n/locales/errors.zh-CN';
import { optionsEn } from '@/lib/i18n/locales/options.en';
import { optionsZhCN } from '@/lib/i18n/locales/options.zh-CN';
import { pageEn } from '@/lib/i18n/locales/page.en';
import { pageZhCN } from '@/lib/i18n/locales/page.zh-CN';
import { welcomeEn } from '@/lib/i18n/locales/welcome.en';
import { welcomeZhCN } from '@/lib/i18n/locales/welcome.zh-CN';
import { zhCN } from '@/lib/i18n/locales/zh-CN';
import type { BackgroundMessages } from './background-messages';
import type { Language } from './locales/languages';
import type { Messages } from './messages';
import type { PageMessages } from './page-messages';

type AllMessages = Messages & BackgroundMessages & { page: PageMessages };

const CATALOGUES: Record<Language, AllMessages> = {
  en: {
    ...en,
    ...backgroundEn,
    compare: compareEn,
    errors: errorsEn,
    options: optionsEn,
    page: pageEn,
    welcome: welcomeEn,
  },
  'zh-CN': {
    ...zhCN,
    ...backgroundZhCN,
    compare: compareZhCN,
    errors: errorsZhCN,
    options: optionsZhCN,
    page: pageZhCN,
    welcome: welcomeZhCN,
  },
};

/** All messages of one language, for tests and stories. Pages load what they need (`loadMessages`). */
export function messagesFor(language: Language): AllMessages {
  return CATALOGUES[language];
}
