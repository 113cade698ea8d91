import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaves, sentencesOf } from '@/tests/support/leaves';
import { messagesFor } from './all-messages';
import { BACKGROUND_WORDS } from './background-words';
import { LANGUAGES, type Language } from './locales/languages';

const ROOT = join(import.meta.dirname, '../..');
const LOCALES = join(import.meta.dirname, 'locales');
const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const english = messagesFor('en');

/** Text that is the same in every language: names, formats, signs, and words that people do not translate. */
const SAME = new Set(
  [
    'PNG JPEG WebP Jimeng Dreamina 1:1 OK Zoom Format Folder 2K 4K {width} × {height} {target} · {cost}',
    'Cookie Referer Origin XMP sRGB Upload Download Export Import Version Versions Status',
    'Name Site Date Original Portrait System Detail Details Pixel Pixels Automatic Menu Document Keyboard',
    'Canvas Color Credits Extension Image Sites Smart HD (beta)',
  ].flatMap((line) => line.split(' ')),
);
const isSame = (text: string): boolean =>
  SAME.has(text) || text.split(' ').every((word) => SAME.has(word)) || !/\p{L}/u.test(text);

/** Width of a text in columns of a fixed font: Chinese, Japanese and Korean characters take two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/.test(each) ? 2 : 1), 0);

/** Where space is short: the most columns of a text there. */
const LIMITS: readonly [RegExp, number][] = [
  [/^history\.(sorts|filters)\./, 16],
  [/^history\.(search|sort|filter|select|undo|showJoined)$/, 16],
  [/^compare\.view\./, 20],
  [/^compare\.(before|after|open)$/, 12],
  [/^stages\./, 34],
  [/^feedback\.(save|saveAll|compare|show|signIn|close)$/, 18],
  [/^feedback\.(done|doubtful|failed|needs)$/, 40],
  [/^finder\.(cancel|close|largest)$/, 16],
  [/^finder\.kinds\./, 30],
  [/^menu\.(parent|pointer)$/, 40],
  [/^badge\./, 64],
  [/^actions\.(\w+MayCost|continueInPage|skipPage|useScreen|useShown)$/, 54],
  [/^actions\.\w+(?<!Failed|Hint)$/, 32],
  [/^options\.(saving|appearance)\.(conflicts|formats|themes)\./, 20],
  [/^welcome\.(back|next|done)$/, 16],
];

/** Marks by which a parameter is found again in a sentence; numbers are unlike each other in every format. */
const words = ['⟦one⟧', '⟦two⟧', '⟦three⟧'];
const counts = [23_457, 34_561, 45_679];
const nothing = undefined;
/** An object whose every field is a mark. */
const record = (value: (key: string) => unknown) =>
  new Proxy({}, { get: (_, key) => (typeof key === 'string' ? value(key) : undefined) });
const records: unknown[] = [
  record((key) => `⟦${key}⟧`),
  record((key) => (key === 'charged' ? 'no' : 50_000 + key.length)),
  record((key) => (key === 'host' || key === 'size' ? nothing : `⟦${key}⟧`)),
];
/** Every way to call a function of a catalogue that makes a difference. */
const CALLS: unknown[][] = [
  words,
  counts,
  [words[0], ...counts],
  [words[0], nothing, counts[2]],
  [counts[0], words[1]],
  [counts[0], nothing],
  [nothing, words[1]],
  [nothing, false],
  [nothing, true],
  ...[0, 1, 2, 5, 365].map((count) => [count, count]),
  ...['daily-limit', 'membership-needed', 'no-credits', 'risk-control'].map((code) => [
    code,
    ...words,
  ]),
  ['no-credits', words[1], counts[2]],
  ...['running', 'unconfirmed', 'gone'].map((state) => [words[0], state]),
  ['16 bit'],
  ['HLG ⟦range⟧'],
  [''],
  ...records.map((each) => [each]),
];

/** A parameter in the words of a failure. */
const shown = (value: unknown) => (typeof value === 'object' ? '{…}' : String(value));

/** The marks in what a function says, or undefined if it cannot be called so. */
function marksOf(value: unknown, args: unknown[], language: Language): string[] | undefined {
  let said: unknown;
  try {
    said = (value as (...params: unknown[]) => unknown)(...args);
  } catch {
    return undefined;
  }
  if (typeof said !== 'string' || said.includes('NaN')) return undefined;
  const format = new Intl.NumberFormat(language);
  const numbers = [...counts, ...Array.from({ length: 12 }, (_, at) => 50_001 + at)];
  return [
    ...(said.match(/⟦\w+⟧/g) ?? []),
    ...numbers.filter((each) => said.includes(format.format(each)) || said.includes(`${each}`)),
  ].map(String);
}

