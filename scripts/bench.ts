/**
 * `npm run bench`: click -> result stored, for the built extension in a real Chromium and for a
 * plain sequential client, side by side against the same simulator. Prints ratios to the service's
 * own processing time; machines are noisy, so nothing is asserted.
 */
import { argv } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { PICTURES } from '@/simulator/pictures';
import { createSimulator } from '@/simulator/simulator';
import { runPlainClient } from './plain-client';
import { openStage } from './stage';

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    processing: { type: 'string', default: '4000' },
    runs: { type: 'string', default: '3' },
  },
});
const processingMs = Number(values.processing);
const runs = Number(values.runs);
const NAMES = ['harbour', 'night-lake', 'poster', 'portrait', 'mushroom'] as const;

interface Row {
  name: string;
  stage: string;
  createdAt: number;
  finishedAt: number;
}

/** Reads the rows straight from the database, so that the interface costs the measurement nothing. */
function readRows(popup: Page): Promise<Row[]> {
  return popup.evaluate(async () => {
    const opened = indexedDB.open('upscale-with-dreamina');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const rows = opened.result.transaction('jobs').objectStore('jobs').getAll();
    await new Promise((resolve) => rows.addEventListener('success', resolve));
    opened.result.close();
    return rows.result;
  });
}

async function untilDone(popup: Page, name: string): Promise<Row> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; ) {
    const done = (await readRows(popup)).find((row) => row.name === name && row.stage === 'done');
    if (done) return done;
    await sleep(250);
  }
  throw new Error(`${name} did not finish`);
}

/** Time from the menu choice to the stored result, by the row's own clock. */
async function extensionRun(): Promise<{ ms: number[]; requests: number[] }> {
  const stage = await openStage({ simulator: { processingMs } });
  try {
    const popup = await stage.openPopup();
    const gallery = await stage.openGallery();
    const ms: number[] = [];
    const requests: number[] = [];
    for (const name of NAMES.slice(0, runs)) {
      await stage.upscale(gallery, `#${name}`);
      const job = await untilDone(popup, name);
      ms.push(job.finishedAt - job.createdAt);
      requests.push(
        stage.simulator.requests.filter(
          ({ at, endpoint }) =>
            at >= job.createdAt &&
            at <= job.finishedAt &&
            !/gallery|unknown|page|credits/.test(endpoint),
        ).length,
      );
    }
    return { ms, requests };
  } finally {
    await stage.close();
  }
}

async function plainRun(): Promise<number[]> {
  const simulator = createSimulator({ processingMs });
  simulator.browser.signIn();
  const ms: number[] = [];
  for (const name of NAMES.slice(0, runs)) {
    const url = `https://gallery.example/images/${PICTURES[name].file}`;
    ms.push((await runPlainClient(simulator.fetch, url)).ms);
  }
  return ms;
}

const ratio = (ms: number) => (ms / processingMs).toFixed(3);
const list = (values: readonly number[]) => values.map(ratio).join('  ');

await Promise.all(NAMES.map((name) => PICTURES[name].make()));
const extension = await extensionRun();
const plain = await plainRun();
console.log(`Click -> result stored, as a ratio to the service's ${processingMs} ms, ${runs} pictures:
  this extension           ${list(extension.ms)}   requests ${extension.requests.join(', ')}
  plain client, 3 s polls  ${list(plain)}
The first number is cold; from the second on the duration has been learned.`);
