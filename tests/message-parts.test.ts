import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/**
 * A page loads the common sentences and the parts it names (lib/i18n/messages.ts). The type of a
 * catalogue has every part, so that only this tells when a page says what it has not loaded.
 */
const ROOT = join(import.meta.dirname, '..');
const PARTS = ['compare', 'errors', 'options', 'picker', 'reader', 'welcome'] as const;

function resolve(from: string, target: string): string | undefined {
  const base = target.startsWith('@/') ? join(ROOT, target.slice(2)) : join(dirname(from), target);
  return ['.ts', '.tsx'].map((ending) => base + ending).find(existsSync);
}

/** Every module that a file imports for more than its types, in whichever way, and itself. */
function modulesOf(entry: string): Map<string, string> {
  const found = new Map<string, string>();
  const add = (path: string): void => {
    if (found.has(path)) return;
    const text = readFileSync(path, 'utf8');
    found.set(path, text);
    const imports = text.matchAll(
      /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([@.][^']+)'|import\('([@.][^']+)'\)/gms,
    );
    for (const [, named, lazy] of imports) {
      const next = resolve(path, named ?? lazy ?? '');
      if (next) add(next);
    }
  };
  add(join(ROOT, entry));
  return found;
}

function partsSaidBy(text: string): string[] {
  return PARTS.filter(
    (part) =>
      new RegExp(`[mM]essages\\??\\.${part}\\b`).test(text) ||
      new RegExp(`\\{[^{}]*\\b${part}\\b[^{}]*\\}\\s*=\\s*[\\w.()]*[mM]essages\\b`).test(text),
  );
}

it.each([
  ['entrypoints/popup/main.tsx', 'entrypoints/shared/mount.tsx'],
  ['entrypoints/sidepanel/main.tsx', 'entrypoints/shared/mount.tsx'],
  ['entrypoints/compare/main.tsx', 'entrypoints/compare/main.tsx'],
  ['entrypoints/options/main.tsx', 'entrypoints/options/main.tsx'],
  ['entrypoints/picker/main.tsx', 'entrypoints/picker/main.tsx'],
  ['entrypoints/reader/main.tsx', 'entrypoints/reader/main.tsx'],
  ['entrypoints/welcome/main.tsx', 'entrypoints/welcome/main.tsx'],
])('%s loads every part that it says', (entry, loader) => {
  const loading = readFileSync(join(ROOT, loader), 'utf8');
  const calls = [
    ...loading.matchAll(/(?:followLanguage|loadMessages|readPart)\(([\s\S]*?)\)[;.]/g),
  ];
  const loaded = PARTS.filter((part) => calls.some(([call]) => call.includes(`'${part}'`)));
  const said = [...modulesOf(entry)]
    .filter(([path]) => !path.includes('/lib/i18n/all-messages'))
    .flatMap(([path, text]) => partsSaidBy(text).map((part) => ({ path, part })));
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter(({ part }) => !loaded.includes(part as (typeof PARTS)[number]))).toEqual([]);
});
