import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { accessOf, SITE_NAMES } from '@/lib/jimeng/model/sites';

/** docs/PERMISSIONS.md and the texts for the stores are promises: this holds the built manifests to them. */

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const document = read('docs/PERMISSIONS.md');

type Manifest = Record<string, unknown>;
const chromium = JSON.parse(read('.output/chrome-mv3/manifest.json')) as Manifest;
const firefox = JSON.parse(read('.output/firefox-mv3/manifest.json')) as Manifest;
const BUILDS = { Chromium: chromium, Firefox: firefox };

const LISTS = ['permissions', 'optional_permissions', 'optional_host_permissions'] as const;

/** Backticked names in the first column of the tables below a heading. */
function namesUnder(heading: string): string[] {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`docs/PERMISSIONS.md has no section "${heading}"`);
  return [...section.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name = '']) => name);
}

function listed(key: (typeof LISTS)[number]): string[] {
  return namesUnder(`${key.startsWith('optional') ? 'Optional' : 'Required'}: \`${key}\``);
}

/** What the tables say of the Firefox build. */
function listedForFirefox(key: (typeof LISTS)[number]): string[] {
  if (key !== 'permissions') return listed(key);
  const missing = namesUnder('Not in Firefox: `permissions`');
  const own = namesUnder('Only in Firefox: `permissions`');
  return [...listed(key).filter((name) => !missing.includes(name)), ...own];
}

function asked(manifest: Manifest, key: (typeof LISTS)[number]): string[] {
  return (manifest[key] ?? []) as string[];
}

/** Directives of the policy for the extension's pages, by name. */
function contentSecurityPolicy(manifest: Manifest): Map<string, string[]> {
  const { extension_pages: policy } = manifest.content_security_policy as Record<string, string>;
  const directives = (policy ?? '').split(';').map((part) => part.trim().split(/\s+/));
  return new Map(directives.map(([name = '', ...values]) => [name, values]));
}

