/**
 * Takes a picture of every state of the popup and the options page, in both languages and both
 * themes: `tsx tests/stories/shoot.ts [story ...]` -> test-results/stories/.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/browser';

/** The popup has one width; the options page is a tab, here also at 200 % of a small one. */
function widthOf(story: string): number {
  if (!story.startsWith('options')) return 400;
  return story === 'options-narrow' ? 360 : 880;
}

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
    await page.setViewportSize({ width: widthOf(story), height: 600 });
    for (const language of ['en', 'zh-CN'] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${address}?story=${story}&language=${language}`);
        await page.waitForSelector('.app, .options');
        // Long lists are photographed whole: the frame of the popup is lifted.
        await page.addStyleTag({
          content:
            'body{max-block-size:none!important}.job-card{content-visibility:visible!important}',
        });
        if (story === 'screen-menu') await page.locator('[aria-haspopup="menu"]').first().click();
        const path = join(out, `${story}.${language}.${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
        const overflow = await page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              '.job-card, .app__header, .drop-zone, .notice, .options, .options-section, .options-row',
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
