import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/i18n/locales/languages';

const FOLDER = `${import.meta.dirname}/../public/_locales`;
/** Limits of the Chrome Web Store and of addons.mozilla.org, characters. */
const NAME_LIMIT = 75;
const DESCRIPTION_LIMIT = 132;

type Messages = Record<string, { message: string }>;

const locales = readdirSync(FOLDER);
const messagesOf = (locale: string): Messages =>
  JSON.parse(readFileSync(`${FOLDER}/${locale}/messages.json`, 'utf8'));
const textOf = (locale: string, key: string): string => messagesOf(locale)[key]?.message ?? '';

it('there is one for each language of the interface', () => {
  expect(locales.sort()).toEqual(LANGUAGES.map((language) => language.replace('-', '_')).sort());
});

describe.each(locales)('the locale %s', (locale) => {
  it('has the messages of English, and none is empty', () => {
    const messages = messagesOf(locale);
    expect(Object.keys(messages).sort()).toEqual(Object.keys(messagesOf('en')).sort());
    for (const { message } of Object.values(messages)) expect(message.trim()).not.toBe('');
  });

  it('keeps to the limits of the stores', () => {
    const name = textOf(locale, 'extensionName');
    const description = textOf(locale, 'extensionDescription');
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(NAME_LIMIT);
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(DESCRIPTION_LIMIT);
  });

  it('says that the extension is unofficial', () => {
    expect(textOf(locale, 'extensionDescription')).toMatch(
      /unofficial|非官方|no oficial|não oficial|inoffiziell|non officiel|非公式|비공식|tidak resmi/i,
    );
  });
});

it('every message the manifest asks for exists', () => {
  const config = readFileSync(`${import.meta.dirname}/../wxt.config.ts`, 'utf8');
  const asked = [...config.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
  expect(asked.length).toBeGreaterThan(0);
  expect(Object.keys(messagesOf('en'))).toEqual(expect.arrayContaining(asked));
});
