import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pid } from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { build, type InlineConfig, type Plugin, preview } from 'vite';
import type { Language } from '@/lib/i18n/locales/languages';
import { PICTURES } from '@/simulator/pictures/pictures';
import { CHROMIUM_FLAGS, findChromium } from '../browsers/browser';

/** How a story is to be shown. */
export interface View {
  language?: Language;
  colorScheme?: 'light' | 'dark';
  /** CSS px; default the size of the page the story is about. */
  size?: { width: number; height: number };
  /** Lets a long list out of its frame, so that it can be photographed whole. Default no. */
  isWhole?: boolean;
}

/** The stories of tests/stories, in a headless Chromium: every page and state, without an extension. */
export interface Stories {
  /** All names. */
  names: readonly string[];
  browser: Browser;
  /** A page to show stories in, one after the other. */
  newPage(options?: { deviceScaleFactor?: number; forcedColors?: 'active' }): Promise<Page>;
  /** Brings a page to a story, in the state that it is about. */
  show(page: Page, name: string, view?: View): Promise<void>;
  /** Shows what a page shows in other colours or another size, without loading it anew. */
  turn(page: Page, view: Pick<View, 'colorScheme' | 'size'>): Promise<void>;
  close(): Promise<void>;
}

/** Stories about the frame of the popup, or too long to be photographed whole. */
const FRAMED = ['five-thousand', 'batch-large-open', 'search-hit', 'selection', 'undo'];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the stories, and starts a server and a browser for them. */
export async function openStories(): Promise<Stories> {
  const outDir = join(root, 'test-results/stories', String(pid));
  const config = {
    configFile: false,
    root: join(root, 'tests/stories'),
    resolve: { alias: { '@': root } },
    plugins: [gallery()],
    logLevel: 'warn',
    // `main.tsx` awaits at the top.
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      reportCompressedSize: false,
    },
    preview: { host: '127.0.0.1', port: 0 },
  } satisfies InlineConfig;
  await build(config);
  const server = await preview(config);
  const address = server.resolvedUrls?.local[0] ?? '';
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: CHROMIUM_FLAGS,
    ...(executablePath && { executablePath }),
  });

  const first = await browser.newPage();
  await first.goto(address);
  await first.waitForSelector('.app');
  const names = await first.evaluate(() => document.documentElement.dataset.stories ?? '');
  await first.close();

  return {
    names: names.split(' '),
    browser,
    async newPage(options = {}) {
      const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
      page.on('pageerror', (error) => console.error(error));
      return page;
    },
    async show(page, name, { language = 'en', colorScheme = 'light', size, isWhole } = {}) {
      await page.setViewportSize(size ?? sizeOf(name));
      await page.emulateMedia({ colorScheme });
      await page.goto(`${address}?story=${name}&language=${language}`);
      await page.waitForSelector(
        '.app, .options, .welcome, .picker, .compare[data-ready], .reader[data-ready]',
      );
      if (isWhole && !isFramed(name)) await page.addStyleTag({ content: UNFRAMED });
      await act(page, name);
      await page.evaluate(settled);
    },
    async turn(page, { colorScheme, size }) {
      if (size) await page.setViewportSize(size);
      if (colorScheme) await page.emulateMedia({ colorScheme });
      await page.evaluate(settled);
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}

/** Whether a picture of the story has to stay within its window. */
export function isFramed(name: string): boolean {
  return FRAMED.includes(name) || /^(panel|picker|reader)/.test(name);
}

const UNFRAMED =
  'body{max-block-size:none!important}.job-card{content-visibility:visible!important}';

/** The popup has one size; the other pages are tabs, here also narrow ones, or beside a page. */
function sizeOf(story: string): { width: number; height: number } {
  if (story === 'compare-narrow') return { width: 400, height: 700 };
  if (story === 'picker-narrow') return { width: 320, height: 700 };
  if (story.startsWith('picker')) return { width: 1100, height: 760 };
  if (story.startsWith('reader-narrow')) return { width: 320, height: 700 };
  if (story.startsWith('reader')) return { width: 1100, height: 760 };
  if (story.startsWith('compare')) return { width: 1280, height: 760 };
  if (story === 'panel-narrow') return { width: 300, height: 900 };
  if (story === 'panel-wide') return { width: 600, height: 900 };
  if (story.startsWith('panel')) return { width: 360, height: 760 };
  if (!/^(options|welcome)/.test(story)) return { width: 400, height: 600 };
  return { width: story.endsWith('-narrow') ? 360 : 880, height: 600 };
}

/** Does what a person would have done to come to the state. */
async function act(page: Page, story: string): Promise<void> {
  if (story.endsWith('-menu')) await page.locator('[aria-haspopup="menu"]').first().click();
  if (story.startsWith('copy-')) {
    await page.locator('[aria-haspopup="menu"]').first().click();
    await page.locator('[role="menuitem"]').first().click();
  }
  if (story === 'selection') {
    await page.locator('.history-bar .icon-button').click();
    for (const row of [1, 3]) await page.locator('.job-card__choose').nth(row).click();
  }
  if (story.endsWith('-open')) await page.locator('.batch-row__toggle').first().click();
  if (story.endsWith('-view')) await page.locator('.reader-header__view').click();
  if (story === 'page-way') await page.locator('.job-buttons button').first().click();
  const pageSwitch = ['options-page-agreement', 'options-page-way'].indexOf(story);
  if (pageSwitch >= 0) await page.locator('[role="switch"]').nth(pageSwitch).click();
  if (story === 'compare-differs') await page.locator('.compare-check button').click();
  if (story.startsWith('options')) {
    // Not pressed: that would move the keyboard as well.
    await page.locator('.permission-list').evaluate((folded: HTMLDetailsElement) => {
      folded.open = true;
    });
  }
  if (story === 'compare-folded') {
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.locator('.compare-divider').focus();
  }
}

/** Runs in the page: waits for its pictures and for what is measured and drawn anew. */
async function settled(): Promise<void> {
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

/** Serves the gallery's drawings below `/gallery/`, for stories that are shown to people. */
function gallery(): Plugin {
  return {
    name: 'gallery',
    configurePreviewServer({ middlewares }) {
      middlewares.use('/gallery/', async (request, response, next) => {
        const file = basename(request.url ?? '');
        const picture = Object.values(PICTURES).find((each) => each.file === file);
        if (!picture) return next();
        response.setHeader('Content-Type', picture.type);
        response.end(await picture.make());
      });
    },
  };
}
