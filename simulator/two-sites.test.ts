import { describe, expect, it } from 'vitest';
import { createMiniClient, dig } from './client/mini-client';
import { abroadWorld, NOW } from './client/tampering';
import { createSimulator, type Simulator } from './simulator';

describe('one browser at two sites', () => {
  const ACCOUNT = {
    jimeng: 'https://jimeng.jianying.com/passport/account/info/v2',
    dreamina: 'https://dreamina.capcut.com/passport/web/account/info/',
  };

  async function nameAt(simulator: Simulator, site: 'jimeng' | 'dreamina'): Promise<unknown> {
    const answer = await simulator.fetch(ACCOUNT[site], { method: 'POST', credentials: 'include' });
    return dig(await answer.json(), 'data.screen_name');
  }

  it('sends each session to its own domain only', async () => {
    const simulator = createSimulator({ now: () => NOW });
    simulator.browser.signIn('a', 'lin');
    simulator.browser.signIn('b', 'mia', { cluster: 'dreamina-us' });
    expect(await nameAt(simulator, 'jimeng')).toBe('lin');
    expect(await nameAt(simulator, 'dreamina')).toBe('mia');
    const { cookieHeader, session, sessionAt } = simulator.browser;
    expect([session, sessionAt('jimeng'), sessionAt('dreamina')]).toEqual(['a', 'a', 'b']);
    expect(cookieHeader('jimeng.jianying.com')).toBe('sessionid=a');
    const abroad =
      'sessionid=b; sessionid_ss=b; sid_tt=b; store-idc=useast5; store-country-code=us';
    for (const host of ['dreamina.capcut.com', 'dreamina-api.us.capcut.com']) {
      expect(cookieHeader(host)).toBe(abroad);
    }
    expect(cookieHeader('evilcapcut.com')).toBeUndefined();
    expect(cookieHeader('gallery.example')).toBeUndefined();
    expect(simulator.violations).toEqual([]);
  });

  it('signs out at one of them, or at both', async () => {
    const simulator = createSimulator({ now: () => NOW });
    const { browser } = simulator;
    browser.signIn();
    browser.signIn(undefined, undefined, { site: 'dreamina' });
    browser.signOut('jimeng');
    expect(await nameAt(simulator, 'jimeng')).toBeUndefined();
    expect(await nameAt(simulator, 'dreamina')).toBe('dreamina-sg');
    browser.signIn();
    browser.signOut();
    expect([browser.sessionAt('jimeng'), browser.sessionAt('dreamina')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('keeps accounts, balances and orders apart', async () => {
    const { simulator, client } = abroadWorld();
    simulator.addSession('session-1');
    for (const each of [client, createMiniClient(simulator, { now: () => NOW })]) {
      const { uri } = await each.upload(Buffer.from('anything'));
      expect((await each.submit('smart-hd', uri)).ret).toBe('0');
    }
    expect(simulator.submissions.map(({ account }) => account)).toEqual(['dreamina-sg', 'main']);
    expect([simulator.credits.gift, simulator.creditsOf('dreamina-sg').gift]).toEqual([99, 99]);
    expect(simulator.violations).toEqual([]);
  });

  it('gives an account one home', () => {
    const simulator = createSimulator({ now: () => NOW });
    simulator.addSession('a', 'lin', { cluster: 'dreamina-us' });
    expect(() => simulator.addSession('b', 'lin', { site: 'jimeng' })).toThrow(/dreamina-us/);
    expect(() =>
      simulator.addSession('b', 'x', { site: 'jimeng', cluster: 'dreamina-sg' }),
    ).toThrow(/not of jimeng/);
    simulator.addSession('c', 'lin');
    expect(simulator.cookiesOf('dreamina', 'c')).toContainEqual(
      expect.objectContaining({ name: 'store-idc', value: 'useast5' }),
    );
  });
});

describe('the cookies that hint at the cluster', () => {
  it.each([
    ['right', 'useast5', 'us'],
    ['missing', undefined, undefined],
    ['idc-only', 'useast5', undefined],
    ['country-only', undefined, 'us'],
    ['wrong', 'alisg', 'jp'],
  ] as const)('can be %s', (cookieHints, idc, country) => {
    const simulator = createSimulator({ now: () => NOW, abroad: { cookieHints } });
    simulator.browser.signIn('b', undefined, { cluster: 'dreamina-us' });
    const cookies = simulator.browser.cookies('dreamina');
    const read = (name: string) => cookies.find((cookie) => cookie.name === name)?.value;
    expect([read('store-idc'), read('store-country-code')]).toEqual([idc, country]);
    expect(cookies.filter(({ isSession }) => isSession).map(({ name }) => name)).toEqual([
      'sessionid',
      'sessionid_ss',
      'sid_tt',
    ]);
    expect(new Set(cookies.map(({ domain }) => domain))).toEqual(new Set(['.capcut.com']));
  });

  it('name the country of the account', () => {
    const simulator = createSimulator({ now: () => NOW });
    simulator.addSession('b', 'lin', { site: 'dreamina', country: 'jp' });
    expect(simulator.cookiesOf('dreamina', 'b').at(-1)).toMatchObject({ value: 'jp' });
  });
});

describe('the page of Dreamina', () => {
  it.each([
    ['', 'dreamina-sg', 'alisg'],
    ['?account=mia&cluster=dreamina-us', 'mia', 'useast5'],
  ])('signs in and out by its buttons%s', async (query, account, idc) => {
    const simulator = createSimulator({ now: () => NOW });
    const site = (path: string, init?: RequestInit) =>
      simulator.handle(new Request(`https://dreamina.capcut.com${path}`, init));
    expect(await (await site(`/${query}`)).text()).toContain(`action="/ai-tool/login${query}"`);
    const login = await site(`/ai-tool/login${query}`, { method: 'POST' });
    const set = login.headers.getSetCookie();
    expect(set[0]).toMatch(
      /^sessionid=[0-9a-f]{32}; Domain=.capcut.com; Path=\/; HttpOnly; Max-Age=31536000$/,
    );
    expect(set).toContain(`store-idc=${idc}; Domain=.capcut.com; Path=/; Max-Age=31536000`);
    const headers = { cookie: set[0]?.split(';')[0] ?? '' };
    expect(await (await site('/ai-tool/home', { headers })).text()).toContain('>Sign out</button>');
    const info = await site('/passport/web/account/info/', { method: 'POST', headers });
    expect(await info.json()).toMatchObject({
      data: { screen_name: account, biz_target_idc: idc },
    });
    const out = await site('/ai-tool/logout', { method: 'POST', headers });
    for (const cookie of out.headers.getSetCookie()) expect(cookie).toMatch(/^s\w+=; .*Max-Age=0/);
    expect(await (await site('/', { headers })).text()).toContain('>Sign in</button>');
  });
});
