import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { LIMITS } from '@/lib/jobs/rules/schedule';
import { PICTURES } from '@/simulator/pictures/pictures';
import { readRows } from '@/tests/support/database';
import { openStage } from '../browsers/stage';

export interface BatchResult {
  count: number;
  serviceMs: number;
  /** From the first row to the last stored result. */
  ms: number;
  /** What the limit of parallel tasks and the pause between orders allow. */
  bestMs: number;
  requests: number;
  polls: number;
}

/** Queues pictures at once and waits for the last of them. */
export async function runBatch(count: number, serviceMs: number): Promise<BatchResult> {
  const original = await PICTURES.poster.make();
  const files = await Promise.all(
    Array.from({ length: count }, async (_, index) => ({
      name: `batch-${index}.png`,
      mimeType: 'image/png',
      // All different: an equal one would be a duplicate.
      buffer: await sharp(original)
        .resize({ width: 200 + index })
        .png()
        .toBuffer(),
    })),
  );
  const stage = await openStage({
    simulator: { processingMs: serviceMs, credits: { gift: 100_000 } },
  });
  try {
    const popup = await stage.openPopup();
    await popup.locator('input[type=file]').setInputFiles(files);
    const done = async () => (await readRows(popup)).filter(({ stage }) => stage === 'done');
    let rows = await done();
    while (rows.length < count) {
      await sleep(500);
      rows = await done();
    }
    const begun = Math.min(...rows.map(({ createdAt }) => createdAt));
    const ended = Math.max(...rows.map(({ finishedAt }) => finishedAt ?? 0));
    return {
      count,
      serviceMs,
      ms: ended - begun,
      bestMs: bestMs(count, serviceMs),
      requests: stage.simulator.requests.length,
      polls: stage.simulator.requests.filter(({ endpoint }) => endpoint === 'history').length,
    };
  } finally {
    await stage.close();
  }
}

/** Best possible time: the service limits parallel tasks, and orders keep a pause between them. */
function bestMs(count: number, serviceMs: number): number {
  const rounds = Math.ceil(count / LIMITS.generating);
  const firstRound = Math.min(count, LIMITS.generating) - 1;
  const byTasks = rounds * serviceMs + firstRound * LIMITS.betweenSubmits;
  const byOrders = (count - 1) * LIMITS.betweenSubmits + serviceMs;
  return Math.max(byTasks, byOrders);
}
