import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { axeFaults } from './support/axe';
import { button, rows } from './support/history';

/** The pages as they are shipped, with a picture in the history: the stories are another build. */
let stage: Stage;
let jobId: string;
/** Tab of the gallery. */
let tabId: number;

beforeAll(async () => {
  stage = await openStage({ simulator: { processingMs: 300 } });
  const popup = await stage.openPopup();
  await stage.upscale(await stage.openGallery(), '#harbour');
  tabId = await (await stage.worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  });
  await popup.bringToFront();
  await button(rows(popup), 'Save').waitFor();
  jobId = (await popup.locator('.job-card').getAttribute('data-id')) ?? '';
  expect(jobId).not.toBe('');
});

afterAll(() => stage.close());

/** Colours that are still on their way from one scheme to the other are nobody's. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
  });
}

it.each([
  ['popup.html', '.job-card'],
  ['sidepanel.html', '.job-card'],
  ['options.html', '.options-section'],
  ['welcome.html', 'h1'],
  ['compare.html', '[role=slider]'],
  ['picker.html', '[role=option]'],
  ['reader.html', 'h1'],
])('%s passes axe, light and dark', async (name, sign) => {
  const page = await stage.context.newPage();
  const query = { 'compare.html': `?job=${jobId}`, 'picker.html': `?tab=${tabId}` }[name] ?? '';
  await page.goto(`chrome-extension://${stage.extensionId}/${name}${query}`);
  await page.locator(sign).first().waitFor();
  if (sign === '.job-card') await expect.poll(() => rows(page).count()).toBe(1);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await untilStill(page);
    expect(await axeFaults(page), colorScheme).toEqual([]);
  }
  await page.close();
});
