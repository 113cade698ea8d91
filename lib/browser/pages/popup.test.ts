import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openConnectionCheck, openWelcome } from './popup';

let tabs: { id: number; url: string }[];
let activated: number[];
let isAskable: boolean;

beforeEach(() => {
  tabs = [];
  activated = [];
  isAskable = true;
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `ext://us${path}` });
  Object.assign(fakeBrowser.tabs, {
    query: async ({ url }: { url: string }) => {
      if (!isAskable) throw new Error('Invalid url pattern');
      return tabs.filter((tab) => tab.url.split('#')[0] === url);
    },
    create: async ({ url }: { url: string }) => {
      tabs.push({ id: tabs.length + 1, url });
    },
    update: async (id: number, { active, url }: { active: boolean; url?: string }) => {
      if (active) activated.push(id);
      if (url) tabs = tabs.map((tab) => (tab.id === id ? { id, url } : tab));
    },
  });
});

describe('the welcome page', () => {
  it('is opened once, and come back to after that', async () => {
    await openWelcome();
    expect(tabs).toEqual([{ id: 1, url: 'ext://us/welcome.html' }]);
    tabs = [{ id: 1, url: 'ext://us/welcome.html#ready' }];
    await openWelcome();
    expect(tabs).toHaveLength(1);
    expect(activated).toEqual([1]);
  });

  it('is opened anew where the browser does not tell of our own pages', async () => {
    isAskable = false;
    await openWelcome();
    await openWelcome();
    expect(tabs).toHaveLength(2);
  });
});

describe('the connection check', () => {
  it('is opened in the settings, in their tab if there is one', async () => {
    await openConnectionCheck();
    expect(tabs).toEqual([{ id: 1, url: 'ext://us/options.html#connection' }]);
    tabs = [{ id: 1, url: 'ext://us/options.html' }];
    await openConnectionCheck();
    expect(tabs).toEqual([{ id: 1, url: 'ext://us/options.html#connection' }]);
    expect(activated).toEqual([1]);
  });
});
