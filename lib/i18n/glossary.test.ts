import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '@/tests/support/leaves';
import { messagesFor } from './all-messages';
import { LANGUAGES } from './locales/languages';

const PAGE = `${import.meta.dirname}/../../docs/i18n/glossary.md`;

const rows = readFileSync(PAGE, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const [languages = [], ...terms] = rows;
const english = sentencesOf(messagesFor('en'));

/** "Free up disk space" and "free slot" name no price, a host no site, and a name in quotation marks is translated elsewhere. */
const NO_TERM = /free up|free slot|“[^”]*”|[\w.]+\.com/gi;
/** Beside the buttons 2K and 4K, where other languages say "size". */
const EXEMPT = new Set(['add.target']);

it('has a column for each language', () => {
  expect(languages).toEqual([...LANGUAGES]);
  for (const term of terms) expect(term.filter(Boolean), term[0]).toHaveLength(languages.length);
});

describe.each(LANGUAGES.filter((language) => language !== 'en'))('in %s', (language) => {
  const sentences = sentencesOf(messagesFor(language));
  const column = languages.indexOf(language);

  it.each(terms.map((term) => [term[0] ?? '', term[column] ?? ''] as const))(
    'says "%s" in the same words everywhere: %s',
    (term, words) => {
      const stems = words.toLowerCase().split(' / ');
      const wrong = [...english]
        .filter(([path]) => !EXEMPT.has(path))
        .filter(([, sentence]) =>
          new RegExp(`\\b${term}(s|ed)?\\b`, 'i').test(sentence.replace(NO_TERM, '')),
        )
        .map(([path]) => `${path}: ${sentences.get(path)}`)
        .filter((said) => !stems.some((stem) => said.toLowerCase().includes(stem)));
      expect(wrong).toEqual([]);
    },
  );
});
