import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'docs/SECURITY.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => /^\| (?!Threat|-)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it('names for every threat a defence, where it is, and a test', () => {
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) {
    expect(row).toHaveLength(4);
    expect(row.every((cell) => cell !== '')).toBe(true);
    expect(row[3]).toMatch(/\.test\.tsx?`|\.e2e\.ts`/);
  }
});

it('names no file that is not there', () => {
  const files = rows.flatMap(([, , where = '', test = '']) =>
    [...`${where} ${test}`.matchAll(/`([\w./-]+)`/g)].map(([, path = '']) => path),
  );
  expect(files.length).toBeGreaterThan(60);
  expect(files.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
