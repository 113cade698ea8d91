import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { LIMITS } from '@/lib/jobs/rules/schedule';
import type { Simulator } from '@/simulator/simulator';
import type { EndpointName } from '@/simulator/wire/endpoints';
import { readRows } from '@/tests/support/database';
import { openStage, type Stage } from '../browsers/stage';
import { batchPictures, oneResult } from './batch-pictures';
import { collectGarbage, type Growth, watchMemory } from './process-memory';

/** What is queued, and over which line. */
export interface Batch {
  count: number;
  /** Time of the service for a picture, ms. */
  serviceMs: number;
  /** Size of a picture and of its result, MB; absent: a few kB. */
  megabytes?: number;
  /** Speed of the line in each direction, Mbit/s; absent: no limit. */
  mbit?: number;
  /** Delay of every answer, ms. */
  delayMs: number;
  /** Orders at the same time, as in the settings. */
  parallel: number;
}

export interface BatchResult extends Batch {
  /** From the first row to the last stored result. */
  ms: number;
  bestMs: number;
  /** Requests to the service, by endpoint. */
  requests: Map<EndpointName, number>;
  /** From the first row to the first order. */
  firstMs: number;
  /** From the end of the last task to its stored result. */
  lastMs: number;
  /** Mean time between the moment at which an order could leave and its arrival, ms, and how much of it the poll took. */
  lost: { ms: number; untilPollMs: number };
  /** Processes of the browser, those that grew most first; in the end, their garbage is collected. */
  growths: Growth[];
}

/**
 * Queues pictures at once, after one that makes the worker warm: it knows the account, and how long a picture takes.
 * Waits for the last of them. The results are made beforehand, so that they cost the machine nothing.
 *
 * The best possible time is the longest of three. Each begins with the first picture's way to its order and ends with the
 * last one's way from its order to the stored result:
 *
 * - Slots: so many orders run at the same time, and a slot is used again one request after its task has ended.
 * - Orders: the pause between two orders that the extension keeps.
 * - Line: the pictures go up one after the other, and the line is never idle.
 *
 * The only client that could do so knows when each task ends, needs no time of its own, and has every picture at hand.
 */
export async function runBatch(batch: Batch): Promise<BatchResult> {
  const { count, serviceMs, delayMs, mbit, megabytes } = batch;
  const result = await oneResult(megabytes);
  const stage = await openStage({
    simulator: {
      processingMs: serviceMs,
      credits: { gift: 100_000 },
      enlarge: async () => result,
    },
    delayMs,
    ...(mbit !== undefined && { mbit }),
  });
  const folder = mkdtempSync(join(tmpdir(), 'bench-batch-'));
  try {
    await setParallel(stage, batch.parallel);
    const { simulator } = stage;
    const popup = await stage.openPopup();
    const [first, ...files] = (await batchPictures(count + 1, megabytes)).map((bytes, index) => {
      const path = join(folder, `batch-${index}.png`);
      writeFileSync(path, bytes);
      return { path, size: bytes.length };
    });
    await popup.locator('input[type=file]').setInputFiles(first?.path ?? []);
    await untilDone(popup, simulator, 1);
    // The cost of the first is looked up a moment later.
    await sleep(2_000);

    const before = simulator.requests.length;
    const memory = await watchMemory(stage.context);
    await popup.locator('input[type=file]').setInputFiles(files.map(({ path }) => path));
    const rows = (await untilDone(popup, simulator, count + 1)).filter(
      ({ name }) => name !== 'batch-0',
    );
    await sleep(2_000);
    await collectGarbage(popup);
    const growths = await memory.stop();
    const begun = Math.min(...rows.map(({ createdAt }) => createdAt));
    const ended = Math.max(...rows.map(({ finishedAt }) => finishedAt ?? 0));
    const requests = simulator.requests
      .slice(before)
      .filter(({ endpoint }) => !OTHER.test(endpoint));
    const [order] = simulator.submissions.slice(1);
    const last = simulator.submissions.at(-1);
    const counted = Map.groupBy(requests, ({ endpoint }) => endpoint);
    const sizes = { upload: files[0]?.size ?? 0, result: result.bytes.length };
    return {
      ...batch,
      ms: ended - begun,
      bestMs: bestMs(batch, sizes),
      requests: new Map([...counted].map(([endpoint, all]) => [endpoint, all.length])),
      firstMs: (order?.at ?? begun) - begun,
      lastMs: ended - serviceMs - (last?.at ?? ended),
      lost: lostTime(simulator, batch),
      growths,
    };
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function setParallel(stage: Stage, parallel: number): Promise<void> {
  await (await stage.worker()).evaluate(async (wanted) => {
    const { settings } = await chrome.storage.local.get<Record<string, object>>('settings');
    await chrome.storage.local.set({ settings: { ...settings, parallel: wanted } });
  }, parallel);
}

/** Requests that do not belong to a picture. */
const OTHER = /gallery|unknown|page|preflight/;

/** Reads the rows only at the end: reading them costs the browser time. */
async function untilDone(popup: Page, { requests }: Simulator, count: number) {
  while (requests.filter(({ endpoint }) => endpoint === 'result').length < count) await sleep(200);
  for (;;) {
    const rows = (await readRows(popup)).filter(({ stage }) => stage === 'done');
    if (rows.length >= count) return rows;
    await sleep(200);
  }
}

/** @param sizes bytes of an upload and of a result */
function bestMs(
  { count, serviceMs, delayMs, mbit, parallel }: Batch,
  sizes: { upload: number; result: number },
): number {
  const lineMs = (bytes: number) => (mbit === undefined ? 0 : (bytes * 8) / (mbit * 1_000));
  // Apply, put, commit and the order; then the service; then the poll and the result.
  const first = delayMs + (delayMs + lineMs(sizes.upload)) + delayMs + delayMs;
  const last = serviceMs + delayMs + (delayMs + lineMs(sizes.result));
  const rounds = Math.ceil(count / parallel) - 1;
  const inFirstRound = Math.min(count, parallel) - 1;
  const bySlots = rounds * (serviceMs + delayMs) + inFirstRound * LIMITS.betweenSubmits;
  const byOrders = (count - 1) * LIMITS.betweenSubmits;
  const byLine = (count - 1) * lineMs(sizes.upload);
  return first + Math.max(bySlots, byOrders, byLine) + last;
}

/**
 * What is lost between two orders: an order could leave when a slot is free and the pause is over. The picture that made
 * the worker warm, and the first round, do not count.
 */
function lostTime({ submissions, requests }: Simulator, { serviceMs, parallel }: Batch) {
  const orders = submissions.slice(1).map(({ at }) => at);
  const polls = requests.filter(({ endpoint }) => endpoint === 'history').map(({ at }) => at);
  const found = orders.slice(parallel).map((at, index) => {
    const freeAt = (orders[index] ?? at) + serviceMs;
    const possibleAt = Math.max(
      freeAt,
      (orders[index + parallel - 1] ?? 0) + LIMITS.betweenSubmits,
    );
    const polledAt = polls.find((poll) => poll >= freeAt) ?? at;
    return { ms: at - possibleAt, untilPollMs: Math.max(0, Math.min(polledAt, at) - possibleAt) };
  });
  const mean = (of: 'ms' | 'untilPollMs') =>
    found.reduce((sum, each) => sum + each[of], 0) / Math.max(1, found.length);
  return { ms: mean('ms'), untilPollMs: mean('untilPollMs') };
}
