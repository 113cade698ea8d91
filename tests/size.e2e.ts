import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES, type Language } from '@/lib/i18n/locales/languages';

/** What the browser has to read before anything happens, of the production build. */
const BUILD = new URL('../.output/chrome-mv3/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path.replace(/^\//, ''), BUILD));

/** Scripts with everything they import statically, whichever way that is written. */
function withImports(scripts: readonly string[]): string[] {
  const files = new Set<string>();
  const add = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    if (!path.endsWith('.js')) return;
    const text = read(path).toString();
    for (const [, from = ''] of text.matchAll(/(?:from|import)\s*["'](\.\.?\/[^"']+\.js)["']/g)) {
      add(new URL(from, new URL(path, 'https://build')).pathname);
    }
  };
  for (const path of scripts) add(path);
  return [...files];
}

/** The scripts and styles that a page loads at once. */
function linkedFrom(page: string): string[] {
  const html = read(page).toString();
  return [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
}

/** The chunk with the sentences that all pages share, in one language. */
function sentencesIn(language: Language): string {
  const { signInText } = messagesFor(language).notices;
  const found = readdirSync(new URL('chunks/', BUILD)).filter((file) =>
    read(`chunks/${file}`).includes(signInText),
  );
  if (found.length !== 1) throw new Error(`${found.length} chunks in ${language}`);
  return `/chunks/${found[0]}`;
}

function gzipped(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0);
}

/** The first paint needs the sentences of the language, which are loaded alone. */
const popupIn = (language: Language) =>
  withImports([...linkedFrom('popup.html'), sentencesIn(language)]);

it.each([
  // Alarms, not goals: a leap in size is worth a look. A worker in modules loads its chunks at its start.
  // The Public Suffix List is 50 kB of it: who owns which site cannot be guessed.
  // The rules for larger originals are 14 kB, the reading of colour profiles 2 kB, the second site 5 kB, batches 6 kB,
  // results in pages with the settings that travel 9 kB.
  ['background', withImports(['/background.js']), 200_000],
  ...LANGUAGES.map((language) => [`popup in ${language}`, popupIn(language), 84_000] as const),
] as const)('%s stays below the alarm', (name, files, budget) => {
  const bytes = gzipped(files);
  process.stdout.write(
    `size: ${name} ${(bytes / 1_000).toFixed(1)} kB gzip of ${budget / 1_000} kB (${files.length} files)\n`,
  );
  expect(bytes).toBeLessThanOrEqual(budget);
});

it('the background and the scripts in pages carry no language but English', () => {
  for (const language of LANGUAGES.filter((each) => each !== 'en')) {
    const { feedback, finder } = messagesFor(language);
    for (const file of ['background.js', 'finder.js', 'toast.js']) {
      const text = read(file).toString();
      for (const words of [feedback.doubtful, finder.hint]) expect(text).not.toContain(words);
    }
    expect(read(`words/${language}.json`).toString()).toContain(finder.hint);
  }
});

// Each file costs a request before the first paint. By default there would be 39.
it.each(['popup.html', 'sidepanel.html'])('%s needs few files at its start', (page) => {
  expect(linkedFrom(page).length).toBeLessThanOrEqual(20);
});
