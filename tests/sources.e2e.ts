import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES, type PictureName } from '@/simulator/pictures/pictures';
import { answerPrompt, button, clearRows, untilDone, untilRowSays } from './support/history';

/** One browser for the whole table: what a case grants or stores is cleared after it. */
let stage: Stage;
let page: Page;
let popup: Page;

beforeAll(async () => {
  await Promise.all(
    (['harbour', 'mushroom', 'night-lake'] as const).map((name) => PICTURES[name].make()),
  );
  stage = await openStage({ simulator: { processingMs: 300 } });
  popup = await stage.openPopup();
  page = await stage.openGallery('/cases');
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('#blob')?.naturalWidth);
});

afterEach(() => clearRows(popup));

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** The picture that reached the service is the one on the page. */
async function expectUploaded(name: PictureName): Promise<void> {
  const upload = stage.simulator.uploads.at(-1);
  expect(upload?.committed).toBe(true);
  const bytes = upload?.bytes ?? Buffer.alloc(0);
  expect(await correlation(await PICTURES[name].make(), bytes)).toBeGreaterThan(0.95);
}

describe('an image that', () => {
  it.each([
    ['#same-origin', 'is on the same host', 'harbour'],
    ['#query', 'has a query string', 'harbour'],
    ['#data', 'is inside the page', 'mushroom'],
    ['#blob', 'was made by a script', 'night-lake'],
    ['#open', 'is open to every page', 'harbour'],
    ['#srcset', 'has a better source', 'portrait'],
    ['#linked', 'is inside a link', 'poster'],
  ] as const)('%s %s needs no permission', async (selector, _, name) => {
    // A link has entries of its own in the menu; ours stays above "Inspect".
    await stage.upscale(page, selector);
    await untilDone(popup);
    await expectUploaded(name);
  });

  it('is not there fails with its sentence', async () => {
    await stage.upscale(page, '#not-found');
    const row = await untilRowSays(popup, /no longer|not there|not found/i);
    expect(await row.getByRole('button').count()).toBeGreaterThan(0);
    expect(await row.textContent()).toMatch(/nothing was charged/i);
  });
});

describe('an image of a foreign host', () => {
  it('waits for permission, stays waiting when denied, and goes on when allowed', async () => {
    const orders = stage.simulator.submissions.length;
    await stage.upscale(page, '#foreign');
    await untilRowSays(popup, /cdn\.example\.com/);
    await expect.poll(() => stage.isPopupOpen()).toBe(true);
    await popup.waitForTimeout(500);
    // It has opened on this row, with its button focused.
    stage.press('Return');
    await popup.waitForTimeout(1_000);
    stage.press('Return');
    await untilRowSays(popup, /needs your permission/);
    expect(stage.simulator.submissions).toHaveLength(orders);

    await answerPrompt(stage, button(popup, 'Allow cdn.example.com'), 'allow');
    await untilDone(popup);
    await expectUploaded('harbour');
  });

  it('is read at once the second time', async () => {
    await stage.upscale(page, '#foreign', '4k');
    await untilDone(popup);
    await expectUploaded('harbour');
  });

  it.each([
    ['#hotlink', 'hotlink.example', 'refuses hotlinks: read with the page as Referer'],
    ['#slow', 'slow.example', 'takes its time'],
    ['#mistyped', 'typed.example', 'says it is a page: the bytes count'],
    ['#redirect', 'moved.example', 'has moved to an allowed host'],
  ])('%s on %s %s', async (selector, host) => {
    await stage.upscale(page, selector);
    await untilRowSays(popup, new RegExp(host.replace('.', '\\.')));
    await answerPrompt(stage, button(popup, `Allow ${host}`), 'allow');
    await untilDone(popup);
    await expectUploaded('harbour');
  });
});
