/**
 * `npm run bench`: time from the click to the stored result, for the built extension in a real Chromium and
 * for a plain sequential client, at the same time and against equal simulators. Prints ratios to the
 * unavoidable time. Machines are noisy, so nothing is asserted.
 *
 * --service 1,4,15,60   time of the service, s
 * --delay 0,50,200      delay of every answer, ms
 * --runs 3              pictures per cell: the first is cold, then the duration has been learned
 * --site dreamina       at Dreamina, once with its page open already, and once with the page to be opened
 * --batch 50            instead: this many pictures queued at once, after one that makes the worker warm. With the first
 *                       of `--service` (default 4) and of `--delay` (default 0), and these:
 * --parallel 2          orders at the same time, up to 3
 * --megabytes 5         size of a picture and of its result; default: a few kB
 * --mbit 10             speed of the line in each direction; default: no limit
 */
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { SITE_NAMES } from '@/simulator/wire/clusters';
import { type BatchResult, runBatch } from './bench-batch';
import { type Cell, type CellResult, runCell } from './bench-cell';

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    service: { type: 'string' },
    delay: { type: 'string' },
    runs: { type: 'string', default: '3' },
    site: { type: 'string', default: 'jimeng' },
    batch: { type: 'string' },
    parallel: { type: 'string', default: '2' },
    megabytes: { type: 'string' },
    mbit: { type: 'string' },
  },
});
const site = SITE_NAMES.find((name) => name === values.site);
if (!site) throw new Error('Use --site jimeng or dreamina.');

const numbers = (list: string) => list.split(',').map(Number);
const optional = (value: string | undefined) => (value === undefined ? undefined : Number(value));
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

const inMB = (bytes: number) => Math.round(bytes / 1_000_000);

function batchLines(result: BatchResult): string[] {
  const { count, serviceMs, delayMs, megabytes, mbit, parallel, ms, bestMs, lost } = result;
  const requests = [...result.requests].toSorted(([, a], [, b]) => b - a);
  const total = requests.reduce((sum, [, times]) => sum + times, 0);
  const seconds = (time: number) => `${(time / 1_000).toFixed(1)} s`;
  return [
    `${count} pictures of ${seconds(serviceMs)}${megabytes ? ` and ${megabytes} MB` : ''}, ${parallel} at the same time, ${mbit ? `${mbit} Mbit/s, ` : ''}${delayMs} ms:`,
    `  ${seconds(ms)}, ${ratio(ms / bestMs)} of the best possible ${seconds(bestMs)}`,
    `  the first order leaves after ${Math.round(result.firstMs)} ms, the last result is stored ${Math.round(result.lastMs)} ms after its task`,
    `  an order leaves ${Math.round(lost.ms)} ms late, of which ${Math.round(lost.untilPollMs)} ms pass until the poll`,
    `  ${total} requests, ${(total / count).toFixed(2)} for a picture: ${requests.map(([endpoint, times]) => `${times} ${endpoint}`).join(', ')}`,
    `  growth of the processes, at most and after a collection of garbage: ${result.growths
      .slice(0, 4)
      .map(({ type, bytes, inTheEnd }) => `${type} ${inMB(bytes)}, ${inMB(inTheEnd)} MB`)
      .join('; ')}`,
  ];
}

if (values.batch) {
  const [megabytes, mbit] = [optional(values.megabytes), optional(values.mbit)];
  const result = await runBatch({
    count: Number(values.batch),
    serviceMs: (numbers(values.service ?? '4')[0] ?? 4) * 1_000,
    delayMs: numbers(values.delay ?? '0')[0] ?? 0,
    parallel: Number(values.parallel),
    ...(megabytes !== undefined && { megabytes }),
    ...(mbit !== undefined && { mbit }),
  });
  console.log(batchLines(result).join('\n'));
} else {
  console.log(
    'Click -> result stored, as a ratio to the service time and the unavoidable round trips.',
  );
  for (const seconds of numbers(values.service ?? '1,4,15,60')) {
    for (const delayMs of numbers(values.delay ?? '0,50,200')) {
      // At Jimeng orders leave from the background.
      for (const isPageOpen of site === 'dreamina' ? [true, false] : [false]) {
        const runs = Number(values.runs);
        const cell = { serviceMs: seconds * 1_000, delayMs, runs, site, isPageOpen };
        console.log(line(cell, await runCell(cell)));
      }
    }
  }
}
