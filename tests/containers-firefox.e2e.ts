import { readFile } from 'node:fs/promises';
import { env } from 'node:process';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { SITES, type SiteName } from '@/lib/jimeng/model/sites';
import { findFirefox } from '@/scripts/browsers/browser';
import { CONTAINER, CONTAINERS_ON } from '@/scripts/browsers/firefox-containers';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import { rowState } from './support/database';
import { firefoxOfFile } from './support/firefox-of-file';

const isMissing = findFirefox() === undefined;
if (isMissing && env.CI)
  throw new Error('No Firefox found; run "tsx scripts/browsers/browser.ts ensure".');

const PATIENCE = { timeout: 60_000, interval: 200 };
/** Calls that need the login. */
const API = /^\/(mweb|commerce)\//;
const ROW = 'li:first-of-type';

const openStage = firefoxOfFile();

const until = (popup: FirefoxTab, name: string) =>
  expect.poll(() => rowState(popup, name), PATIENCE);

/** Runs in a page of ours: the containers of the site's open pages. */
async function jarsOfSitePages(origin: string): Promise<string[]> {
  const tabs = (await chrome.tabs.query({ url: `${origin}/*` })) as { cookieStoreId?: string }[];
  return tabs.map(({ cookieStoreId = '' }) => cookieStoreId);
}

/** Runs in a page of ours: the time for which an opened page is kept is over. */
async function ringPageAlarm(): Promise<void> {
  await chrome.alarms.create('page', { when: Date.now() });
}

/** Runs in the popup. */
function readFirstRow(): string {
  return document.querySelector('li')?.textContent ?? '';
}

async function agree(popup: FirefoxTab, site: string): Promise<void> {
  const next = `Continue through the ${site} page`;
  await expect.poll(() => popup.buttons(ROW), PATIENCE).toContain(next);
  await popup.clickButton(ROW, next);
  await expect.poll(() => popup.buttons(ROW), PATIENCE).toContain('Agree');
  await popup.clickButton(ROW, 'Agree');
}

describe.skipIf(isMissing)('Firefox, with the login in a container only', () => {
  it.each<[SiteName, string]>([
    ['dreamina', 'Dreamina'],
    ['jimeng', 'Jimeng'],
  ])(
    'upscales an image of its tab at %s through a page of that container, also after the background died',
    { timeout: 180_000 },
    async (site, name) => {
      const stage = await openStage({
        site,
        isSignedIn: false,
        preferences: CONTAINERS_ON,
        simulator: { processingMs: 500 },
      });
      const { simulator } = stage;
      const { origin } = SITES[site][0];
      await stage.signInToContainer();
      const gallery = await stage.openInContainer('https://gallery.example/');
      await stage.upscale(gallery, '#harbour');
      let popup = await stage.openPopup();
      await until(popup, 'harbour').toBe('page-consent');
      // Nothing that needs the login was sent, and no page was opened.
      expect(simulator.requests.filter(({ sender }) => sender.cookies > 0)).toEqual([]);
      expect(await popup.evaluate(jarsOfSitePages, origin)).toEqual([]);

      await agree(popup, name);
      await until(popup, 'harbour').toBe('done');
      expect(await popup.evaluate(readFirstRow)).toContain(`${name}, container`);
      await expect.poll(() => popup.buttons(ROW), PATIENCE).toContain('Save');
      await popup.clickButton(ROW, 'Save');
      await expect.poll(() => popup.evaluate(readFirstRow), PATIENCE).toMatch(/Saved/);
      const bytes = await readFile(stage.savedFiles()[0] ?? '');
      expect((await sharp(bytes).metadata()).width).toBe(2880);
      expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
      const calls = simulator.requests.filter(({ url }) => API.test(new URL(url).pathname));
      expect(calls.length).toBeGreaterThan(4);
      expect(new Set(calls.map(({ sender }) => sender.origin))).toEqual(new Set([origin]));
      expect(await popup.evaluate(jarsOfSitePages, origin)).toEqual([CONTAINER.cookieStoreId]);

      const orders = () => simulator.requests.filter(({ endpoint }) => endpoint === 'generate');
      simulator.faults.add({ at: 'generate', effect: { kind: 'delay', ms: 1_000 } });
      await stage.upscale(gallery, '#night-lake');
      await expect.poll(() => orders().length, PATIENCE).toBe(2);
      await stage.killWorker();
      popup = await stage.openPopup();
      await until(popup, 'night-lake').toBe('done');
      expect(simulator.submissions).toHaveLength(2);

      // A late question for the balance sets the alarm to later.
      const jarsOnceOver = async () => {
        await popup.evaluate(ringPageAlarm);
        return popup.evaluate(jarsOfSitePages, origin);
      };
      await expect.poll(jarsOnceOver, { ...PATIENCE, interval: 2_000 }).toEqual([]);
    },
  );
});
