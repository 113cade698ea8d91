import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

/** What the browser has to read before anything happens, of the production build. */
const BUILD = new URL('../.output/chrome-mv3/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path.replace(/^\//, ''), BUILD));

/** The files a page loads at once: its scripts and styles, and what they import statically. */
function firstLoad(page: string): string[] {
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
  const html = read(page).toString();
  for (const [, path = ''] of html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)) add(path);
  return [...files];
}

function gzipped(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0);
}

it.each([
  ['background', ['/background.js'], 50_000],
  ['popup', firstLoad('popup.html'), 40_000],
] as const)('%s stays within its budget', (name, files, budget) => {
  const bytes = gzipped(files);
  process.stdout.write(
    `size: ${name} ${(bytes / 1_000).toFixed(1)} kB gzip of ${budget / 1_000} kB (${files.length} files)\n`,
  );
  expect(bytes).toBeLessThanOrEqual(budget);
});
