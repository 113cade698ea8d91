import { type BackgroundMessages, backgroundFrom } from './background-messages';
import { BACKGROUND_WORDS } from './background-words';
import { messages as de } from './locales/de';
import { messages as en } from './locales/en';
import { messages as es } from './locales/es';
import { messages as fr } from './locales/fr';
import { messages as id } from './locales/id';
import { messages as ja } from './locales/ja';
import { messages as ko } from './locales/ko';
import type { Language } from './locales/languages';
import { messages as ptBR } from './locales/pt-BR';
import { messages as zhCN } from './locales/zh-CN';
import { messages as zhTW } from './locales/zh-TW';
import type { MessageParts, Messages } from './messages';

type AllMessages = Messages & BackgroundMessages;

/** A language lacks nothing, or this does not compile. */
const CATALOGUES: Record<Language, MessageParts & { common: Omit<Messages, keyof MessageParts> }> =
  {
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

/** All messages of one language, for tests and stories. Pages load what they need (`loadMessages`). */
export function messagesFor(language: Language): AllMessages {
  const { common, ...parts } = CATALOGUES[language];
  return { ...common, ...backgroundMessages(language), ...parts };
}

/** Messages of the background in one language, for tests and stories. */
export function backgroundMessages(language: Language): BackgroundMessages {
  return backgroundFrom(BACKGROUND_WORDS[language]);
}
