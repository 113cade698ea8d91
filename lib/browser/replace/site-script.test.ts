import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showOnSwitchedOnSites } from './site-script';
import { replaceSites } from './sites';

interface Script {
  id: string;
  js: string[];
  matches: string[];
}

const GALLERY = 'https://gallery.example/*';
let allowed: string[];
let scripts: Script[];

beforeEach(async () => {
  fakeBrowser.reset();
  allowed = [];
  scripts = [];
  for (const pattern of Object.keys(await replaceSites.read())) {
    await replaceSites.switchOff(pattern);
  }
  fakeBrowser.permissions.contains = async ({ origins = [] }) =>
    origins.every((origin) => allowed.includes(origin));
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => scripts,
    async registerContentScripts(added: Script[]) {
      if (scripts.length > 0) throw new Error("Duplicate script ID 'replace'");
      scripts = added;
    },
    async updateContentScripts([changed]: [Script]) {
      if (scripts.length === 0) throw new Error("Nonexistent script ID 'replace'");
      scripts = [changed];
    },
    async unregisterContentScripts() {
      if (scripts.length === 0) throw new Error("Nonexistent script ID 'replace'");
      scripts = [];
    },
  });
});

const matches = async () => {
  await showOnSwitchedOnSites();
  return scripts.flatMap((script) => script.matches);
};

it('runs nowhere until a site is switched on and allowed', async () => {
  allowed = ['https://allowed.example/*'];
  expect(await matches()).toEqual([]);
  await replaceSites.switchOn(GALLERY, 1);
  expect(await matches()).toEqual([]);
  allowed = [GALLERY];
  expect(await matches()).toEqual([GALLERY]);
  expect(scripts[0]?.js).toEqual(['replacer.js']);
});

it('follows what is switched off and what is revoked', async () => {
  const other = 'https://other.example/*';
  allowed = [GALLERY, other];
  await replaceSites.switchOn(GALLERY, 1);
  await replaceSites.switchOn(other, 2);
  expect(await matches()).toEqual([GALLERY, other]);
  await replaceSites.switchOff(other);
  expect(await matches()).toEqual([GALLERY]);
  allowed = [];
  expect(await matches()).toEqual([]);
});

it('is registered once, however many ask at the same time', async () => {
  allowed = [GALLERY];
  await replaceSites.switchOn(GALLERY, 1);
  await Promise.all([showOnSwitchedOnSites(), showOnSwitchedOnSites(), showOnSwitchedOnSites()]);
  expect(scripts).toHaveLength(1);
});
