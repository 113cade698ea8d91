import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rememberPressesOnAllowedSites } from './press-script';

const OF_THE_SERVICE = ['*://*.jianying.com/*', 'https://*.byteimg.com/*'];

interface Script {
  id: string;
  matches: string[];
}

let origins: string[];
let scripts: Script[];

beforeEach(() => {
  origins = OF_THE_SERVICE;
  scripts = [];
  fakeBrowser.permissions.getAll = async () => ({ origins });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => scripts,
    async registerContentScripts(added: Script[]) {
      if (scripts.length > 0) throw new Error("Duplicate script ID 'press'");
      scripts = added;
    },
    async updateContentScripts([changed]: [Script]) {
      if (scripts.length === 0) throw new Error("Nonexistent script ID 'press'");
      scripts = [changed];
    },
    async unregisterContentScripts() {
      if (scripts.length === 0) throw new Error("Nonexistent script ID 'press'");
      scripts = [];
    },
  });
});

it('runs on no page as long as the person has allowed no site', async () => {
  await rememberPressesOnAllowedSites();
  expect(scripts).toEqual([]);
});

it('follows what is allowed, and never runs on the service', async () => {
  for (const allowed of [['https://a.example/*'], ['https://*/*', 'http://*/*'], [], []]) {
    origins = [...OF_THE_SERVICE, ...allowed];
    await rememberPressesOnAllowedSites();
    expect(scripts.flatMap(({ matches }) => matches)).toEqual(allowed);
  }
});
