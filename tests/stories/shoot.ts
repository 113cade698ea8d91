/**
 * Takes a picture of every state of the popup and the options page, in both languages and both
 * themes: `tsx tests/stories/shoot.ts [story ...]` -> test-results/stories/.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/browser';

/** The popup has one size; the other pages are tabs, here also at 200 % of a small one. */
function sizeOf(story: string): { width: number; height: number } {
  if (story.startsWith('compare')) {
    return story === 'compare-narrow' ? { width: 400, height: 700 } : { width: 1280, height: 760 };
  }
  if (!/^(options|welcome)/.test(story)) return { width: 400, height: 600 };
  return { width: story.endsWith('-narrow') ? 360 : 880, height: 600 };
}

/** Brings the compare page into the state that the story is about. */
async function prepareCompare(page: Page, story: string): Promise<void> {
  if (story === 'compare-differs') await page.locator('.compare-check button').click();
  if (story === 'compare-folded') {
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.locator('.compare-divider').focus();
  }
}

/** Stories that show the popup as it is on the screen: too long to be photographed whole, or about its frame. */
const FRAMED = ['five-thousand', 'search-hit', 'selection', 'undo'];

const repo = fileURLToPath(new URL('../..', import.meta.url));
const out = join(repo, 'test-results/stories');
mkdirSync(out, { recursive: true });

const server = await createServer({
  configFile: false,
  root: join(repo, 'tests/stories'),
  cacheDir: join(repo, 'test-results/.vite'),
  resolve: { alias: { '@': repo } },
  server: { host: '127.0.0.1', fs: { allow: [repo] } },
  logLevel: 'warn',
});
await server.listen(0);
const address = server.resolvedUrls?.local[0] ?? '';

const executablePath = findChromium();
const browser = await chromium.launch({
  args: CHROMIUM_FLAGS,
  ...(executablePath && { executablePath }),
});
try {
  const page = await browser.newPage({
    viewport: { width: 400, height: 600 },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  page.on('pageerror', (error) => console.error(error));
  await page.goto(address);
  await page.waitForSelector('.app');
  const known = await page.evaluate(() => document.documentElement.dataset.stories ?? '');
  const stories = argv.length > 2 ? argv.slice(2) : known.split(' ');
  for (const story of stories) {
    await page.setViewportSize(sizeOf(story));
    for (const language of ['en', 'zh-CN'] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${address}?story=${story}&language=${language}`);
        await page.waitForSelector('.app, .options, .welcome, .compare[data-ready]');
        // Lists are photographed whole: the frame of the popup is lifted.
        if (!FRAMED.includes(story))
          await page.addStyleTag({
            content:
              'body{max-block-size:none!important}.job-card{content-visibility:visible!important}',
          });
        if (story === 'screen-menu') await page.locator('[aria-haspopup="menu"]').first().click();
        if (story.startsWith('compare')) await prepareCompare(page, story);
        if (story === 'selection') {
          await page.locator('.history-bar .icon-button').click();
          for (const row of [1, 3]) await page.locator('.job-card__choose').nth(row).click();
        }
        const path = join(out, `${story}.${language}.${colorScheme}.png`);
        await page.screenshot({ path, fullPage: !FRAMED.includes(story) });
        const overflow = await page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              '.job-card, .app__header, .drop-zone, .notice, .options, .options-section, .options-row, .welcome, .welcome__screen, .compare, .compare__header, .compare__panel, .compare-part',
            ),
          ]
            .filter((el) => el.scrollWidth > el.clientWidth + 1)
            .map((el) => el.textContent?.slice(0, 60)),
        );
        if (overflow.length > 0) console.error(`${story} ${language} overflows:`, overflow);
      }
    }
  }
  console.log(`${stories.length * 4} pictures in ${out}`);
} finally {
  await browser.close();
  await server.close();
}
