/**
 * Measures the popup and the side panel with a batch in real Chromium: `tsx scripts/bench/bench-batch-rows.ts [--rows 500]`. Compares a
 * batch of so many finished jobs with as many single rows, in turns, and prints the ratios. Bar: 1.5.
 *
 * The batch is closed at first and open while it is scrolled. "News" is a change of one row in sight, of which the
 * popup hears while a job runs; the same with a batch that is at work, most of whose jobs wait.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'wxt';
import type { Job } from '@/lib/jobs/model/job';
import type { OrderRecord } from '@/lib/jobs/model/order-record';
import { batchStory } from '@/tests/stories/batches';
import { manyJobs } from '@/tests/stories/jobs';
import {
  type HistoryPage,
  heap,
  openHistoryPage,
  openPopup,
  scroll,
  searchFor,
  workSoFar,
} from './history-page';
import { type HistoryRows, storedRows } from './history-rows';
import { median } from './median';

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    rows: { type: 'string', default: '500' },
    runs: { type: 'string', default: '9' },
  },
});
const ROWS = Number(values.rows);
const RUNS = Number(values.runs);
/** Rows in the window, of the popup and of the side panel alike: what waits below them is not waited for. */
const IN_SIGHT = 5;
const PLACES = ['popup', 'panel'] as const;
type Place = (typeof PLACES)[number];
/** Changes of a row that the popup hears of, and the pause between them, ms. */
const NEWS = 20;
const NEWS_PAUSE_MS = 150;

/** The rows of a batch, and an order of each that is done. */
function historyOf(parts: { done: number; queued?: number }): HistoryRows & { jobs: Job[] } {
  const { jobs, summary } = batchStory({ id: 'batch', ...parts });
  const named = jobs.map((job, index) => ({ ...job, name: `picture ${index + 1}` }));
  const ordered = named.map((job) =>
    job.submission ? { ...job, submission: { ...job.submission, submitId: `s-${job.id}` } } : job,
  );
  const orders = ordered.flatMap(({ id, submission }): OrderRecord[] => {
    if (!submission) return [];
    const { submitId, at } = submission;
    const record = {
      submitId,
      jobId: id,
      batchId: 'batch',
      site: 'jimeng',
      account: 'id-1',
    } as const;
    return [{ ...record, kind: 'jimeng/smart-hd/2k', at, expected: 2, price: 2 }];
  });
  return { jobs: ordered, rows: storedRows(ordered), batches: [summary.batch], orders };
}

const SINGLE = manyJobs(ROWS);
const DONE = historyOf({ done: ROWS });
const AT_WORK = historyOf({ done: 20, queued: ROWS - 20 });

/** ms, or MB. */
type Costs = Record<
  | 'first row, ms'
  | 'its jobs once opened, ms'
  | 'heap when opened, MB'
  | 'search, ms'
  | 'scroll, ms of work per step'
  | 'heap after scrolling, MB'
  | 'news, ms of work each',
  number
>;

interface Bench extends HistoryPage {
  name: 'single' | 'batch' | 'at work';
  /** Id of a row in sight, once a batch is open. */
  inSight: string;
}

async function measure(bench: Bench, place: Place): Promise<Costs> {
  const { page, cdp, firstMs } = await openPopup(bench, IN_SIGHT, place);
  await page.waitForTimeout(300);
  const opened = await heap(cdp);
  const openMs = bench.name === 'single' ? 0 : await page.evaluate(openBatch, IN_SIGHT);
  await page.waitForTimeout(300);
  const before = await workSoFar(cdp, NEWS);
  await page.evaluate(sendNews, { id: bench.inSight, count: NEWS, pauseMs: NEWS_PAUSE_MS });
  const after = await workSoFar(cdp, NEWS);
  await page.focus('input[type=search]');
  await page.waitForTimeout(300);
  const search = await page.evaluate(searchFor, `picture ${ROWS}`);
  await page.evaluate(searchFor, '');
  const work = await scroll(page, cdp);
  const scrolled = await heap(cdp);
  await page.close();
  return {
    'first row, ms': firstMs,
    'its jobs once opened, ms': openMs,
    'heap when opened, MB': opened,
    'search, ms': search,
    'scroll, ms of work per step': work.task,
    'heap after scrolling, MB': scrolled,
    'news, ms of work each': after.task - before.task,
  };
}

/** Runs in the page: opens the batch, and waits until jobs with their pictures have been painted. */
function openBatch(count: number): Promise<number> {
  const start = performance.now();
  document.querySelector<HTMLElement>('.batch-row__toggle')?.click();
  return new Promise((resolve) => {
    const check = () => {
      if (document.querySelectorAll('.job-card img').length < count) requestAnimationFrame(check);
      else requestAnimationFrame(() => resolve(performance.now() - start));
    };
    check();
  });
}

/** Runs in the page: tells it of changes, as the background does. */
async function sendNews(news: { id: string; count: number; pauseMs: number }): Promise<void> {
  const channel = new BroadcastChannel('jobs');
  for (let sent = 0; sent < news.count; sent += 1) {
    channel.postMessage(news.id);
    await new Promise((resolve) => setTimeout(resolve, news.pauseMs));
  }
  channel.close();
}

const folder = mkdtempSync(join(tmpdir(), 'bench-batch-rows-'));
const root = fileURLToPath(new URL('../..', import.meta.url));
try {
  await build({ root, outDir: join(folder, 'out') });
  const extension = join(folder, 'out/chrome-mv3');
  const open = async (name: Bench['name'], history: HistoryRows, inSight = ''): Promise<Bench> => {
    const profile = join(folder, name.replace(' ', '-'));
    return { ...(await openHistoryPage(extension, profile, history)), name, inSight };
  };
  const benches = [
    await open('single', { rows: storedRows(SINGLE) }, SINGLE[1]?.id),
    await open('batch', DONE, DONE.jobs[1]?.id),
    await open('at work', AT_WORK, AT_WORK.jobs[1]?.id),
  ];
  const costs = new Map<string, Costs[]>();
  const keyOf = (place: Place, name: Bench['name']) => `${place} ${name}`;
  // The first run of each is cold and does not count.
  for (let run = -1; run < RUNS; run += 1) {
    for (const bench of benches) {
      for (const place of PLACES) {
        const measured = await measure(bench, place);
        const key = keyOf(place, bench.name);
        if (run >= 0) costs.set(key, [...(costs.get(key) ?? []), measured]);
      }
    }
  }
  for (const place of PLACES) {
    console.log(
      `Median of ${RUNS} runs, ${place}: ${ROWS} single rows, a batch of them, ratio, one at work, ratio`,
    );
    const all = (name: Bench['name']) => costs.get(keyOf(place, name)) ?? [];
    for (const cost of Object.keys(all('single')[0] ?? {}) as (keyof Costs)[]) {
      const [single, batch, atWork] = (['single', 'batch', 'at work'] as const).map((name) =>
        median(all(name).map((each) => each[cost])),
      );
      const ratio = (value = 0) => (single ? value / single : Number.NaN);
      const cells = [single, batch, ratio(batch), atWork, ratio(atWork)];
      console.log(
        cost.padEnd(30),
        cells.map((value) => (value ?? 0).toFixed(2).padStart(9)).join(''),
      );
    }
  }
  await Promise.all(benches.map(({ context }) => context.close()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
