import { env } from 'node:process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import { elementOf } from '@/scripts/browsers/case-place';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { ANY_CASES, type AnyCase } from '@/simulator/pages/any-cases';
import { correlation } from '@/simulator/pictures/correlation';
import { GOOD_NAMES } from '@/simulator/pictures/pictures';
import { drawCases } from './any-image/draw-cases';
import { fateOf, needsOwnOrder } from './any-image/fates';
import { readShownRows } from './support/database';
import { button, rows } from './support/history';
import { enlargeToNegative } from './support/negative';
import { pageTree } from './support/page-tree';

/** Every way an image can be on a page, on a site on which results are always shown. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 420_000 });

/** Cases of `npm test`, and those among them in which nothing can be shown. */
const DRAWN = 14;
const seed = Number(env.ANY_SEED ?? Date.now() % 1_000_000);
const isFull = env.ANY === 'all';
if (!isFull) process.stdout.write(`replaced: seed ${seed} (ANY_SEED repeats it)\n`);
const impossible = ANY_CASES.filter((one) => fateOf(one) === 'impossible');
const drawn = () => drawCases(seed, (one) => one === impossible[seed % impossible.length], DRAWN);
/** `ANY=css-mask,css-list` tries these. */
const named = ANY_CASES.filter(({ id }) => env.ANY?.split(',').includes(id));
const some = named.length > 0 ? named : drawn();
const cases = (isFull ? ANY_CASES : some).filter(({ page = '' }) => !page.startsWith('https:'));

/** A negative has less in common with its original than this; a title may lie over both. */
const UNLIKE = 0.6;
const LIKE = 0.9;
const PATIENCE = { timeout: 20_000, interval: 150 };
/** Longer than the replacer takes to ask and to show, ms. */
const CALM_MS = 1_000;
const SENTENCE = backgroundMessages('en').replacer.impossible;

let stage: Stage;
let popup: Page;
/** How each case looks before, and what each page is. */
const looks = new Map<string, Buffer>();
const untouched = new Map<string, string[]>();
const pages = new Map<string, Page>();
const errors: string[] = [];

const pathOf = ({ page = '/any' }: AnyCase) => page;

async function open(path: string): Promise<Page> {
  const page = await stage.openGallery(path);
  page.on('pageerror', (error) => errors.push(`${path}: ${error.message}`));
  if (path === '/any') await page.locator('html[data-ready]').waitFor();
  await page.evaluate(noteShifts);
  return page;
}

/** A line of `movedOn` about nothing but elements in closed shadow roots. */
const ofShadows = /^[\d.]+ (?:closed [^;]*(?:; |$))+$/;

