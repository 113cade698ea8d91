import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** More files than this are no answer. */
const MOST_FILES = 8;

const product = ['lib', 'components', 'entrypoints']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));

/** Files that contain a word, in any case. */
function search(word: string): string[] {
  const wanted = word.toLowerCase();
  return product.filter((path) =>
    readFileSync(join(ROOT, path), 'utf8').toLowerCase().includes(wanted),
  );
}

const tour = readFileSync(join(ROOT, 'docs/TOUR.md'), 'utf8');
const questions = [...tour.matchAll(/^\| ([^|]*\?) +\| `([^`]+)` +\| `([^`]+)` +\|$/gm)].map(
  ([, question = '', word = '', answer = '']) => ({ question, word, answer }),
);

describe('the tour', () => {
  it('has thirteen questions', () => {
    expect(questions).toHaveLength(13);
  });

  it.each(questions)('$question', ({ word, answer }) => {
    const found = search(word);
    expect(found).toContain(answer);
    expect(found.length).toBeLessThanOrEqual(MOST_FILES);
  });
});
