/**
 * Measures what it costs the background to find the results of a page's pictures, in real Chromium:
 * `npm run bench:alike`. Looks up 30 pictures in a history of 200 rows by their addresses and by their likeness to its
 * thumbnails, in turns; by likeness both in a worker that has just started and in one that has kept its prints. Half of
 * the pictures are in the history. Prints the time, and the longest time for which nothing else could run: at most 50 ms.
 */
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sampleJob } from '@/tests/stories/jobs';
import type { LookCosts } from './alike-page';
import { median } from './median';
import { bundleForPage, launchForBench, openBenchPage } from './page-script';

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    rows: { type: 'string', default: '200' },
    copies: { type: 'string', default: '30' },
    runs: { type: 'string', default: '9' },
  },
});
const RUNS = Number(values.runs);
const ROWS = Number(values.rows);
const COPIES = Number(values.copies);

/** How the pictures are looked up, in turns: by address, by likeness in a new worker, and again in that worker. */
const WAYS = [
  ['by address', 'address', true],
  ['by likeness, new worker', 'likeness', true],
  ['by likeness, again', 'likeness', false],
] as const;

const origin = {
  kind: 'page',
  tabId: 1,
  frameId: 0,
  frameUrl: 'https://gallery.example/',
  pageUrl: 'https://gallery.example/',
  pageTitle: 'Gallery',
} as const;
const rows = Array.from({ length: ROWS }, (_, at) => ({
  ...sampleJob({ id: `job-${at}`, stage: 'done', finishedAt: at + 1, createdAt: at }),
  origin,
  submission: { submitId: `s-${at}`, tool: 'smart-hd', at: 1 },
  result: { type: 'jpeg', width: 2048, height: 2048, bytes: 1_000_000 },
}));

const browser = await launchForBench();
try {
  const page = await openBenchPage(browser, 800);
  const entry = fileURLToPath(new URL('./alike-page.ts', import.meta.url));
  await page.addScriptTag({ content: await bundleForPage(entry, 'bench') });
  await page.evaluate(`bench.prepare(${JSON.stringify(rows)}, ${COPIES})`);
  const costs = new Map<string, LookCosts[]>();
  // The first run of each is cold and does not count.
  for (let run = -1; run < RUNS; run += 1) {
    for (const [name, by, isNew] of WAYS) {
      if (isNew) await page.evaluate('bench.startWorker()');
      const measured = (await page.evaluate(`bench.look('${by}')`)) as LookCosts;
      if (run >= 0) costs.set(name, [...(costs.get(name) ?? []), measured]);
    }
  }
  const base = median((costs.get(WAYS[0][0]) ?? []).map(({ all }) => all));
  console.log(
    `Median of ${RUNS} runs, ${COPIES} pictures, ${ROWS} rows: ms, ratio, longest, found`,
  );
  for (const [name, all] of costs) {
    const ms = median(all.map((each) => each.all));
    const longest = Math.max(...all.map((each) => each.longest));
    const cells = [ms, ms / base, longest].map((value) => value.toFixed(2).padStart(9));
    console.log(name.padEnd(26), cells.join(''), String(all[0]?.found).padStart(5));
  }
} finally {
  await browser.close();
}
