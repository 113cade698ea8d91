import { readFile } from 'node:fs/promises';
import { env } from 'node:process';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import { listedCluster } from '@/simulator/wire/clusters';
import { rowState } from './support/database';
import { firefoxOfFile } from './support/firefox-of-file';

const isMissing = findFirefox() === undefined;
if (isMissing && env.CI)
  throw new Error('No Firefox found; run "tsx scripts/browsers/browser.ts ensure".');

const PATIENCE = { timeout: 60_000, interval: 200 };
const CONTINUE = 'Continue through the Dreamina page';
const ROW = 'li:first-of-type';

const openStage = firefoxOfFile();

const until = (popup: FirefoxTab, name: string) =>
  expect.poll(() => rowState(popup, name), PATIENCE);

/** Runs in a page of ours: how many pages of Dreamina are open. */
async function countSitePages(): Promise<number> {
  return (await chrome.tabs.query({ url: 'https://dreamina.capcut.com/*' })).length;
}

/** Runs in the popup. */
function readFirstRow(): string {
  return document.querySelector('li')?.textContent ?? '';
}

/** Runs in a page of ours: the time for which an opened page is kept is over. */
async function ringPageAlarm(): Promise<void> {
  await chrome.alarms.create('page', { when: Date.now() });
}

it.skipIf(isMissing)(
  'Firefox at Dreamina, from the install to the saved file, and on after the background died in the order',
  { timeout: 180_000 },
  async () => {
    // The welcome page asks for Dreamina, and the real prompt is answered.
    const stage = await openStage({ site: 'dreamina', simulator: { processingMs: 500 } });
    const { simulator } = stage;
    const orders = () => simulator.requests.filter(({ endpoint }) => endpoint === 'generate');
    let popup = await stage.openPopup();
    const gallery = await stage.openGallery();
    await stage.upscale(gallery, '#harbour');
    await until(popup, 'harbour').toBe('page-consent');
    expect(await popup.evaluate(countSitePages)).toBe(0);
    expect(orders()).toHaveLength(0);

    await expect.poll(() => popup.buttons(ROW), PATIENCE).toContain(CONTINUE);
    await popup.clickButton(ROW, CONTINUE);
    await expect.poll(() => popup.buttons(ROW), PATIENCE).toContain('Agree');
    await popup.clickButton(ROW, 'Agree');
    await until(popup, 'harbour').toBe('done');
    await expect.poll(() => popup.buttons(ROW), PATIENCE).toContain('Save');
    await popup.clickButton(ROW, 'Save');
    await expect.poll(() => popup.evaluate(readFirstRow), PATIENCE).toMatch(/Saved/);
    const bytes = await readFile(stage.savedFiles()[0] ?? '');
    expect((await sharp(bytes).metadata()).width).toBe(2880);
    expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
    expect(orders().map(({ sender }) => sender)).toMatchObject([
      { origin: 'https://dreamina.capcut.com', namesExtension: false },
    ]);
    expect(await popup.evaluate(countSitePages)).toBe(1);

    simulator.faults.add({ at: 'generate', effect: { kind: 'delay', ms: 1_000 } });
    await stage.upscale(gallery, '#night-lake');
    await expect.poll(() => orders().length, PATIENCE).toBe(2);
    await stage.killWorker();
    // Wakes the next one, half a minute before its alarm.
    popup = await stage.openPopup();
    await until(popup, 'night-lake').toBe('done');
    expect(simulator.submissions).toHaveLength(2);

    const clusters = simulator.requests.map(({ url }) => listedCluster(new URL(url).hostname)?.id);
    expect(new Set(clusters.filter((id) => id !== undefined))).toEqual(new Set(['dreamina-sg']));

    // A late question for the balance sets the alarm to later.
    const pagesOnceOver = async () => {
      await popup.evaluate(ringPageAlarm);
      return popup.evaluate(countSitePages);
    };
    await expect.poll(pagesOnceOver, { ...PATIENCE, interval: 2_000 }).toBe(0);
  },
);