describe('docs/PERMISSIONS.md and the built manifests', () => {
  it.each(LISTS)('agree on %s', (key) => {
    expect(listed(key)).not.toEqual([]);
    expect(asked(chromium, key).toSorted()).toEqual(listed(key).toSorted());
    expect(asked(firefox, key).toSorted()).toEqual(listedForFirefox(key).toSorted());
  });

  it('agree on the data that leaves Firefox', () => {
    const { data_collection_permissions: data } = gecko();
    const table = namesUnder('Only in Firefox: `data_collection_permissions`');
    expect(table).toContain('websiteContent');
    expect(data).toEqual({ required: table });
  });

  it('justify every permission and host in each column', () => {
    const rows = document.match(/^\| `[^`]+` +\|.*$/gm) ?? [];
    const count = LISTS.flatMap((key) => asked(chromium, key)).length;
    expect(rows.length).toBeGreaterThan(count);
    for (const row of rows) {
      const cells = row.split('|').slice(1, -1);
      expect(
        cells.filter((cell) => cell.trim() === ''),
        row,
      ).toEqual([]);
    }
  });

  it.each(SITE_NAMES)('agree on the hosts of %s', (site) => {
    const title = { jimeng: 'Jimeng', dreamina: 'Dreamina' }[site];
    const patterns = accessOf(site).flatMap((each) => each.patterns);
    expect(namesUnder(`Asked for when you choose ${title}`)).toEqual(patterns);
  });

  it('agree on what is never asked', () => {
    const never = namesUnder('Never asked');
    expect(never).toContain('tabs');
    for (const manifest of Object.values(BUILDS)) {
      const all = LISTS.flatMap((key) => asked(manifest, key));
      expect(all.filter((name) => never.includes(name))).toEqual([]);
    }
  });
});

const LOCALES = LANGUAGES.map((language) => language.replace('-', '_'));

const STORES = 'docs/store/';
/** Those with the reviewers' fields; the others have the visitors' text alone (tests/store-texts.test.ts). */
const storeTexts = ['en.md', 'zh-CN.md'];

describe.each(storeTexts)('the texts for the stores in %s and the built manifests', (name) => {
  const rows = rowsOfPermissions(read(STORES + name));
  const only = (manifest: Manifest, other: Manifest) =>
    asked(manifest, 'permissions').filter((each) => !asked(other, 'permissions').includes(each));
  const where = (pattern: RegExp) =>
    rows.filter(({ note }) => pattern.test(note)).flatMap(({ names }) => names);

  it('name exactly the permissions', () => {
    const all = new Set(
      Object.values(BUILDS).flatMap((manifest) => [
        ...asked(manifest, 'permissions'),
        ...asked(manifest, 'optional_permissions'),
        ...asked(manifest, 'optional_host_permissions'),
      ]),
    );
    expect(rows.flatMap(({ names }) => names).toSorted()).toEqual([...all].toSorted());
  });

  it('say which are for one browser only, and which are optional', () => {
    expect(where(/Chrome.*Edge/).toSorted()).toEqual(only(chromium, firefox).toSorted());
    expect(where(/Firefox/).toSorted()).toEqual(only(firefox, chromium).toSorted());
    const optional = [
      ...asked(chromium, 'optional_permissions'),
      ...asked(chromium, 'optional_host_permissions'),
    ];
    expect(where(/optional|可选/).toSorted()).toEqual(optional.toSorted());
  });

  it('name exactly the hosts', () => {
    const hosts = rows.filter(({ names }) => names.length === 0);
    const said = hosts.map(({ reason }) => namesIn(reason).toSorted());
    const needed = SITE_NAMES.map((site) =>
      accessOf(site)
        .map(({ domain }) => domain)
        .toSorted(),
    );
    expect(said).toEqual(needed);
  });
});

describe.each(Object.entries(BUILDS))('the manifest for %s', (_, manifest) => {
  it('asks for no site at install', () => {
    expect(manifest).not.toHaveProperty('host_permissions');
  });

  it('keeps out of private windows', () => {
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('suggests keys for two commands, each its own, and none for the picker', () => {
    const commands = manifest.commands as Record<string, { suggested_key?: { default: string } }>;
    const keys = Object.entries(commands).map(([name, each]) => [
      name,
      each.suggested_key?.default,
    ]);
    expect(Object.fromEntries(keys)).toEqual({
      'upscale-under-pointer': 'Alt+Shift+U',
      'choose-several': undefined,
      _execute_action: 'Alt+Shift+Y',
    });
  });

  it('lets its pages run their own scripts only', () => {
    const policy = contentSecurityPolicy(manifest);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect([...policy.keys()].filter((name) => /^script-src-|^worker-src$/.test(name))).toEqual([]);
  });

  it.each(['web_accessible_resources', 'content_scripts', 'externally_connectable'])(
    'has no %s',
    (key) => {
      expect(manifest).not.toHaveProperty(key);
    },
  );
});

describe('the Chromium build', () => {
  // Microsoft asks to take `update_url` out; a `key` would be the id that one store gave, in all of them.
  it.each(['key', 'update_url'])('has no %s, so that Edge takes it too', (key) => {
    expect(chromium).not.toHaveProperty(key);
  });

  it.each(LOCALES)('says no Chrome in its %s name and description, as Microsoft asks', (locale) => {
    const messages = JSON.parse(read(`.output/chrome-mv3/_locales/${locale}/messages.json`));
    const { extensionName, extensionDescription } = messages;
    expect(extensionName.message).not.toMatch(/chrome/i);
    expect(extensionDescription.message).not.toMatch(/chrome/i);
  });
});

describe('the Firefox build', () => {
  it('is for the first Firefox that knows every key, and says who it is', () => {
    expect(gecko()).toMatchObject({
      id: expect.stringMatching(/^\{[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}$/),
      strict_min_version: '142.0',
    });
  });

  it('has what Firefox has, and nothing that only Chromium has', () => {
    expect(firefox.background).toHaveProperty('scripts');
    expect(firefox.background).not.toHaveProperty('service_worker');
    expect(firefox).not.toHaveProperty('minimum_chrome_version');
    expect(firefox).not.toHaveProperty('side_panel');
    expect(existsSync(new URL('../.output/firefox-mv3/offscreen.html', import.meta.url))).toBe(
      false,
    );
  });
});

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

interface StoreRow {
  names: string[];
  /** What stands beside the names: for which browser, or that they are optional. */
  note: string;
  reason: string;
}

/** The rows of the one table that a store's text has. */
function rowsOfPermissions(text: string): StoreRow[] {
  const [, , ...rows] = text.match(/^\|.*$/gm) ?? [];
  return rows.map((row) => {
    const [permission = '', reason = ''] = row.split('|').slice(1, -1);
    return { names: namesIn(permission), note: permission.replace(/`[^`]+`/g, ''), reason };
  });
}

function gecko(): Record<string, unknown> {
  return (firefox.browser_specific_settings as { gecko: Record<string, unknown> }).gecko;
}
