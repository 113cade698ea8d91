import { backgroundEn } from '@/locales/background.en';
import { backgroundZhCN } from '@/locales/background.zh-CN';
import { compareEn } from '@/locales/compare.en';
import { compareZhCN } from '@/locales/compare.zh-CN';
import { en } from '@/locales/en';
import { errorsEn } from '@/locales/errors.en';
import { errorsZhCN } from '@/locales/errors.zh-CN';
import { optionsEn } from '@/locales/options.en';
import { optionsZhCN } from '@/locales/options.zh-CN';
import { pageEn } from '@/locales/page.en';
import { pageZhCN } from '@/locales/page.zh-CN';
import { welcomeEn } from '@/locales/welcome.en';
import { welcomeZhCN } from '@/locales/welcome.zh-CN';
import { zhCN } from '@/locales/zh-CN';
import type { BackgroundMessages } from './background-messages';
import type { Language } from './language';
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

/** All sentences in one language. For tests and pictures: pages load what they need (`loadMessages`). */
export function messagesFor(language: Language): AllMessages {
  return CATALOGUES[language];
}
