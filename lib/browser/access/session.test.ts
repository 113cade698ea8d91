import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onSessionChange, readSession, readWebId } from './session';

const COOKIE = {
  names: ['sessionid', 'sessionid_ss', 'sid_tt'],
  url: 'https://jimeng.jianying.com/',
};
const SECRET = 'f00dcafe-secret-session-value';

interface Change {
  cookie: { name: string; domain: string; value: string; storeId: string };
  removed: boolean;
  cause?: string;
}

let granted: string[];
let jar: Record<string, string>;
let asked: unknown[];
let stores: string[];
let listeners: ((change: Change) => Promise<void>)[];

beforeEach(() => {
  granted = ['https://*.jianying.com/*', 'http://*.jianying.com/*'];
  jar = {};
  asked = [];
  stores = ['0', '1'];
  listeners = [];
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins }: { origins: string[] }) =>
      origins.every((origin) => granted.includes(origin)),
  });
  Object.assign(fakeBrowser.cookies, {
    get: async (details: { url: string; name: string; storeId?: string }) => {
      asked.push(details);
      const { url, name, storeId } = details;
      const value = jar[[...(storeId ? [storeId] : []), url, name].join(' ')];
      return value === undefined ? null : { name: details.name, value };
    },
    getAllCookieStores: async () => stores.map((id) => ({ id, tabIds: [] })),
    onChanged: {
      addListener: (listener: (change: Change) => Promise<void>) => listeners.push(listener),
    },
  });
});

function signIn(value: string, name = 'sessionid'): void {
  jar[`${COOKIE.url} ${name}`] = value;
}

function signInTo(container: string, value: string): void {
  jar[`${container} ${COOKIE.url} sessionid`] = value;
}

/** Fires the events of a browser for a cookie that was set or removed. */
async function fire(
  name: string,
  {
    domain = '.jianying.com',
    removed = false,
    cause = 'explicit',
    storeId = 'firefox-default',
  } = {},
) {
  const cookie = { name, domain, value: SECRET, storeId };
  await Promise.all(listeners.map((listener) => listener({ cookie, removed, cause })));
}

