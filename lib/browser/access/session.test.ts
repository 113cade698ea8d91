import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onSessionChange, readSession, servicePattern } from './session';

const COOKIE = { name: 'sessionid', url: 'https://jimeng.jianying.com/' };
const SECRET = 'f00dcafe-secret-session-value';

interface Change {
  cookie: { name: string; domain: string; value: string };
  removed: boolean;
  cause?: string;
}

let granted: string[];
let jar: Record<string, string>;
let asked: unknown[];
let stores: string[];
let listeners: ((change: Change) => Promise<void>)[];

beforeEach(() => {
  granted = ['*://*.jianying.com/*'];
  jar = {};
  asked = [];
  stores = ['0', '1'];
  listeners = [];
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins }: { origins: string[] }) =>
      origins.every((origin) => granted.includes(origin)),
  });
  Object.assign(fakeBrowser.cookies, {
    get: async (details: { url: string; name: string }) => {
      asked.push(details);
      const value = jar[`${details.url} ${details.name}`];
      return value === undefined ? null : { name: details.name, value };
    },
    getAllCookieStores: async () => stores.map((id) => ({ id, tabIds: [] })),
    onChanged: {
      addListener: (listener: (change: Change) => Promise<void>) => listeners.push(listener),
    },
  });
});

function signIn(value: string): void {
  jar[`${COOKIE.url} ${COOKIE.name}`] = value;
}

describe('readSession', () => {
  it('knows who is signed in without telling how', async () => {
    signIn(SECRET);
    const session = await readSession(COOKIE);
    expect(session).toEqual({
      state: 'signed-in',
      account: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const told = JSON.stringify(session);
    for (const part of [SECRET, 'f00dcafe', btoa(SECRET)]) expect(told).not.toContain(part);
    expect(asked).toEqual([COOKIE]);
  });

  it('gives each session its own digest, and the same session the same one', async () => {
    const accounts: unknown[] = [];
    for (const value of [SECRET, `${SECRET}x`, SECRET]) {
      signIn(value);
      accounts.push(await readSession(COOKIE));
    }
    expect(accounts[0]).toEqual(accounts[2]);
    expect(accounts[0]).not.toEqual(accounts[1]);
  });

  it.each([
    ['is none', undefined],
    ['is empty', ''],
  ])('says signed out when there %s', async (_, value) => {
    if (value !== undefined) signIn(value);
    expect(await readSession(COOKIE)).toEqual({ state: 'signed-out' });
  });

  it('says that a container may hold the login, where there are containers', async () => {
    stores = ['firefox-default', 'firefox-container-1'];
    expect(await readSession(COOKIE)).toEqual({ state: 'signed-out', otherJars: 'containers' });
    signIn(SECRET);
    expect(await readSession(COOKIE)).toMatchObject({ state: 'signed-in' });
  });

  it('says signed out where Firefox isolates sites: no request would carry the login', async () => {
    fakeBrowser.cookies.get = async () => {
      throw new Error('First-Party Isolation is enabled, but firstPartyDomain was not set');
    };
    expect(await readSession(COOKIE)).toEqual({ state: 'signed-out', otherJars: 'isolated' });
  });

  it('reports missing access instead of a sign-out, and reads no cookie', async () => {
    granted = [];
    signIn(SECRET);
    expect(await readSession(COOKIE)).toEqual({
      state: 'no-access',
      pattern: servicePattern(COOKIE),
      host: 'jimeng.jianying.com',
    });
    expect(asked).toEqual([]);
  });
});

describe('onSessionChange', () => {
  it.each([
    ['the login of the host', 'sessionid', 'jimeng.jianying.com', true],
    ['the login of the domain', 'sessionid', '.jianying.com', true],
    ['the login of the bare domain', 'sessionid', 'jianying.com', true],
    ['another cookie of the service', 'msToken', '.jianying.com', false],
    ['a cookie whose name begins alike', 'sessionid_ss', '.jianying.com', false],
    ['a site whose name ends alike', 'sessionid', 'evil-jianying.com', false],
    ['a site that begins alike', 'sessionid', 'jianying.com.evil.example', false],
    ['another site', 'sessionid', '.example.com', false],
  ])('hears of %s: %s at %s -> %s', async (_, name, domain, isHeard) => {
    let heard = 0;
    onSessionChange(COOKIE, () => {
      heard += 1;
    });
    for (const removed of [true, false]) {
      for (const listener of listeners) {
        await listener({ cookie: { name, domain, value: SECRET }, removed });
      }
    }
    expect(heard).toBe(isHeard ? 2 : 0);
  });

  it('reports a rewritten cookie only if its value changed', async () => {
    let heard = 0;
    onSessionChange(COOKIE, () => {
      heard += 1;
    });
    const write = async (value: string) => {
      const cookie = { name: 'sessionid', domain: '.jianying.com', value };
      for (const listener of listeners) {
        await listener({ cookie, removed: true, cause: 'overwrite' });
        await listener({ cookie, removed: false, cause: 'explicit' });
      }
      return heard;
    };
    expect(await write('one')).toBe(1);
    expect(await write('one')).toBe(1);
    expect(await write('two')).toBe(2);
    for (const listener of listeners) {
      const cookie = { name: 'sessionid', domain: '.jianying.com', value: 'two' };
      await listener({ cookie, removed: true, cause: 'explicit' });
    }
    expect(heard).toBe(3);
    expect(await write('two')).toBe(4);
  });

  it('passes nothing on', async () => {
    const received: unknown[] = [];
    onSessionChange(COOKIE, (...args: unknown[]) => received.push(...args));
    for (const listener of listeners) {
      await listener({
        cookie: { name: 'sessionid', domain: '.jianying.com', value: SECRET },
        removed: true,
      });
    }
    expect(received).toEqual([]);
  });
});
