/**
 * What newer versions cost at the start, in real Chromium: `npm run bench:start [-- --rounds 15 --old 21f6885]`.
 * Builds an old commit and the present tree, opens both side by side, and measures them in turns:
 *
 * - the popup with 0, 10 and 5,000 rows: from the navigation to the first contentful paint, and to the first row;
 * - the worker: from a file given to the popup, while no worker runs, to the worker's first request.
 *
 * Prints medians and the ratio new/old, and whether that is at most 1.10.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { build } from 'wxt';
import { PICTURES } from '@/simulator/pictures/pictures';
import { manyJobs } from '@/tests/stories/jobs';
import { hasWorker } from '../browsers/chromium-targets';
import { openStage, type Stage } from '../browsers/stage';
import { fillHistory, storedRows } from './history-rows';
import { median } from './median';

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    rounds: { type: 'string', default: '15' },
    old: { type: 'string', default: '21f6885' },
  },
});
const ROUNDS = Number(values.rounds);
const BAR = 1.1;
const ROWS = [0, 10, 5_000];
/** How long a killed worker must stay dead before a round counts, ms. */
const DEAD_MS = 500;
/** How long a job may take until the next round begins, ms. */
const JOB_MS = 30_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
const oldTree = join(folder, 'old');

/** One of the two builds, in a browser of its own. */
interface Side {
  stage: Stage;
  samples: Map<string, number[]>;
}

function run(cwd: string, command: string, ...args: string[]): void {
  execFileSync(execPath, [join(root, 'node_modules', command), ...args], { cwd, stdio: 'inherit' });
}

/** The rows, which both builds can read. */
const history = storedRows(manyJobs(Math.max(...ROWS)));

/** Checks the old commit out and builds it. It must have the welcome page of today. */
async function openOld(): Promise<Side> {
  execFileSync('git', ['worktree', 'add', '--detach', oldTree, values.old], {
    cwd: root,
    stdio: 'inherit',
  });
  symlinkSync(join(root, 'node_modules'), join(oldTree, 'node_modules'));
  run(oldTree, 'wxt/bin/wxt.mjs', 'build');
  return openSide(join(oldTree, '.output/chrome-mv3'));
}

async function openNew(): Promise<Side> {
  const outDir = join(folder, 'new');
  await build({ root, outDir });
  return openSide(join(outDir, 'chrome-mv3'));
}

async function openSide(extension: string): Promise<Side> {
  const stage = await openStage({ build: extension, simulator: { processingMs: 200 } });
  return { stage, samples: new Map() };
}

function note({ samples }: Side, name: string, ms: number): void {
  samples.set(name, [...(samples.get(name) ?? []), ms]);
}

interface Times {
  firstPaint: Promise<number>;
  firstRow: Promise<number>;
}

/** Runs in the page before anything else. Times are ms since the navigation. */
function noteTimes(): void {
  const times = globalThis as unknown as Times;
  times.firstPaint = new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0];
      if (entry) resolve(entry.startTime);
    });
    observer.observe({ type: 'paint', buffered: true });
  });
  times.firstRow = new Promise((resolve) => {
    const check = () => {
      if (!document.querySelector('.job-card')) requestAnimationFrame(check);
      // The frame after it: by then the row has been painted.
      else requestAnimationFrame(() => resolve(performance.now()));
    };
    requestAnimationFrame(check);
  });
}

/** Opens the popup once. */
async function openPopup(side: Side, count: number): Promise<void> {
  const { stage } = side;
  const page = await stage.context.newPage();
  await page.setViewportSize({ width: 400, height: 600 });
  await page.addInitScript('globalThis.__name = (func) => func');
  await page.addInitScript(noteTimes);
  await page.goto(`chrome-extension://${stage.extensionId}/popup.html`);
  const rows = count.toLocaleString('en');
  const timeOf = (name: keyof Times) =>
    page.evaluate((key) => (globalThis as unknown as Times)[key], name);
  note(side, `first paint, ${rows} rows`, await timeOf('firstPaint'));
  if (count > 0) note(side, `first row, ${rows} rows`, await timeOf('firstRow'));
  await page.close();
}

/** Kills the worker until it stays dead: an answer on its way may start it again. */
async function killForGood(stage: Stage): Promise<void> {
  do {
    await stage.killWorker();
    await sleep(DEAD_MS);
  } while (await hasWorker(stage.context));
}

/** Gives the popup a picture while no worker runs, and waits for the first request of the job. */
async function startWorker(side: Side, popup: Page, picture: Buffer): Promise<void> {
  const { stage } = side;
  await popup.bringToFront();
  await killForGood(stage);
  const first = stage.simulator.requests.length;
  const requestTo = (wanted: string) =>
    stage.simulator.requests.slice(first).find(({ endpoint }) => endpoint === wanted);
  const begun = Date.now();
  await popup
    .locator('input[type=file]')
    .setInputFiles({ name: 'start.jpg', mimeType: 'image/jpeg', buffer: picture });
  while (!requestTo('upload-token') && Date.now() < begun + JOB_MS) await sleep(2);
  note(side, 'worker start to first request', (requestTo('upload-token')?.at ?? NaN) - begun);
  while (!requestTo('result') && Date.now() < begun + JOB_MS) await sleep(50);
}

/** Measures both sides in turns, each first in every second round. The first round is cold, and not counted. */
async function inTurns(
  sides: readonly Side[],
  measure: (side: Side, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = round % 2 === 0 ? sides : sides.toReversed();
    for (const side of order) {
      const counted = new Map(side.samples);
      await measure(side, round);
      if (round === 0) side.samples = counted;
    }
  }
}

async function measurePopup(sides: readonly Side[]): Promise<void> {
  let written = 0;
  for (const count of ROWS) {
    for (const { stage } of sides) {
      const page = await stage.openPopup();
      await page.waitForSelector('.app__rows');
      await fillHistory(page, { rows: history.slice(written, count) });
      await page.close();
    }
    written = count;
    await inTurns(sides, (side) => openPopup(side, count));
  }
}

async function measureWorker(sides: readonly Side[]): Promise<void> {
  const popups = new Map<Side, Page>();
  for (const side of sides) popups.set(side, await side.stage.openPopup());
  const city = await PICTURES.city.make();
  await inTurns(sides, async (side, round) => {
    const popup = popups.get(side);
    // The same picture twice would be a duplicate.
    const picture = await sharp(city)
      .modulate({ hue: round * 5 })
      .jpeg()
      .toBuffer();
    if (popup) await startWorker(side, popup, picture);
  });
}

function report(before: Side, after: Side): void {
  console.log(`Median of ${ROUNDS} rounds, ms: ${values.old}, the present tree, ratio`);
  for (const [name, olds] of before.samples) {
    const [a, b] = [median(olds), median(after.samples.get(name) ?? [])];
    const cells = [a.toFixed(0), b.toFixed(0), (b / a).toFixed(2)].map((cell) => cell.padStart(8));
    const verdict = b / a <= BAR ? 'ok' : `above ${BAR.toFixed(2)}`;
    console.log(name.padEnd(32), ...cells, ` ${verdict}`);
  }
}

const sides: Side[] = [];
try {
  sides.push(await openOld());
  sides.push(await openNew());
  const [before, after] = sides;
  if (before && after) {
    await measurePopup(sides);
    await measureWorker(sides);
    report(before, after);
  }
} finally {
  for (const { stage } of sides) await stage.close();
  if (existsSync(oldTree)) {
    execFileSync('git', ['worktree', 'remove', '--force', oldTree], { cwd: root });
  }
  rmSync(folder, { recursive: true, force: true });
}
