import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import { type FirefoxStage, openFirefoxStage } from '@/scripts/browsers/firefox-stage';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { LOCAL_HOST, PRIVATE_SERVICE_HOST } from '@/simulator/pages/hostile-page';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import { prepareSettings } from './any-image/firefox';
import { cookiesIn, requestsNamingUs, requestsTo } from './support/requests';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** The page of tests/hostile-page.e2e.ts, in Firefox as installed. */
describe.skipIf(findFirefox() === undefined)('a hostile page in Firefox', () => {
  let stage: FirefoxStage;
  let page: FirefoxTab;
  let popup: FirefoxTab;
  let before = 0;

  beforeAll(async () => {
    stage = await openFirefoxStage({ simulator: { processingMs: 300 } });
    popup = await stage.openPopup();
    await prepareSettings(popup);
    await stage.openTab('https://members.example/join');
    page = await stage.openGallery('/hostile');
  });

  afterAll(async () => {
    const { simulator } = stage;
    const found = { violations: simulator.violations, naming: requestsNamingUs(simulator) };
    await stage.close();
    expect(found).toEqual({ violations: [], naming: [] });
  });

  /** What the newest row says. */
  const rowText = () => popup.evaluate(() => document.querySelector('li')?.textContent ?? '');
  const rows = () => popup.evaluate(() => document.querySelectorAll('li').length);
  const sinceClick = (host: string) => requestsTo(stage.simulator, host, before);

  /** @param isNew whether the click makes a row: one with the same bytes may join a row that waits */
  async function ask(selector: string, isNew = true): Promise<void> {
    const known = await rows();
    await page.bringToFront();
    before = stage.simulator.requests.length;
    await stage.upscale(page, selector);
    await popup.bringToFront();
    if (isNew) await expect.poll(rows).toBeGreaterThan(known);
  }

  it.each([
    ['#names-service', PRIVATE_SERVICE_HOST],
    ['#names-members', 'members.example'],
    ['#names-local', LOCAL_HOST],
  ])(
    '%s: what it merely names is not asked for, and the shown picture is sent',
    async (selector, host) => {
      const orders = stage.simulator.submissions.length;
      await ask(selector, orders === 0);
      if (orders === 0) {
        await expect.poll(() => stage.simulator.submissions.length).toBe(1);
        const bytes = stage.simulator.uploads.at(-1)?.bytes ?? Buffer.alloc(0);
        expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
      } else {
        // The same bytes again: the harmless picture, which is there already.
        await expect.poll(rowText).toMatch(/already upscaled this/i);
      }
      expect(sinceClick(host)).toEqual([]);
    },
  );

  it('a shown picture of the service gets no login', async () => {
    const uploads = stage.simulator.uploads.length;
    await ask('#shows-service');
    await expect.poll(rowText).toMatch(/pictures\.jianying\.com/);
    expect(sinceClick(PRIVATE_SERVICE_HOST).length).toBeGreaterThan(0);
    expect(cookiesIn(sinceClick(PRIVATE_SERVICE_HOST))).toBe(0);
    expect(stage.simulator.uploads).toHaveLength(uploads);
  });

  it('a lazy picture of the own network is not asked for', async () => {
    await ask('#lazy-local');
    await expect.poll(rowText).toMatch(/own network/);
    expect(sinceClick(LOCAL_HOST)).toEqual([]);
  });
});
