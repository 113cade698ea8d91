import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readImports, sourceFiles } from '../scripts/lint/import-graph';
import { circles, wrongDirections } from '../scripts/lint/import-rules';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'import-rules-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes the files, and reads what they import. */
function importsOf(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return readImports(root, sourceFiles(root));
}

describe('import directions', () => {
  it.each([
    ['the client reaches for the jobs', 'lib/jimeng/a.ts', "import { b } from '@/lib/jobs/b';"],
    ['the same, by a relative path', 'lib/jimeng/a.ts', "import { b } from '../jobs/b';"],
    [
      'the same, when it is called',
      'lib/jimeng/a.ts',
      "export const c = () => import('../jobs/b');",
    ],
    ['the same, handed on', 'lib/jimeng/a.ts', "export { b } from '@/lib/jobs/b';"],
    ['a component knows the browser', 'components/a.tsx', "import { browser } from 'wxt/browser';"],
    ['a component runs the engine', 'components/a.tsx', "import { b } from '@/lib/jobs/b';"],
    ['a database outside the store', 'lib/jobs/a.ts', "import { openDB } from 'idb';"],
  ])('refuse that %s', (_, path, text) => {
    const imports = importsOf({ [path]: text, 'lib/jobs/b.ts': 'export const b = 1;' });
    expect(wrongDirections(imports)).toEqual([expect.stringContaining(`${path} may not import`)]);
  });

  it.each([
    ['its own files', 'lib/jimeng/a.ts', "import { b } from './b';"],
    ['the types of a lower folder', 'lib/jobs/a.ts', "import type { B } from '@/lib/jimeng/b';"],
    ['those among others', 'lib/jobs/a.ts', "import { type B } from '@/lib/jimeng/b';"],
    ['a package', 'lib/jimeng/a.ts', "import ky from 'ky';"],
    ['the database in the store', 'lib/jobs/store/a.ts', "import { openDB } from 'idb';"],
  ])('let a file have %s', (_, path, text) => {
    const imports = importsOf({ [path]: text, 'lib/jimeng/b.ts': 'export const b = 1;' });
    expect(imports).toHaveLength(1);
    expect(wrongDirections(imports)).toEqual([]);
  });
});

describe('circles', () => {
  it('of files are found, also those of types', () => {
    const imports = importsOf({
      'lib/page/a.ts': "import { b } from './b';",
      'lib/page/b.ts': "import { c } from './c';",
      'lib/page/c.ts': "import type { A } from './a';",
      'lib/page/d.ts': "import { a } from './a';",
    });
    expect(circles(imports)).toEqual([
      'these files import each other: lib/page/a.ts, lib/page/b.ts, lib/page/c.ts',
    ]);
  });

  it('of folders are found, where no file is in one', () => {
    const imports = importsOf({
      'lib/page/find/a.ts': "import { b } from '../ui/b';",
      'lib/page/ui/b.ts': '',
      'lib/page/ui/c.ts': "import type { D } from '../find/d';",
      'lib/page/find/d.ts': '',
    });
    expect(circles(imports)).toEqual([
      'these folders import each other: lib/page/find, lib/page/ui',
    ]);
  });
});
