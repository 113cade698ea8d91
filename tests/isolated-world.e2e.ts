import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import { type FirefoxStage, openFirefoxStage } from '@/scripts/browsers/firefox-stage';
import { openStage, type Stage } from '@/scripts/browsers/stage';

/**
 * What a script of ours in a web page could do if that page had taken over its process: it has the
 * extension's interface for such scripts, and says what the page wants.
 */

vi.setConfig({ testTimeout: 120_000 });

const SITE = 'https://jimeng.jianying.com/ai-tool/home';

/** Runs in the isolated world of the site's tab, injected by a page of ours as the finder is. */
async function attack(site: string): Promise<Record<string, unknown>> {
  const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
  const [tab] = await api.tabs.query({ url: `${new URL(site).origin}/*` });
  const [injected] = await api.scripting.executeScript({
    target: { tabId: tab?.id ?? -1 },
    func: async () => {
      const own = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      const attempt = async (work: () => unknown): Promise<unknown> => {
        try {
          return (await work()) ?? 'nothing';
        } catch {
          return 'refused';
        }
      };
      // In the shape of @webext-core/messaging, with a forged sender.
      const sender = { id: own.runtime.id, url: own.runtime.getURL('/popup.html') };
      const send = (type: string, data?: unknown) =>
        attempt(() =>
          own.runtime.sendMessage({ id: 1, type, data, timestamp: Date.now(), sender }),
        );
      const forged = { consent: 1, 'changed/consent': 'x' };
      return {
        where: location.href,
        local: await attempt(async () => {
          await own.storage.local.set(forged);
          return 'written';
        }),
        sync: await attempt(() => own.storage.sync.get()),
        session: await attempt(() => own.storage.session.get()),
        databases: await attempt(async () => (await indexedDB.databases()).map(({ name }) => name)),
        retry: await send('retry', 'a'),
        account: await send('account'),
        importRows: await send('importRows', [{ id: 'a', stage: 'queued' }]),
        createObjectUrl: await send('createObjectUrl', 'a/result'),
      };
    },
  });
  return injected?.result as Record<string, unknown>;
}

/** What the welcome page shows, which asks for the consent as every reader of it does. */
const saysAgreed = () =>
  document.querySelector('.welcome__consent')?.getAttribute('data-agreed') ?? undefined;

const NOT_OURS = { err: { message: 'not one of our own pages', stack: '' } };

function expectNothingWon(seen: Record<string, unknown>): void {
  expect(seen.where).toBe(SITE);
  expect(seen.databases).not.toContain('upscale-with-dreamina-private');
  expect(seen.databases).not.toContain('upscale-with-dreamina');
  expect(seen.session).toBe('refused');
  for (const command of ['retry', 'account', 'importRows']) {
    expect(seen[command]).toMatchObject(NOT_OURS);
  }
  // Nobody is there, or the offscreen document refuses it.
  if (typeof seen.createObjectUrl === 'object') {
    expect(seen.createObjectUrl).toMatchObject(NOT_OURS);
  }
}

describe('a script in a page, in Chromium', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage({ isWelcomed: false, allowed: ['jimeng'] });
    page = await stage.openPopup();
    await (await stage.context.newPage()).goto(SITE);
  });
  afterAll(() => stage.close());

  it('can neither read nor write what the extension stores, nor command anything', async () => {
    const seen = await page.evaluate(attack, SITE);
    expectNothingWon(seen);
    expect([seen.local, seen.sync]).toEqual(['refused', 'refused']);
  });

  it('can still not after the worker has died and another has started', async () => {
    await stage.killWorker();
    expectNothingWon(await page.evaluate(attack, SITE));
    await page.reload();
    const seen = await page.evaluate(attack, SITE);
    expect([seen.local, seen.sync]).toEqual(['refused', 'refused']);
  });

  it('cannot give the consent', async () => {
    await page.evaluate(attack, SITE);
    await page.goto(`chrome-extension://${stage.extensionId}/welcome.html`);
    await expect.poll(() => page.evaluate(saysAgreed)).toBe('false');
  });
});

describe.skipIf(findFirefox() === undefined)('a script in a page, in Firefox', () => {
  let stage: FirefoxStage;
  beforeAll(async () => {
    stage = await openFirefoxStage({ isWelcomed: false, allowed: ['jimeng'] });
  });
  afterAll(() => stage.close());

  it('cannot give the consent, although it may write to storage areas, nor command anything', async () => {
    const popup = await stage.openPopup();
    await stage.openTab(SITE);
    const seen = await popup.evaluate(attack, SITE);
    expectNothingWon(seen);
    // Shown by this run: Firefox leaves the areas open, so that nothing in them may be trusted.
    expect(seen.local).toBe('written');
    await popup.goto(new URL('/welcome.html', await popup.url()).href);
    await expect.poll(() => popup.evaluate(saysAgreed)).toBe('false');
  });
});
