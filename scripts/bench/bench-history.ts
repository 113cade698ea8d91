/**
 * Measures the popup with a long history, in real Chromium: `tsx scripts/bench/bench-history.ts [--rows 5000]`.
 * Builds the extension into a temporary folder, opens the popup with 10 rows, with 100 and with many, in
 * turns, and prints the ratios. Bar: 1.5.
 *
 * Both sides of a comparison do the same work. Opening and searching are compared with 10 rows: they fill the
 * window, and each search finds one row, so that the same is drawn. The first search is also compared with 100 rows:
 * among 10 the row that it finds is in memory, among 100 and more it has to be read. Scrolling is compared with 100 rows,
 * so that every step draws new rows; 10 rows would draw none.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'wxt';
import { manyJobs } from '@/tests/stories/jobs';
import {
  type HistoryPage,
  heap,
  openHistoryPage,
  openPopup,
  scroll,
  searchFor,
} from './history-page';
import { storedRows } from './history-rows';
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
/** Rows in the window of a popup, so that both histories fill it. */
const IN_SIGHT = 5;

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

/** A history with its number of rows. */
interface Bench extends HistoryPage {
  count: number;
}

async function measure(bench: Bench): Promise<Costs> {
  const { count } = bench;
  const { page, cdp, firstMs } = await openPopup(bench, IN_SIGHT);
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
    'first rows, ms': firstMs,
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

const folder = mkdtempSync(join(tmpdir(), 'bench-history-'));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Rows that each cost is compared with. */
const PARTNERS: Record<keyof Costs, readonly (typeof FEW | typeof SCROLLED)[]> = {
  'first rows, ms': [FEW],
  'heap when opened, MB': [FEW],
  'search, ms': [FEW, SCROLLED],
  'next search, ms': [FEW],
  'scroll, ms of work per step': [SCROLLED],
  '  of that script': [SCROLLED],
  '  of that style': [SCROLLED],
  '  of that layout': [SCROLLED],
  'heap after scrolling, MB': [SCROLLED],
};

try {
  await build({ root, outDir: join(folder, 'out') });
  const extension = join(folder, 'out/chrome-mv3');
  const benches: Bench[] = [];
  for (const count of [FEW, SCROLLED, MANY]) {
    const profile = join(folder, `rows-${count}`);
    const history = { rows: storedRows(manyJobs(count)) };
    benches.push({ ...(await openHistoryPage(extension, profile, history)), count });
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
  for (const [name, partners] of Object.entries(PARTNERS) as [keyof Costs, readonly number[]][]) {
    for (const partner of partners) {
      const [a, b] = [medianOf(partner, name), medianOf(MANY, name)];
      const cells = [a, b, b / a].map((value) => value.toFixed(2).padStart(9));
      console.log(name.padEnd(30), `${partner} rows`.padStart(9), cells.join(''));
    }
  }
  await Promise.all(benches.map(({ context }) => context.close()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
