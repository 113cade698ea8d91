import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { signOf } from '@/simulator/service/sign';
import { CLUSTERS } from '@/simulator/wire/clusters';

/** The stand-in page of Dreamina in a real browser: its own rules for calls to another origin are the point. */

const PAGE_DELAY_MS = 3_000;
const PATH = '/mweb/v1/get_history_by_ids';
const QUERY =
  'aid=513641&device_platform=web&region=SG&da_version=3.3.28&web_version=7.5.0&os=windows';
const API = `https://${CLUSTERS['dreamina-sg'].apiHost}`;

let stage: Stage;
let page: Page;

beforeEach(async () => {
  const simulator = { pageDelayMs: PAGE_DELAY_MS };
  stage = await openStage({ isWelcomed: false, isSignedIn: false, simulator });
  await stage.signIn(undefined, 'dreamina');
  page = await stage.context.newPage();
  await page.goto('https://dreamina.capcut.com/ai-tool/home');
});

afterEach(() => stage.close());

/** Sends a look-up from the page. */
async function lookUp(more: Record<string, string> = {}) {
  const time = String(Math.floor(Date.now() / 1000));
  const headers = {
    ...{ 'Content-Type': 'application/json', Appid: '513641', Appvr: '8.4.0', Pf: '7' },
    ...{ 'Device-Time': time, Sign: signOf(PATH, '8.4.0', time), 'Sign-Ver': '1', Tdid: '' },
    ...{ 'App-Sdk-Version': '48.0.0', Lan: 'en', Loc: 'SG', ...more },
  };
  const given = { url: `${API}${PATH}?${QUERY}`, headers };
  return page.evaluate(async ({ url, headers }) => {
    const body = JSON.stringify({ submit_ids: ['x'] });
    const init = { method: 'POST', headers, body, credentials: 'include' } as const;
    try {
      const answer = await fetch(url, init);
      const { ret } = await answer.json();
      return { ret, isSigned: /msToken=\w+&X-Bogus=\w+/.test(answer.url) };
    } catch (error) {
      return { failure: String(error) };
    }
  }, given);
}

const isPatched = () => page.evaluate(() => !String(window.fetch).includes('[native code]'));
const seen = () =>
  stage.simulator.requests
    .filter(({ url }) => url.startsWith(API))
    .map(({ endpoint, sender }) => [endpoint, sender.origin, sender.cookies]);

describe('the stand-in page of Dreamina', () => {
  it('signs some time after it has loaded, and may call the API with its listed headers', async () => {
    expect(await isPatched()).toBe(false);
    expect(await lookUp()).toEqual({ ret: '0', isSigned: false });
    await expect.poll(isPatched).toBe(true);
    expect(await lookUp()).toEqual({ ret: '0', isSigned: true });
    const origin = 'https://dreamina.capcut.com';
    expect(seen().slice(0, 2)).toEqual([
      ['preflight', origin, 0],
      ['history', origin, 5],
    ]);
    expect(stage.simulator.violations).toEqual([]);
  });

  it('fails with a header that is not listed', async () => {
    expect(await lookUp({ 'X-Client': 'x' })).toEqual({ failure: 'TypeError: Failed to fetch' });
    expect(seen().map(([endpoint]) => endpoint)).toEqual(['preflight']);
  });

  it('keeps both sites apart in one browser', async () => {
    await stage.signIn();
    await page.goto('https://jimeng.jianying.com/ai-tool/home');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.goto('https://dreamina.capcut.com/ai-tool/home');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(stage.simulator.violations).toEqual([]);
  });
});
