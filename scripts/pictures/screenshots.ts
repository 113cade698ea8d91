/**
 * `npm run screenshots [-- story ... --language=de --width=320]`: every page and state in both themes, to
 * test-results/screenshots/, and what overflows in them. Without `--language` in English and Simplified
 * Chinese; the option can be repeated. `--width` is the width of the window in CSS px. Without names, or
 * with the name `store`, also the images of the README (docs/images/) and of the stores
 * (docs/store/images/), made of the same pages.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { composeStoreImages } from './store-images';
import { isFramed, openStories } from './stories';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'test-results/screenshots');
mkdirSync(out, { recursive: true });

/** Parts of a page whose contents have to fit into their width. */
const PARTS = [
  '.app__header, .drop-zone, .notice, .job-card, .batch-row',
  '.options, .options-section, .options-row',
  '.welcome, .welcome__screen',
  '.compare, .compare__header, .compare__panel, .compare-part',
  '.reader-header, .reader-pager, .reader-view, .reader-view__line',
  '.picker, .picker__header, .picker-filters, .picker-tile, .picker-start',
].join();

/** What is wider than its place: the beginning of its words. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(
    (parts) =>
      [...document.querySelectorAll<HTMLElement>(parts)]
        .filter((part) => part.scrollWidth > part.clientWidth + 1)
        .map((part) => part.textContent?.slice(0, 60) ?? ''),
    PARTS,
  );
}

const { values: options, positionals: chosen } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: { language: { type: 'string', multiple: true }, width: { type: 'string' } },
});
const languages = options.language
  ? LANGUAGES.filter((each) => options.language?.includes(each))
  : (['en', 'zh-CN'] as const);
const size = options.width && { width: Number(options.width), height: 700 };

const stories = await openStories();
try {
  const page = await stories.newPage({ deviceScaleFactor: 2 });
  const names = chosen.length > 0 ? chosen.filter((name) => name !== 'store') : stories.names;
  const unknown = names.filter((name) => !stories.names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No story ${unknown.join(', ')}. There are: ${stories.names.join(', ')}`);
  }
  for (const name of names) {
    for (const language of languages) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await stories.show(page, name, {
          language,
          colorScheme,
          isWhole: true,
          ...(size && { size }),
        });
        const path = join(
          out,
          [name, language, colorScheme, options.width, 'png'].filter(Boolean).join('.'),
        );
        await page.screenshot({ path, fullPage: !isFramed(name) });
        const wide = await overflowing(page);
        if (wide.length > 0) console.error(`${name} ${language} overflows:`, wide);
      }
    }
  }
  console.log(`${names.length * languages.length * 2} pictures in ${out}`);
  if (chosen.length === 0 || chosen.includes('store')) {
    for (const path of await composeStoreImages(stories, root)) console.log(path);
  }
} finally {
  await stories.close();
}
