import { env } from 'node:process';
import { describe, expect, it, vi } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import { placeOf } from '@/scripts/browsers/case-place';
import type { FirefoxStage } from '@/scripts/browsers/firefox-stage';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { ANY_CASES, type AnyCase } from '@/simulator/pages/any-cases';
import { correlation } from '@/simulator/pictures/correlation';
import { GOOD_NAMES } from '@/simulator/pictures/pictures';
import { drawCases } from './any-image/draw-cases';
import { fateOf, needsOwnOrder } from './any-image/fates';
import { readShownRows } from './support/database';
import { firefoxOfFile } from './support/firefox-of-file';
import { enlargeToNegative } from './support/negative';

/** Results in place of the images of a page, in every way a page of Firefox can show one. */

vi.setConfig({ testTimeout: 420_000 });

/** A negative has less in common with its original than this; a title may lie over both. */
const UNLIKE = 0.6;
const PATIENCE = { timeout: 30_000, interval: 300 };
/** What only style sheets, objects and drawings show: Firefox has ways of its own there. */
const STYLED = /^(?:css-|object$|embed$|svg-)/;
/** So many of the others are tried, other ones with each seed. */
const DRAWN = 8;
const seed = Number(env.ANY_SEED ?? Date.now() % 1_000_000);
const replaced = ANY_CASES.filter((one) => fateOf(one) === 'replaced' && !needsOwnOrder(one));
const isStyled = ({ id }: AnyCase) => STYLED.test(id);
const cases = env.ANY === 'all' ? replaced : drawCases(seed, isStyled, DRAWN, replaced);
const pathOf = ({ page = '/any' }: AnyCase) => page;
/** What the policy of a page that is a sandbox allows. */
const SANDBOXES = ['', 'allow-scripts', 'allow-same-origin', 'allow-scripts allow-same-origin'];
const FIRST = '#item-1';

const openStage = firefoxOfFile();

/** Opens every page of the cases. */
async function openPages(stage: FirefoxStage): Promise<Map<string, FirefoxTab>> {
  const tabs = new Map<string, FirefoxTab>();
  for (const path of new Set(cases.map(pathOf))) {
    const tab = await stage.openGallery(path);
    const isReady = () => tab.evaluate(() => document.documentElement.dataset.ready === '');
    if (path === '/any') await expect.poll(isReady, PATIENCE).toBe(true);
    tabs.set(path, tab);
  }
  return tabs;
}

/** As it is on the screen; the words of a figure do not show what is behind them. */
async function look(tabs: ReadonlyMap<string, FirefoxTab>, one: AnyCase): Promise<Buffer> {
  const tab = tabs.get(pathOf(one)) as FirefoxTab;
  await tab.bringToFront();
  return (await placeOf(tab, one)).screenshot(one.selector);
}

async function orderAll(stage: FirefoxStage, popup: FirefoxTab): Promise<void> {
  const wanted = new Set(
    cases.map(({ expect: expected }) => ('picture' in expected ? expected.picture : undefined)),
  );
  let count = 0;
  const order = async (tab: FirefoxTab, selector: string) => {
    // Ending the background here could end it between an order's row and its request.
    await stage.upscale(tab, selector, '2k', { awake: true });
    count += 1;
    const hasRow = async () => (await readShownRows(popup)).length;
    await expect.poll(hasRow, { ...PATIENCE, message: selector }).toBe(count);
  };
  const home = await stage.openGallery('/');
  for (const name of GOOD_NAMES) if (wanted.has(name)) await order(home, `#${name}`);
  await home.close();
  const list = await stage.openGallery('/lists/strict');
  await order(list, FIRST);
  await list.close();
  const unfinished = async () =>
    (await readShownRows(popup))
      .filter((job) => job.stage !== 'done')
      .map((job) => [job.name, job.stage, job.waiting?.reason]);
  await expect.poll(unfinished, PATIENCE).toEqual([]);
}

async function switchOn(stage: FirefoxStage, popup: FirefoxTab): Promise<void> {
  await popup.bringToFront();
  await popup.clickButton('li:first-of-type', 'More');
  await popup.clickButton('.menu', 'Always show results on gallery.example');
  await stage.answerPrompt(true);
}

describe.skipIf(findFirefox() === undefined)('any image on a page of Firefox', () => {
  it('is replaced, also in a sandbox', async () => {
    process.stdout.write(`replaced in Firefox: seed ${seed} (ANY_SEED repeats it)\n`);
    const stage = await openStage({
      simulator: {
        processingMs: 200,
        credits: { gift: 1_000 },
        queueLimit: 100,
        enlarge: enlargeToNegative,
      },
    });
    const popup = await stage.openPopup();
    await orderAll(stage, popup);
    const before = await openPages(stage);
    const looks = new Map<AnyCase, Buffer>();
    for (const one of cases) looks.set(one, await look(before, one));
    for (const tab of before.values()) await tab.close();
    const list = await stage.openGallery('/lists/strict');
    const original = await list.screenshot(FIRST);
    await list.close();

    const orders = stage.simulator.submissions.length;
    await switchOn(stage, popup);
    const after = await openPages(stage);
    const kept: string[] = [];
    for (const one of cases) {
      const likeBefore = async () =>
        correlation(looks.get(one) ?? Buffer.alloc(0), await look(after, one));
      await expect
        .poll(likeBefore, PATIENCE)
        .toBeLessThan(UNLIKE)
        .catch(() => kept.push(one.id));
    }
    expect(kept).toEqual([]);

    for (const allow of SANDBOXES) {
      const page = await stage.openGallery(`/sandbox?allow=${encodeURIComponent(allow)}`);
      const likeOriginal = async () => correlation(original, await page.screenshot(FIRST));
      await expect
        .poll(likeOriginal, { ...PATIENCE, message: `sandbox ${allow}` })
        .toBeLessThan(UNLIKE);
      await page.close();
    }
    expect(stage.simulator.submissions).toHaveLength(orders);
  });
});
