import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../.github/workflows');
const files = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]);

describe.each(files)('%s', (_, text = '') => {
  it('pins every action to a commit, with its version beside it', () => {
    const uses = [...text.matchAll(/uses: (.+)/g)].map(([, what = '']) => what);
    expect(uses.length).toBeGreaterThan(0);
    for (const what of uses) {
      expect(what).toMatch(/^(\.\/\.github\/workflows\/\S+|\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    }
  });

  it('gives its jobs no rights that it does not name', () => {
    expect(text).toMatch(/^permissions:( \{\}|\n {2}contents: read)$/m);
  });

  it('puts nothing that strangers may write into a shell', () => {
    const commands = [...text.matchAll(/run: (.+)/g)].map(([, command = '']) => command);
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
  });

  it('submits to no store', () => {
    expect(text.match(/\bwxt submit\b(?! --dry-run )/g)).toBeNull();
  });
});

describe('the validation', () => {
  const text = readFileSync(join(FOLDER, 'validate.yml'), 'utf8');

  it('asks for known weaknesses: any in what is shipped, grave ones in what builds and tests it', () => {
    expect(text).toMatch(/^ +- run: npm audit --omit=dev$/m);
    expect(text).toMatch(/^ +- run: npm audit --audit-level=high$/m);
  });

  it('installs exactly what the lock file pins', () => {
    expect(text).toMatch(/^ +- run: npm ci$/m);
    expect(text).not.toMatch(/npm (install|i)\b/);
  });
});
