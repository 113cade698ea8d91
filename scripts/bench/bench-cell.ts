import { setTimeout as sleep } from 'node:timers/promises';
import { pageUrlOf } from '@/lib/jimeng/model/sites';
import { PICTURES } from '@/simulator/pictures/pictures';
import { createSimulator } from '@/simulator/simulator';
import type { SiteName } from '@/simulator/wire/clusters';
import { readRows, writePageConsent } from '@/tests/support/database';
import { openStage, type Stage } from '../browsers/stage';
import { runPlainClient } from './plain-client';

/** One cell of the table. */
export interface Cell {
  serviceMs: number;
  /** Delay of every answer, ms. */
  delayMs: number;
  /** Pictures, one after the other. */
  runs: number;
  site: SiteName;
  /** Where orders leave from the site's page: whether the person has it open, or the extension opens it each time. */
  isPageOpen: boolean;
}

interface Run {
  /** Time from the click to the stored result, divided by the unavoidable time. */
  ratio: number;
  /** Requests to the service, polls included. */
  requests: number;
}

export interface CellResult {
  extension: Run[];
  /** Jimeng only: at Dreamina no client can order without the page. */
  plain: Run[];
  /** From a new picture, given while no worker runs, to its first request, ms. */
  workerMs: number;
}

/**
 * The picture, the keys, apply, put, commit, the order, one poll, the result: one after the other. At Dreamina the
 * browser asks for leave before the order.
 */
const ROUND_TRIPS: Readonly<Record<SiteName, number>> = { jimeng: 8, dreamina: 9 };
const NAMES = ['harbour', 'night-lake', 'poster', 'portrait', 'mushroom'] as const;
/** Requests that do not belong to the job: pages and pictures of the gallery, the balance. */
const OTHER = /gallery|unknown|page|preflight|credits|account/;

/** Runs both clients at the same time, each against its own simulator. */
export async function runCell(cell: Cell): Promise<CellResult> {
  await Promise.all(NAMES.map((name) => PICTURES[name].make()));
  const stage = await openStage({
    site: cell.site,
    simulator: { processingMs: cell.serviceMs },
    delayMs: cell.delayMs,
  });
  try {
    const [extension, plain] = await Promise.all([
      extensionRuns(stage, cell),
      cell.site === 'jimeng' ? plainRuns(cell) : [],
    ]);
    return { extension, plain, workerMs: await workerStart(stage) };
  } finally {
    await stage.close();
  }
}

function leastMs({ serviceMs, delayMs, site }: Cell): number {
  return serviceMs + ROUND_TRIPS[site] * delayMs;
}

async function extensionRuns(stage: Stage, cell: Cell): Promise<Run[]> {
  const popup = await stage.openPopup();
  await writePageConsent(popup, { at: 1, isForAll: false }, cell.site);
  const pageUrl = pageUrlOf(cell.site);
  if (cell.isPageOpen) await (await stage.context.newPage()).goto(pageUrl);
  const gallery = await stage.openGallery();
  const runs: Run[] = [];
  for (const name of NAMES.slice(0, cell.runs)) {
    const first = stage.simulator.requests.length;
    await stage.upscale(gallery, `#${name}`);
    const isDone = async () =>
      (await readRows(popup)).find((row) => row.name === name && row.stage === 'done');
    let job = await isDone();
    while (!job) {
      await sleep(250);
      job = await isDone();
    }
    const requests = stage.simulator.requests
      .slice(first)
      .filter(({ endpoint }) => !OTHER.test(endpoint)).length;
    for (const page of cell.isPageOpen ? [] : stage.context.pages()) {
      if (page.url() === pageUrl) await page.close();
    }
    // By the times in the row: from the choice in the menu to the stored result.
    runs.push({
      ratio: ((job.finishedAt ?? Number.NaN) - job.createdAt) / leastMs(cell),
      requests,
    });
  }
  return runs;
}

async function plainRuns(cell: Cell): Promise<Run[]> {
  const simulator = createSimulator({ processingMs: cell.serviceMs });
  simulator.browser.signIn();
  const late: typeof fetch = async (...request) => {
    await sleep(cell.delayMs);
    return simulator.fetch(...request);
  };
  const runs: Run[] = [];
  for (const name of NAMES.slice(0, cell.runs)) {
    const first = simulator.requests.length;
    const url = `https://gallery.example/images/${PICTURES[name].file}`;
    const { ms } = await runPlainClient(late, url);
    runs.push({ ratio: ms / leastMs(cell), requests: simulator.requests.length - first });
  }
  return runs;
}

async function workerStart(stage: Stage): Promise<number> {
  const popup = await stage.openPopup();
  await stage.killWorker();
  await sleep(1_000);
  const first = stage.simulator.requests.length;
  const begun = Date.now();
  await popup.locator('input[type=file]').setInputFiles({
    name: 'start.webp',
    mimeType: 'image/webp',
    buffer: await PICTURES.city.make(),
  });
  for (;;) {
    const useful = stage.simulator.requests
      .slice(first)
      .find(({ endpoint }) => endpoint === 'upload-token');
    if (useful) return useful.at - begun;
    await sleep(5);
  }
}
