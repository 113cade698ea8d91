/**
 * Measures the popup with a long history, in real Chromium: `tsx scripts/bench/bench-history.ts [--rows 5000]`.
 * Builds the extension into a temporary folder, opens the popup with 10 rows, with 100 and with many, in
 * turns, and prints the ratios. Bar: 1.5.
 *
 * Both sides of a comparison do the same work. Opening and searching are compared with 10 rows: they fill the
 * window, and each search finds one row, so that the same is drawn. Scrolling is compared with 100 rows, so
 * that every step draws new rows; 10 rows would draw none.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { build } from 'wxt';
import { entryOf } from '@/lib/jobs/model/history-entry';
import { toStored } from '@/lib/jobs/store/schema';
import { manyJobs } from '@/tests/stories/jobs';
import { CHROMIUM_FLAGS, findChromium } from '../browsers/browser';
import { fillHistory } from './history-rows';
import { median } from './median';

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    rows: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '9' },
  },
});
/** Rows that opening and searching are compared with. */
const FEW = 10;
/** Rows that scrolling is compared with. */
const SCROLLED = 100;
const MANY = Number(values.rows);
const RUNS = Number(values.runs);
const STEPS = 30;
/** Rows in the window of a popup, so that both histories fill it. */
const IN_SIGHT = 5;

interface Bench {
  context: BrowserContext;
  popup: string;
  /** Rows in its history. */
  count: number;
}

async function openBench(extension: string, profile: string, count: number): Promise<Bench> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('No Chromium found; run "tsx scripts/browsers/browser.ts ensure".');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: { width: 400, height: 600 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...CHROMIUM_FLAGS,
      '--headless=new',
      '--lang=en',
      '--enable-precise-memory-info',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--host-resolver-rules=MAP * ~NOTFOUND',
    ],
  });
  const [known] = context.serviceWorkers();
  const worker = known ?? (await context.waitForEvent('serviceworker'));
  const popup = new URL('/popup.html', worker.url()).href;
  // A page opened while the extension is still being installed may be torn down with it.
  await sleep(1_500);
  const page = await context.newPage();
  await page.goto(popup);
  await page.waitForSelector('.app__rows');
  const rows = manyJobs(count).map((job) => ({ stored: toStored(job), entry: entryOf(job) }));
  await fillHistory(page, rows);
  await page.close();
  return { context, popup, count };
}

interface Costs {
  'first rows, ms': number;
  'heap when opened, MB': number;
  'search, ms': number;
  'next search, ms': number;
  'scroll, ms of work per step': number;
  '  of that script': number;
  '  of that style': number;
  '  of that layout': number;
  'heap after scrolling, MB': number;
}

async function measure({ context, popup, count }: Bench): Promise<Costs> {
  const page = await context.newPage();
  await page.addInitScript('globalThis.__name = (func) => func');
  await page.addInitScript(noteFirstRows, IN_SIGHT);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.goto(popup);
  const first = await page.evaluate(
    () => (globalThis as unknown as { firstRows: Promise<number> }).firstRows,
  );
  await page.waitForTimeout(300);
  const opened = await heap(cdp);
  // People take longer than this between the click and the first letter.
  await page.focus('input[type=search]');
  await page.waitForTimeout(300);
  // The oldest rows are out of view, and no other name begins with theirs.
  const search = await page.evaluate(searchFor, `picture ${count}`);
  const next = await page.evaluate(searchFor, `picture ${count - 1}`);
  await page.evaluate(searchFor, '');
  const work = await scroll(page, cdp);
  const scrolled = await heap(cdp);
  await page.close();
  return {
    'first rows, ms': first,
    'heap when opened, MB': opened,
    'search, ms': search,
    'next search, ms': next,
    'scroll, ms of work per step': work.task,
    '  of that script': work.script,
    '  of that style': work.style,
    '  of that layout': work.layout,
    'heap after scrolling, MB': scrolled,
  };
}

/** Runs in the page before anything else: time until rows with their pictures have been painted. */
function noteFirstRows(count: number): void {
  const globals = globalThis as unknown as { firstRows: Promise<number> };
  globals.firstRows = new Promise((resolve) => {
    const check = () => {
      if (document.querySelectorAll('.job-card img').length < count) requestAnimationFrame(check);
      else requestAnimationFrame(() => resolve(performance.now()));
    };
    requestAnimationFrame(check);
  });
}

