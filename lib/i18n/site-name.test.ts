import { describe, expect, it } from 'vitest';
import { SITE_NAMES } from '@/lib/jimeng/model/sites';
import { leaves, sentencesOf } from '@/tests/support/leaves';
import { aboutSite } from './about-site';
import { messagesFor } from './all-messages';
import { BACKGROUND_WORDS } from './background-words';
import { LANGUAGES, type Language } from './locales/languages';
import { withSite } from './locales/site-name';

/** Messages that name a site themselves, and why. All others have `{site}`. */
const NAMES_A_SITE: readonly RegExp[] = [
  // Their names, and the choice between them.
  /^(sites\.(names|options|places)|siteNames)\./,
  // The name of the extension.
  /^(app\.title|menu\.(parent|direct)|badge\.idle|(finder|replacer)\.label|empty\.text|welcome\.ready\.unpinned)$/,
  // About both.
  /^(options|welcome\.what)\.unofficial$/,
  /^welcome\.what\.(lead|points\.0\.text|consent)$/,
  /^options\.(access\.permissions\.reasons\.cookies|privacy\.points\.0\.to)$/,
  // True of one site: what it charges, and what only it has.
  /^welcome\.start\.cost\.(jimeng|dreamina)$/,
  /^options\.upscalers\.(super-resolution|smart-hd|fast-hd)\.text$/,
  /^options\.pageWay\./,
];
const SITE = /jimeng|dreamina|即[梦夢]/i;
/** Functions that take the names of sites. */
const TAKES_NAMES = /^(sites\.|options\.sites\.|welcome\.ready\.)/;
/** Templates with places of their own: the finder puts in the size. */
const TEMPLATES = new Set(['finder.size']);

/** What a function of a catalogue says for one kind of parameters, or nothing. */
function said(value: unknown, params: unknown[]): string {
  try {
    return String((value as (...each: unknown[]) => unknown)(...params));
  } catch {
    return '';
  }
}
/** Parameters of every kind. */
const PARAMS: readonly unknown[][] = [
  ['one', 'two', 'three'],
  [2, 3, 4],
  [undefined, true],
  [undefined, false],
  ...['daily-limit', 'membership-needed', 'no-credits', 'risk-control'].map((code) => [code, '4K']),
  [{ target: '4K', host: 'example.com', size: '', shown: '', charged: 'no' }],
];

/** All that a language says, functions by what they return. */
function* rendered(messages: object): Generator<[string, string]> {
  for (const [path, value] of leaves(messages)) {
    if (typeof value !== 'function') yield [path, String(value)];
    else for (const params of PARAMS) yield [path, said(value, params)];
  }
}

describe.each(LANGUAGES)('%s', (language: Language) => {
  const messages = messagesFor(language);

  it('names a site only where the sentence is about both, or about that one', () => {
    const wrong = [...rendered(messages)]
      .filter(([path, text]) => SITE.test(text) && !NAMES_A_SITE.some((kind) => kind.test(path)))
      .map(([path, text]) => `${path}: ${text}`);
    expect(wrong).toEqual([]);
  });

  it('has the site where English has it, and nowhere else', () => {
    const english = sentencesOf(messagesFor('en'));
    const wrong = [...sentencesOf(messages)]
      .filter(([path, text]) => text.includes('{site}') !== english.get(path)?.includes('{site}'))
      .map(([path, text]) => `${path}: ${text}`);
    expect(wrong).toEqual([]);
  });

  it.each(SITE_NAMES)('keeps no braces in what it says about %s', (site) => {
    const about = aboutSite(messages, messages.sites.names[site]);
    const wrong = [...rendered(about)].filter(
      ([path, text]) => /[{}]/.test(text) && !TEMPLATES.has(path),
    );
    expect(wrong).toEqual([]);
  });

  it.each(SITE_NAMES)('sets %s apart from its own letters as it sets other words', (site) => {
    const name = messages.sites.names[site];
    const texts = [...rendered(aboutSite(messages, name))].map(([, text]) => text);
    for (const [path, value] of leaves(messages)) {
      if (TAKES_NAMES.test(path) && typeof value === 'function')
        texts.push(said(value, [name, name]));
    }
    const beside = /^\w/.test(name)
      ? new RegExp(`[\\p{sc=Han}\\p{sc=Kana}]${name}|${name}[\\p{sc=Han}\\p{sc=Hira}]`, 'u')
      : new RegExp(`\\p{sc=Han} ${name}|${name} \\p{sc=Han}`, 'u');
    expect(texts.filter((text) => beside.test(text))).toEqual([]);
  });

  it('has the same names in the background', () => {
    expect(BACKGROUND_WORDS[language].siteNames).toEqual(messages.sites.names);
  });
});

it('has only Korean particles that fit both names', () => {
  /** The same after a consonant and after a vowel. */
  const same = ['에', '에서', '의', '에는', '도'];
  const particles = [...rendered(messagesFor('ko'))].flatMap(
    ([, text]) => text.match(/(?<=\{site\})\p{sc=Hangul}+/gu) ?? [],
  );
  const wrong = particles.filter(
    (each) => !same.includes(each) && withSite(`{site}${each}`, 'Dreamina') === `Dreamina${each}`,
  );
  expect(wrong).toEqual([]);
});

it('puts in two names', () => {
  const text = '从{site}改用{other}吧';
  expect(withSite(withSite(text, '即梦'), 'Dreamina', '{other}')).toBe('从即梦改用 Dreamina 吧');
  expect(withSite(withSite(text, 'Dreamina'), '即梦', '{other}')).toBe('从 Dreamina 改用即梦吧');
});