describe('readSession', () => {
  it('knows who is signed in without telling how', async () => {
    signIn(SECRET);
    const session = await readSession(COOKIE, 'jimeng');
    expect(session).toEqual({
      state: 'signed-in',
      account: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const told = JSON.stringify(session);
    for (const part of [SECRET, 'f00dcafe', btoa(SECRET)]) expect(told).not.toContain(part);
    expect(asked).toEqual([{ url: COOKIE.url, name: 'sessionid' }]);
  });

  it.each(COOKIE.names)('is signed in with %s alone', async (name) => {
    signIn(SECRET);
    const usual = await readSession(COOKIE, 'jimeng');
    jar = {};
    signIn(SECRET, name);
    expect(await readSession(COOKIE, 'jimeng')).toEqual(usual);
  });

  it('counts the first name that has a value', async () => {
    signIn('');
    signIn('second', 'sessionid_ss');
    const second = await readSession(COOKIE, 'jimeng');
    signIn('third', 'sid_tt');
    expect(await readSession(COOKIE, 'jimeng')).toEqual(second);
    signIn('first');
    expect(await readSession(COOKIE, 'jimeng')).not.toEqual(second);
  });

  it('gives each session its own digest, and the same session the same one', async () => {
    const accounts: unknown[] = [];
    for (const value of [SECRET, `${SECRET}x`, SECRET]) {
      signIn(value);
      accounts.push(await readSession(COOKIE, 'jimeng'));
    }
    expect(accounts[0]).toEqual(accounts[2]);
    expect(accounts[0]).not.toEqual(accounts[1]);
  });

  it.each([
    ['is none', undefined],
    ['is empty', ''],
  ])('says signed out when there %s', async (_, value) => {
    if (value !== undefined) signIn(value);
    expect(await readSession(COOKIE, 'jimeng')).toEqual({ state: 'signed-out' });
  });

  it('reads the cookies of the container that is asked for, and no others', async () => {
    signIn(SECRET);
    signInTo('firefox-container-1', `${SECRET}x`);
    const sessions = await Promise.all(
      [undefined, 'firefox-container-1', 'firefox-container-2'].map((container) =>
        readSession(COOKIE, 'jimeng', container),
      ),
    );
    expect(sessions.map(({ state }) => state)).toEqual(['signed-in', 'signed-in', 'signed-out']);
    expect(sessions[0]).not.toEqual(sessions[1]);
  });

  it('says that a container may hold the login, where there are containers', async () => {
    stores = ['firefox-default', 'firefox-container-1'];
    expect(await readSession(COOKIE, 'jimeng')).toEqual({
      state: 'signed-out',
      otherJars: 'containers',
    });
    signIn(SECRET);
    expect(await readSession(COOKIE, 'jimeng')).toMatchObject({ state: 'signed-in' });
  });

  it('says signed out where Firefox isolates sites: no request would carry the login', async () => {
    fakeBrowser.cookies.get = async () => {
      throw new Error('First-Party Isolation is enabled, but firstPartyDomain was not set');
    };
    expect(await readSession(COOKIE, 'jimeng')).toEqual({
      state: 'signed-out',
      otherJars: 'isolated',
    });
  });

  it.each(['https://*.jianying.com/*', 'http://*.jianying.com/*'])(
    'reports missing access (%s) instead of a sign-out, and reads no cookie',
    async (pattern) => {
      granted = granted.filter((each) => each !== pattern);
      signIn(SECRET);
      expect(await readSession(COOKIE, 'jimeng')).toEqual({
        state: 'no-access',
        site: 'jimeng',
        pattern,
        host: 'jimeng.jianying.com',
      });
      expect(asked).toEqual([]);
    },
  );

  it('needs the site of the account, and no other', async () => {
    const cookie = { names: ['sessionid'], url: 'https://dreamina.capcut.com/' };
    expect(await readSession(cookie, 'dreamina')).toMatchObject({
      state: 'no-access',
      site: 'dreamina',
      host: 'dreamina.capcut.com',
    });
    granted = ['https://*.capcut.com/*', 'http://*.capcut.com/*'];
    expect(await readSession(cookie, 'dreamina')).toEqual({ state: 'signed-out' });
  });
});

describe('onSessionChange', () => {
  /** Counts the calls of a listener. */
  function hearing() {
    const heard = { times: 0 };
    onSessionChange(COOKIE, () => {
      heard.times += 1;
    });
    return heard;
  }

  it.each([
    ['the login of the host', 'sessionid', 'jimeng.jianying.com', true],
    ['the login of the domain', 'sessionid', '.jianying.com', true],
    ['the login of the bare domain', 'sessionid', 'jianying.com', true],
    ['the login under another name', 'sessionid_ss', '.jianying.com', true],
    ['the login under a third name', 'sid_tt', '.jianying.com', true],
    ['another cookie of the service', 'msToken', '.jianying.com', false],
    ['a cookie whose name begins alike', 'sessionid_x', '.jianying.com', false],
    ['a site whose name ends alike', 'sessionid', 'evil-jianying.com', false],
    ['a site that begins alike', 'sessionid', 'jianying.com.evil.example', false],
    ['another site', 'sessionid', '.example.com', false],
  ])('hears of %s: %s at %s -> %s', async (_, name, domain, isHeard) => {
    const heard = hearing();
    signIn(SECRET, name);
    await fire(name, { domain });
    jar = {};
    await fire(name, { domain, removed: true });
    expect(heard.times).toBe(isHeard ? 2 : 0);
  });

  it('hears one event of a sign-in that sets every name, and one of the sign-out', async () => {
    const heard = hearing();
    for (const name of ['sid_tt', 'sessionid', 'sessionid_ss']) {
      signIn(SECRET, name);
      await fire(name);
    }
    expect(heard.times).toBe(1);
    for (const name of COOKIE.names) {
      delete jar[`${COOKIE.url} ${name}`];
      await fire(name, { removed: true });
    }
    expect(heard.times).toBe(2);
  });

  it('hears of a sign-in to each container once, and not of private windows', async () => {
    const heard = hearing();
    const fireIn = async (storeId: string) => {
      await fire('sessionid', { storeId });
      await fire('sessionid', { storeId });
    };
    for (const container of ['firefox-container-1', 'firefox-container-2']) {
      signInTo(container, SECRET);
      await fireIn(container);
    }
    expect(heard.times).toBe(2);
    // Nobody has signed in to normal tabs; the first look at them counts as news.
    await fireIn('firefox-private');
    await fireIn('firefox-default');
    expect(heard.times).toBe(3);
  });

  it('hears of a sign-out that has woken the worker', async () => {
    const heard = hearing();
    await fire('sessionid', { removed: true });
    expect(heard.times).toBe(1);
  });

  it('reports a rewritten cookie only if its value changed', async () => {
    const heard = hearing();
    const write = async (value: string) => {
      signIn(value);
      await fire('sessionid', { removed: true, cause: 'overwrite' });
      await fire('sessionid');
      return heard.times;
    };
    expect(await write('one')).toBe(1);
    expect(await write('one')).toBe(1);
    expect(await write('two')).toBe(2);
    jar = {};
    await fire('sessionid', { removed: true });
    expect(heard.times).toBe(3);
    expect(await write('two')).toBe(4);
  });

  it('hears of a sign-out where the cookies cannot be read', async () => {
    const heard = hearing();
    fakeBrowser.cookies.get = async () => {
      throw new Error('First-Party Isolation is enabled');
    };
    await fire('sessionid');
    await fire('sid_tt');
    expect(heard.times).toBe(1);
  });

  it('passes nothing on', async () => {
    const received: unknown[] = [];
    onSessionChange(COOKIE, (...args: unknown[]) => received.push(...args));
    signIn(SECRET);
    await fire('sessionid');
    expect(received).toEqual([]);
  });
});

describe('readWebId', () => {
  const HOST = 'jimeng.jianying.com';
  const serve = (cookie: unknown) =>
    Object.assign(fakeBrowser.cookies, {
      get: async (details: { name: string }) => (details.name === '_tea_web_id' ? cookie : null),
    });

  it('is the number in the cookie of the site', async () => {
    serve({ value: '7412345678901234567', hostOnly: true, domain: HOST });
    expect(await readWebId(COOKIE.url)).toBe('7412345678901234567');
  });

  it.each<[string, unknown]>([
    ['there is no cookie', null],
    ['it is for the whole domain', { value: '74', hostOnly: false, domain: '.jianying.com' }],
    ['it is of another host', { value: '74', hostOnly: true, domain: 'jianying.com' }],
    ['it is empty', { value: '', hostOnly: true, domain: HOST }],
    ['it is no number', { value: '74&aid=1', hostOnly: true, domain: HOST }],
    ['it is too long', { value: '7'.repeat(26), hostOnly: true, domain: HOST }],
  ])('is nothing if %s', async (_, cookie) => {
    serve(cookie);
    expect(await readWebId(COOKIE.url)).toBeUndefined();
  });

  it('is nothing where cookies cannot be read', async () => {
    fakeBrowser.cookies.get = async () => {
      throw new Error('no access');
    };
    expect(await readWebId(COOKIE.url)).toBeUndefined();
  });
});