/** Runs in the page: types words into the search, and waits until only rows that match are in the window. */
function searchFor(words: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!input) throw new Error('no search');
  const start = performance.now();
  input.focus();
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  // 9 must not match 19.
  const wanted = new RegExp(`${words}\\b`);
  return new Promise((resolve) => {
    const check = () => {
      const names = [...document.querySelectorAll('.job-card')]
        .filter((row) => row.getBoundingClientRect().top < innerHeight)
        .map((row) => row.getAttribute('aria-label') ?? '');
      const isShown =
        names.length > 0 && names.every((name) => /\d/.test(name) && wanted.test(name));
      if (isShown) requestAnimationFrame(() => resolve(performance.now() - start));
      else requestAnimationFrame(check);
    };
    check();
  });
}

/** Work of the page's main thread, ms per step. */
interface Work {
  task: number;
  script: number;
  style: number;
  layout: number;
}

async function workSoFar(cdp: CDPSession): Promise<Work> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const per = (name: string) =>
    ((metrics.find((each) => each.name === name)?.value ?? Number.NaN) * 1_000) / STEPS;
  return {
    task: per('TaskDuration'),
    script: per('ScriptDuration'),
    style: per('RecalcStyleDuration'),
    layout: per('LayoutDuration'),
  };
}

/** Scrolls from the top. @returns the work per step */
async function scroll(page: Page, cdp: CDPSession): Promise<Work> {
  const before = await workSoFar(cdp);
  await page.evaluate(async (steps) => {
    const main = document.querySelector<HTMLElement>('.app__rows');
    const end = (main?.scrollHeight ?? 0) - (main?.clientHeight ?? 0);
    for (let step = 0; step < steps; step += 1) {
      // A short history is scrolled down and up, a long one only down.
      const way = step * 350;
      const turn = Math.floor(way / end) % 2;
      main?.scrollTo(0, turn === 0 ? way % end : end - (way % end));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
    }
  }, STEPS);
  const after = await workSoFar(cdp);
  return {
    task: after.task - before.task,
    script: after.script - before.script,
    style: after.style - before.style,
    layout: after.layout - before.layout,
  };
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
}

async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await metric(cdp, 'JSHeapUsedSize')) / 1e6;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-history-'));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Rows that each cost is compared with. */
const PARTNER: Record<keyof Costs, typeof FEW | typeof SCROLLED> = {
  'first rows, ms': FEW,
  'heap when opened, MB': FEW,
  'search, ms': FEW,
  'next search, ms': FEW,
  'scroll, ms of work per step': SCROLLED,
  '  of that script': SCROLLED,
  '  of that style': SCROLLED,
  '  of that layout': SCROLLED,
  'heap after scrolling, MB': SCROLLED,
};

try {
  await build({ root, outDir: join(folder, 'out') });
  const extension = join(folder, 'out/chrome-mv3');
  const benches: Bench[] = [];
  for (const count of [FEW, SCROLLED, MANY]) {
    benches.push(await openBench(extension, join(folder, `rows-${count}`), count));
  }
  const costs = new Map<number, Costs[]>(benches.map(({ count }) => [count, []]));
  // The first run of each is cold and does not count.
  for (let run = -1; run < RUNS; run += 1) {
    for (const bench of benches) {
      const measured = await measure(bench);
      if (run >= 0) costs.get(bench.count)?.push(measured);
    }
  }
  const medianOf = (count: number, name: keyof Costs) =>
    median((costs.get(count) ?? []).map((each) => each[name]));
  console.log(`Median of ${RUNS} runs: compared with, its cost, that of ${MANY} rows, ratio`);
  for (const [name, partner] of Object.entries(PARTNER) as [keyof Costs, number][]) {
    const [a, b] = [medianOf(partner, name), medianOf(MANY, name)];
    const cells = [a, b, b / a].map((value) => value.toFixed(2).padStart(9));
    console.log(name.padEnd(30), `${partner} rows`.padStart(9), cells.join(''));
  }
  await Promise.all(benches.map(({ context }) => context.close()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
