import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/**
 * The lock pins every package by the digest of its file, also those that only other platforms install.
 * It names no registry: npm asks the one that is configured, and the digest decides.
 */
const lock: { packages: Record<string, { integrity?: string; resolved?: string }> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'),
);
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

it('pins every package of every platform by its SHA-512 digest', () => {
  expect(packages.length).toBeGreaterThan(400);
  const unpinned = packages.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''));
  expect(unpinned.map(([path]) => path)).toEqual([]);
});

it('names no registry', () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