/** Runs in the page: keeps what has moved, from the start of the page. */
function noteShifts(): void {
  const moved: string[] = [];
  Object.assign(window, { moved });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as Shift[]) {
      const nodes = entry.sources.map(({ node, previousRect: from, currentRect: to }) => {
        const rects = [from, to].map(({ x, y, width, height }) => [x, y, width, height].join());
        return `${node ? (node as Element).id || node.nodeName : 'closed'} ${rects.join(' to ')}`;
      });
      moved.push(`${entry.value} ${nodes.join('; ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

interface Shift {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

const movedOn = (page: Page) =>
  page.evaluate(() => (window as unknown as { moved: string[] }).moved);

/** Opens the page of a case the first time, and scrolls to its picture. */
async function show(one: AnyCase) {
  const path = pathOf(one);
  const page = pages.get(path) ?? (await open(path));
  pages.set(path, page);
  await page.bringToFront();
  if (one.frames?.[0]) await page.locator(one.frames[0]).scrollIntoViewIfNeeded();
  const element = elementOf(page, one);
  await element.scrollIntoViewIfNeeded();
  // The words of a figure do not show what is behind them.
  const around = element.locator('xpath=ancestor-or-self::*[@class="stage"]');
  return { page, element, picture: (await around.count()) > 0 ? around.first() : element };
}

async function look(one: AnyCase): Promise<Buffer> {
  return (await show(one)).picture.screenshot({ animations: 'allow', caret: 'initial' });
}

async function likeBefore(one: AnyCase): Promise<number> {
  return correlation(looks.get(one.id) ?? Buffer.alloc(0), await look(one));
}

/** Asks for a picture, and waits until there is a row for it. A busy machine may drop a key in a native menu. */
async function upscale(what: string, ask: () => Promise<void>, tries = 3): Promise<void> {
  const before = (await readShownRows(popup)).length;
  const hasRow = async () => (await readShownRows(popup)).length > before;
  try {
    await ask();
    await vi.waitUntil(hasRow, { timeout: 8_000, interval: 100 });
  } catch (error) {
    if (tries === 1) throw new Error(`no row for ${what}`, { cause: error });
    stage.press('Escape');
    if (!(await hasRow())) await upscale(what, ask, tries - 1);
  }
}

async function upscaleInPlace(one: AnyCase): Promise<void> {
  const { page, element } = await show(one);
  const how = { awake: true, by: 'keys' } as const;
  const entry = one.menu === 'image' ? '2k' : 'here';
  await upscale(one.id, () => stage.rightClick(page, element, entry, how));
}

/** Waits until every row has its result. The same file on another host is asked about. */
async function untilAllDone(): Promise<void> {
  await popup.bringToFront();
  const again = popup.getByRole('button', { name: 'Upscale again', exact: true });
  const isDone = async () => {
    // It may go away meanwhile.
    if ((await again.count()) > 0) {
      await again
        .first()
        .click({ timeout: 1_000 })
        .catch(() => undefined);
    }
    return (await readShownRows(popup)).every(({ stage: at }) => at === 'done');
  };
  await vi.waitUntil(isDone, { timeout: 30_000, interval: 300 }).catch(async (cause: unknown) => {
    const open = (await readShownRows(popup)).filter(({ stage: at }) => at !== 'done');
    throw new Error(JSON.stringify(open.map((job) => [job.name, job.stage, job.waiting])), {
      cause,
    });
  });
}

beforeAll(async () => {
  stage = await openStage({
    simulator: {
      processingMs: 200,
      credits: { gift: 1_000 },
      queueLimit: 100,
      enlarge: enlargeToNegative,
    },
    hosts: ['https://*/*'],
  });
  popup = await stage.openPopup();
  const home = await stage.openGallery('/');
  const wanted = cases.map(({ expect: expected }) =>
    'picture' in expected ? expected.picture : undefined,
  );
  const first = GOOD_NAMES.filter((name) => wanted.includes(name));
  for (const name of first) {
    await upscale(name, () =>
      stage.rightClick(home, home.locator(`#${name}`), '2k', { awake: true, by: 'keys' }),
    );
  }
  for (const { visit } of cases) if (visit) await (await stage.openGallery()).goto(visit);
  for (const one of cases) looks.set(one.id, await look(one));
  for (const [path, page] of pages) untouched.set(path, await pageTree(page).lines());
  for (const one of cases.filter(needsOwnOrder)) {
    await upscaleInPlace(one);
    // A row that asks takes every further click on its picture.
    await untilAllDone();
  }
  for (const page of pages.values()) await page.close();
  pages.clear();

  await untilAllDone();
  // The popup follows the database.
  const saves = rows(popup).getByRole('button', { name: 'Save', exact: true });
  await vi.waitUntil(async () => (await saves.count()) === (await rows(popup).count()), PATIENCE);
  await button(rows(popup).last(), 'More').click();
  await popup.getByRole('menuitem', { name: 'Always show results on gallery.example' }).click();
  await popup.getByRole('menu').waitFor({ state: 'detached' });
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

describe('any image on a page that shows results', () => {
  it.each(cases.map((one) => [`${one.id}: ${fateOf(one)}`, one] as const))('%s', async (_, one) => {
    const fate = fateOf(one);
    if (fate === 'replaced') {
      await expect.poll(() => likeBefore(one), PATIENCE).toBeLessThan(UNLIKE);
      return;
    }
    if (fate === 'stencil') {
      const { element } = await show(one);
      const mask = () => element.evaluate((each) => getComputedStyle(each).maskImage);
      await expect.poll(mask, PATIENCE).toContain('blob:');
    } else if (fate === 'impossible') await expect.poll(() => isSaid(one), PATIENCE).toBe(true);
    else await (await show(one)).page.waitForTimeout(CALM_MS);
    if (fate === 'gone') {
      const { element } = await show(one);
      expect(await element.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(0);
      return;
    }
    expect(await likeBefore(one)).toBeGreaterThan(LIKE);
  });

  it('every page stood still, had no error, and is as before when results are hidden', async () => {
    for (const [path, page] of pages) {
      await page.bringToFront();
      expect([path, await movedOn(page)]).toEqual([path, []]);
      await pressFirstEntry(page);
      const before = untouched.get(path) ?? [];
      await expect
        .poll(async () => differences(before, await pageTree(page).lines()), PATIENCE)
        .toEqual([]);
      // The menu of our button has opened and closed.
      const moved = (await movedOn(page)).filter((line) => !ofShadows.test(line));
      expect([path, moved]).toEqual([path, []]);
    }
    expect(errors).toEqual([]);
  });
});

/** The first lines in which two trees differ. */
function differences(before: readonly string[], now: readonly string[]): string[] {
  const at = Array.from({ length: Math.max(before.length, now.length) }, (_, line) => line);
  const changed = at.filter((line) => before[line] !== now[line]);
  return changed.slice(0, 5).map((line) => `${before[line]} became ${now[line]}`);
}

/** Whether a mark on the picture says that its result cannot be shown. */
async function isSaid(one: AnyCase): Promise<boolean> {
  const { page, picture } = await show(one);
  return pageTree(page).isNamedOn(picture, SENTENCE);
}

/** Opens the menu of the page's button, in its corner, and chooses "Show the originals". */
async function pressFirstEntry(page: Page): Promise<void> {
  const height = await page.evaluate(() => window.innerHeight);
  await page.mouse.click(36, height - 36);
  // The menu takes a choice only after it was seen.
  await page.waitForTimeout(1_200);
  await page.keyboard.press('Enter', { delay: 50 });
}
