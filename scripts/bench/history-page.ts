/** What the benches of the history share: the popup of a built extension, and what it costs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../browsers/browser';
import { fillHistory, type HistoryRows } from './history-rows';

/** Steps of a scroll. */
const STEPS = 30;

/** A browser with the extension, and the address of its popup. */
export interface HistoryPage {
  context: BrowserContext;
  popup: string;
}

/** Opens a browser with a history. */
export async function openHistoryPage(
  extension: string,
  profile: string,
  history: HistoryRows,
): Promise<HistoryPage> {
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
  await fillHistory(page, history);
  await page.close();
  return { context, popup };
}

/** The side panel is as high as the browser's window, px. */
const PANEL = { width: 400, height: 1_000 };

/** Opens the popup, or the side panel as a page of its own. */
export async function openPopup(
  { context, popup }: HistoryPage,
  inSight: number,
  place: 'popup' | 'panel' = 'popup',
): Promise<{ page: Page; cdp: CDPSession; firstMs: number }> {
  const page = await context.newPage();
  if (place === 'panel') await page.setViewportSize(PANEL);
  await page.addInitScript('globalThis.__name = (func) => func');
  await page.addInitScript(noteFirstRows, inSight);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.goto(place === 'panel' ? new URL('/sidepanel.html', popup).href : popup);
  const firstMs = await page.evaluate(
    () => (globalThis as unknown as { firstRows: Promise<number> }).firstRows,
  );
  return { page, cdp, firstMs };
}

/** Runs in the page before anything else: time until rows with their pictures, or a closed batch, have been painted. */
function noteFirstRows(count: number): void {
  const globals = globalThis as unknown as { firstRows: Promise<number> };
  globals.firstRows = new Promise((resolve) => {
    const check = () => {
      const isShown =
        document.querySelector('.batch-row') !== null ||
        document.querySelectorAll('.job-card img').length >= count;
      if (isShown) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(check);
    };
    requestAnimationFrame(check);
  });
}

/** Runs in the page: types words into the search, and waits until only rows that match are in the window. */
export function searchFor(words: string): Promise<number> {
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
export interface Work {
  task: number;
  script: number;
  style: number;
  layout: number;
}

/** The work so far per step, if it was done in so many. */
export async function workSoFar(cdp: CDPSession, steps = STEPS): Promise<Work> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const per = (name: string) =>
    ((metrics.find((each) => each.name === name)?.value ?? Number.NaN) * 1_000) / steps;
  return {
    task: per('TaskDuration'),
    script: per('ScriptDuration'),
    style: per('RecalcStyleDuration'),
    layout: per('LayoutDuration'),
  };
}

/** Scrolls from the top. @returns the work per step */
export async function scroll(page: Page, cdp: CDPSession): Promise<Work> {
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

export async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await metric(cdp, 'JSHeapUsedSize')) / 1e6;
}
