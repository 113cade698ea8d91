import type { Common } from './locales/en/common';
import type { Compare } from './locales/en/compare';
import type { Errors } from './locales/en/errors';
import type { Options } from './locales/en/options';
import type { Picker } from './locales/en/picker';
import type { Reader } from './locales/en/reader';
import type { Welcome } from './locales/en/welcome';
import type { Language } from './locales/languages';

/** Messages that are loaded on demand or used by one page, by part. */
export interface MessageParts {
  compare: Compare;
  errors: Errors;
  options: Options;
  picker: Picker;
  reader: Reader;
  welcome: Welcome;
}

/** Messages of the pages; every language has this shape. */
export type Messages = Common & MessageParts;

/** A file for each language and part; a page loads those of one language. */
const FILES = import.meta.glob<Partial<MessageParts & { common: Common }>>(
  './locales/*/{common,compare,errors,options,picker,reader,welcome}.ts',
);

async function load<Part extends 'common' | keyof MessageParts>(language: Language, part: Part) {
  const file = await FILES[`./locales/${language}/${part}.ts`]?.();
  return file?.[part];
}

/**
 * Loads only the messages that a page needs in one language: the common ones, and the parts
 * it names. The result lacks all other parts.
 */
export async function loadMessages(
  language: Language,
  ...parts: (keyof MessageParts)[]
): Promise<Messages> {
  const [common, ...named] = await Promise.all([
    load(language, 'common'),
    ...parts.map(async (part) => [part, await load(language, part)] as const),
  ]);
  return { ...common, ...Object.fromEntries(named) } as Messages;
}