/** Sources that show messages. */
function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && path !== LOCALES) yield* sources(path);
    else if (/(?<!\.test)\.tsx?$/.test(entry.name)) yield readFileSync(path, 'utf8');
  }
}

it('has no message that nothing shows', () => {
  const text = ['components', 'entrypoints', 'lib', 'wxt.config.ts']
    .flatMap((each) =>
      each.endsWith('.ts')
        ? [readFileSync(join(ROOT, each), 'utf8')]
        : [...sources(join(ROOT, each))],
    )
    .join('\n');
  const names = new Set(text.match(/[\w$*:/.-]+/g));
  const parts = new Set(text.match(/[\w$]+/g));
  const unused = [...leaves(english)]
    .map(([path]) => path)
    .filter((path) => {
      const key = path.slice(path.search(/[^.]+$|\*:|https?:/));
      return !/^\d+$/.test(key) && !parts.has(key) && !names.has(key) && !text.includes(`'${key}'`);
    });
  expect(unused).toEqual([]);
});

describe.each(OTHERS)('%s', (language) => {
  const messages = messagesFor(language);
  const translated = new Map(leaves(messages));
  const sentences = sentencesOf(messages);

  it('names every parameter that English names', () => {
    const wrong = [...leaves(english)].flatMap(([path, value]) => {
      if (typeof value !== 'function') return [];
      // The first call that shows it is enough.
      return CALLS.flatMap((args) => {
        const wanted = marksOf(value, args, 'en');
        const said = marksOf(translated.get(path), args, language);
        const isWhole =
          wanted === undefined || (said && wanted.every((mark) => said.includes(mark)));
        return isWhole ? [] : [`${path}(${args.map(shown)}): ${wanted} but ${said}`];
      }).slice(0, 1);
    });
    expect(wrong).toEqual([]);
  });

  it('has the placeholders of English in the templates of the background', () => {
    const placeholders = (text: unknown) =>
      String(text)
        .match(/\{\w+\}|#/g)
        ?.sort() ?? [];
    const there = new Map(leaves(BACKGROUND_WORDS[language]));
    for (const [path, value] of leaves(BACKGROUND_WORDS.en)) {
      // A language without this plural form has its number in another.
      if (there.has(path)) expect(placeholders(there.get(path)), path).toEqual(placeholders(value));
      else expect(path).toMatch(/\.one$/);
    }
    for (const [path, value] of there) {
      if (/\.(zero|one|two|few|many|other)$/.test(path)) expect(value, path).toContain('#');
    }
  });

  it('has the plural forms of its grammar, and no others', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const rules = new Intl.PluralRules(language);
    const needed = new Set(Array.from({ length: 1_001 }, (_, count) => rules.select(count)));
    for (const name of readdirSync(join(LOCALES, language))) {
      const text = readFileSync(join(LOCALES, language, name), 'utf8');
      for (const [forms, content = ''] of text.matchAll(
        /\{((?:\s*(?:zero|one|two|few|many|other): '[^']*',?)+)\s*\}/g,
      )) {
        const named = [...content.matchAll(/(\w+): '/g)].map(
          ([, form]) => form as Intl.LDMLPluralRule,
        );
        expect(named, forms).toContain('other');
        for (const form of named) expect(pluralCategories, forms).toContain(form);
        // One form does for a number alone, or where the words stay the same.
        if (named.length > 1) expect(named, forms).toEqual(expect.arrayContaining([...needed]));
      }
    }
  });

  it('has no English left', () => {
    const left = [...leaves(english)]
      .filter(([path, value]) => typeof value === 'string' && value === translated.get(path))
      .filter(([path, value]) => path !== 'language' && !isSame(String(value)));
    expect(left).toEqual([]);
  });

  it('fits where space is short', () => {
    const long = [...leaves(messages)].flatMap(([path, value]) => {
      const limit = LIMITS.find(([kind]) => kind.test(path))?.[1];
      if (limit === undefined || typeof value !== 'string') return [];
      return widthOf(value) > limit ? [`${path}: ${widthOf(value)} of ${limit}, ${value}`] : [];
    });
    expect(long).toEqual([]);
  });

  it('is no more than twice as long as English', () => {
    const long = [...sentencesOf(english)].flatMap(([path, value]) => {
      const said = sentences.get(path) ?? '';
      return widthOf(said) > 2 * widthOf(value) + 16 ? [`${path}: ${said}`] : [];
    });
    expect(long).toEqual([]);
  });
});
