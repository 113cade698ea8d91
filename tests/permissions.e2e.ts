import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** docs/PERMISSIONS.md is a promise: this holds the built manifest to it. */

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const document = read('docs/PERMISSIONS.md');
const manifest = JSON.parse(read('.output/chrome-mv3/manifest.json')) as Record<string, unknown>;

const LISTS = [
  'permissions',
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
] as const;

/** Backticked names in the first column of the tables below a heading. */
function namesUnder(heading: string): string[] {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`docs/PERMISSIONS.md has no section "${heading}"`);
  return [...section.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name = '']) => name);
}

function listed(key: (typeof LISTS)[number]): string[] {
  return namesUnder(`${key.startsWith('optional') ? 'Optional' : 'Required'}: \`${key}\``);
}

function asked(key: (typeof LISTS)[number]): string[] {
  return (manifest[key] ?? []) as string[];
}

/** Directives of the policy for the extension's pages, by name. */
function contentSecurityPolicy(): Map<string, string[]> {
  const { extension_pages: policy } = manifest.content_security_policy as Record<string, string>;
  const directives = (policy ?? '').split(';').map((part) => part.trim().split(/\s+/));
  return new Map(directives.map(([name = '', ...values]) => [name, values]));
}

describe('docs/PERMISSIONS.md and the built manifest', () => {
  it.each(LISTS)('agree on %s', (key) => {
    expect(listed(key)).not.toEqual([]);
    expect(asked(key).toSorted()).toEqual(listed(key).toSorted());
  });

  it('justify every permission and host in each column', () => {
    const rows = document.match(/^\| `[^`]+` +\|.*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(LISTS.flatMap(asked).length);
    for (const row of rows) {
      const cells = row.split('|').slice(1, -1);
      expect(
        cells.filter((cell) => cell.trim() === ''),
        row,
      ).toEqual([]);
    }
  });

  it('agree on what is never asked', () => {
    const never = namesUnder('Never asked');
    expect(never).toContain('tabs');
    expect(LISTS.flatMap(asked).filter((name) => never.includes(name))).toEqual([]);
  });
});

describe('the built manifest', () => {
  it('keeps out of private windows', () => {
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('lets its pages run their own scripts only', () => {
    const policy = contentSecurityPolicy();
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect([...policy.keys()].filter((name) => /^script-src-|^worker-src$/.test(name))).toEqual([]);
  });

  it.each(['web_accessible_resources', 'content_scripts', 'externally_connectable'])(
    'has no %s',
    (key) => {
      expect(manifest).not.toHaveProperty(key);
    },
  );
});
