/**
 * `npm run bench`: time from the click to the stored result, for the built extension in a real Chromium and
 * for a plain sequential client, at the same time and against equal simulators. Prints ratios to the
 * unavoidable time. Machines are noisy, so nothing is asserted.
 *
 * --service 1,4,15,60   time of the service, s
 * --delay 0,50,200      delay of every answer, ms
 * --runs 3              pictures per cell: the first is cold, then the duration has been learned
 * --site dreamina       at Dreamina, once with its page open already, and once with the page to be opened
 * --batch 50            instead: this many pictures queued at once
 */
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { SITE_NAMES } from '@/simulator/wire/clusters';
import { type BatchResult, runBatch } from './bench-batch';
import { type Cell, type CellResult, runCell } from './bench-cell';

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    service: { type: 'string', default: '1,4,15,60' },
    delay: { type: 'string', default: '0,50,200' },
    runs: { type: 'string', default: '3' },
    site: { type: 'string', default: 'jimeng' },
    batch: { type: 'string' },
  },
});
const site = SITE_NAMES.find((name) => name === values.site);
if (!site) throw new Error('Use --site jimeng or dreamina.');

const numbers = (list: string) => list.split(',').map(Number);
const ratio = (value: number) => value.toFixed(2).padStart(5);

function line(
  { serviceMs, delayMs, site, isPageOpen }: Cell,
  { extension, plain, workerMs }: CellResult,
): string {
  const [cold, ...learned] = extension;
  const best = (kind: 'ratio' | 'requests') => learned.map((run) => run[kind]);
  return [
    `${serviceMs / 1_000} s`.padStart(5),
    `${delayMs} ms`.padStart(7),
    `cold ${ratio(cold?.ratio ?? Number.NaN)} (${cold?.requests} requests)`,
    `learned ${best('ratio').map(ratio).join(' ')} (${best('requests').join(', ')})`,
    site === 'jimeng'
      ? `plain ${plain.map((run) => ratio(run.ratio)).join(' ')}`
      : `page ${isPageOpen ? 'open' : 'to be opened'}`,
    `worker ${Math.round(workerMs)} ms`,
  ].join('  ');
}

function batchLine({ count, serviceMs, ms, bestMs, requests, polls }: BatchResult): string {
  return `${count} pictures of ${serviceMs / 1_000} s queued at once: ${(ms / 1_000).toFixed(1)} s, ${ratio(ms / bestMs)} of the best possible ${(bestMs / 1_000).toFixed(1)} s; ${requests} requests, ${polls} of them polls`;
}

if (values.batch) {
  console.log(batchLine(await runBatch(Number(values.batch), 4_000)));
} else {
  console.log(
    'Click -> result stored, as a ratio to the service time and the unavoidable round trips.',
  );
  for (const seconds of numbers(values.service)) {
    for (const delayMs of numbers(values.delay)) {
      // At Jimeng orders leave from the background.
      for (const isPageOpen of site === 'dreamina' ? [true, false] : [false]) {
        const runs = Number(values.runs);
        const cell = { serviceMs: seconds * 1_000, delayMs, runs, site, isPageOpen };
        console.log(line(cell, await runCell(cell)));
      }
    }
  }
}
