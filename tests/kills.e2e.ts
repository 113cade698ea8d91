import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES, type PictureName } from '@/simulator/pictures/pictures';
import type { EndpointName } from '@/simulator/wire/endpoints';
import { readHandedIn, readResult, readRows, writePageConsent } from './support/database';
import { serviceOptions } from './support/live-like';
import { mulberry32 } from './support/random';

/**
 * What ends the background, a power cut among it. A browser that is killed within seconds of an
 * extension's reload may have noted it as switched off, and starts without it: these stand apart.
 */
const KILLS = ['browser', 'reload', 'update', 'worker'] as const;

/** Where in a job it happens: before the service did the work, or after, with its answer lost. */
type Moment = (
  | { at: EndpointName; when: 'before' | 'after' }
  | { at: 'any-time'; when: 'random' | 'at-once' }
) & {
  /** The service's own page sends the order. */
  way?: 'page';
};
const ANY_TIME: Moment = { at: 'any-time', when: 'random' };
const MOMENTS: readonly Moment[] = [
  ANY_TIME,
  ...(['upload-token', 'apply', 'put', 'commit', 'history', 'result'] as const).flatMap(
    (at): Moment[] => [
      { at, when: 'before' },
      { at, when: 'after' },
    ],
  ),
  { at: 'generate', when: 'after' },
  { at: 'any-time', when: 'at-once' },
  // While the page gets ready, which reads the history, and with the order on its way from the page.
  { at: 'history', when: 'before', way: 'page' },
  { at: 'generate', when: 'after', way: 'page' },
];
/**
 * Whether this order arrived takes a minute and a half to find out. Two tasks may run: one such order is
 * made first, and waits while the others go on; another one is the last.
 */
const UNANSWERED: readonly Moment[] = [
  { at: 'generate', when: 'before' },
  { at: 'generate', when: 'before', way: 'page' },
];

const NAMES = Object.keys(PICTURES).slice(0, 8) as PictureName[];
const SOME_MS = 1_200;
/**
 * The alarm that wakes a worker nobody else wakes rings after 30 s at the earliest. On a busy machine a
 * job whose extension was updated once took more than 75 s.
 */
const DONE_MS = 150_000;
/** 3 + 6 + 12 + 24 + 48 s of looks for an order without an answer, and the alarm's coarseness. */
const UNCONFIRMED_MS = 180_000;

const isFull = env.KILLS === 'all';
const seed = Number(env.KILL_SEED ?? Date.now() % 1_000_000);
const random = mulberry32(seed);

let stage: Stage;
let popup: Page;
let version = 1;
/** The picture of each row, by the row's name. */
const sent = new Map<string, Buffer>();

beforeAll(async () => {
  process.stdout.write(`kills: seed ${seed} (KILL_SEED repeats it)\n`);
  stage = await openStage({
    // Nobody is there to allow a host; `live-like.e2e.ts` does.
    simulator: serviceOptions({
      processingMs: 500,
      credits: { gift: 100_000 },
      foreignResultShare: 0,
    }),
    delayMs: 20,
  });
  popup = await stage.openPopup();
});

afterAll(() => stage?.close());

/** Whether the browser puts a new extension in the place of the old one. */
const isReplacement = (how: (typeof KILLS)[number]) => how === 'reload' || how === 'update';

/** What the simulator objected to while the browser replaced the extension. */
const whileReplaced: string[] = [];

/** No two alike, or the second would be offered from the history. */
async function pictureOf(round: number): Promise<Buffer> {
  const { make } = PICTURES[NAMES[round % NAMES.length] as PictureName];
  return sharp(await make())
    .resize({ width: 320 + round })
    .png()
    .toBuffer();
}

async function kill(how: (typeof KILLS)[number]): Promise<void> {
  if (how === 'worker') await stage.killWorker();
  else if (how === 'reload') await stage.reloadExtension();
  else if (how === 'update') await stage.reloadExtension(`9.0.${version++}`);
  else {
    await stage.killBrowser();
    // Chromium writes cookies down every 30 s; a login of long ago would still be there.
    await stage.signIn();
  }
}

async function startAndKill(name: string, how: (typeof KILLS)[number], moment: Moment) {
  const { at, when, way } = moment;
  await writePageConsent(popup, { at: 1, isForAll: way === 'page' });
  const isAnyTime = at === 'any-time';
  // A worker asks for upload keys once and keeps them in memory.
  if (at === 'upload-token') await stage.killWorker();
  const clearFault = isAnyTime
    ? undefined
    : stage.simulator.faults.add({ at, effect: { kind: 'hang', when } });
  const first = stage.simulator.requests.length;
  const buffer = sent.get(name) ?? Buffer.alloc(0);
  await popup
    .locator('input[type=file]')
    .setInputFiles({ name: `${name}.png`, mimeType: 'image/png', buffer });
  if (isAnyTime) {
    // A job begins when its file is in the database, with a row or still without.
    const isThere = async () => {
      const [rows, files] = await Promise.all([readRows(popup), readHandedIn(popup)]);
      return rows.some((row) => row.name === name) || files.includes(`${name}.png`);
    };
    await expect.poll(isThere, { interval: 1 }).toBe(true);
  } else {
    const isReached = () =>
      stage.simulator.requests.slice(first).some(({ endpoint }) => endpoint === at);
    // Two orders without an answer keep a third one waiting until it is known what became of one of them.
    const patience = UNANSWERED.includes(moment) && { timeout: UNCONFIRMED_MS };
    await expect.poll(isReached, { interval: 10, ...patience }).toBe(true);
  }
  if (when !== 'at-once') await sleep(random() * (isAnyTime ? SOME_MS : 200));
  const before = stage.simulator.violations.length;
  await kill(how);
  clearFault?.();
  await popup.close().catch(() => undefined);
  popup = await stage.openPopup();
  if (isReplacement(how)) {
    whileReplaced.push(...stage.simulator.violations.slice(before));
  }
}

/** What there is of the extension when nothing goes on. */
async function signsOfLife(name: string): Promise<string> {
  const row = (await readRows(popup)).find((each) => each.name === name);
  const ofBrowser = await popup.evaluate(async () => {
    const noAnswer = new Promise((resolve) => setTimeout(resolve, 3_000, 'no answer'));
    const answer = chrome.runtime.sendMessage({ id: 1, type: 'costs', timestamp: Date.now() });
    return {
      answer: await Promise.race([answer, noAnswer]).catch(String),
      locks: await navigator.locks.query(),
      alarms: await chrome.alarms.getAll(),
      contexts: (await chrome.runtime.getContexts({})).map(({ contextType }) => contextType),
      allowed: (await chrome.permissions.getAll()).origins,
    };
  });
  return JSON.stringify({ stage: row?.stage, waiting: row?.waiting, rev: row?.rev, ...ofBrowser });
}

describe('a job outlives', () => {
  /** In `npm test` every moment has one killer; four seeds that follow each other make the whole matrix. */
  const isDrawn = (killer: number, moment: number) =>
    isFull || (seed + moment) % KILLS.length === killer;
  const unanswered = (['worker', 'browser'] as const).flatMap((how) =>
    UNANSWERED.map((moment) => ({ how, moment })),
  );
  // Finding out takes a minute and a half, in which nothing else happens: not in `npm test`.
  const [first, ...more] = isFull ? unanswered : [];
  const rounds = [
    ...(first ? [first] : []),
    ...KILLS.flatMap((how, killer) =>
      MOMENTS.filter((_, moment) => isDrawn(killer, moment)).map((moment) => ({
        how,
        moment,
      })),
    ),
    ...more,
  ];

  it.each(rounds.map((round, index) => ({ ...round, index })))(
    '$how killed, $moment.when $moment.at $moment.way ($index)',
    { retry: 0, timeout: 2 * DONE_MS + 60_000 },
    async ({ how, moment, index }) => {
      const name = `round-${index}`;
      sent.set(name, await pictureOf(index));
      await startAndKill(name, how, moment);
      const stageOf = async () => (await readRows(popup)).find((row) => row.name === name)?.stage;
      if (UNANSWERED.includes(moment)) {
        await expect.poll(stageOf).toBeDefined();
      } else if (moment.at === 'any-time') {
        // It may fall between an order's row and its request: the last test tells what is honest.
        const isOver = async () => ['done', 'failed'].includes((await stageOf()) ?? '');
        await expect.poll(isOver, { timeout: UNCONFIRMED_MS, interval: 200 }).toBe(true);
      } else {
        const untilDone = () =>
          expect.poll(stageOf, { timeout: DONE_MS, interval: 200 }).toBe('done');
        await untilDone().catch(async (error) => {
          const signs = await signsOfLife(name);
          process.stdout.write(`kills: ${name} stands still: ${signs}\n`);
          // On a busy machine Chromium (156) may start no worker at all after a reload or an update, whatever asks for
          // one, until the extension or the browser starts anew. Then the job has to go on.
          if (!isReplacement(how) || signs.includes('BACKGROUND')) throw error;
          await kill('reload');
          popup = await stage.openPopup();
          await untilDone();
        });
      }
    },
  );

  it('with every row there, no order made twice, and the right picture in each', {
    retry: 0,
    timeout: UNCONFIRMED_MS + 60_000,
  }, async () => {
    const isOver = async () =>
      (await readRows(popup)).every(({ stage }) => stage === 'done' || stage === 'failed');
    await expect.poll(isOver, { timeout: UNCONFIRMED_MS, interval: 1_000 }).toBe(true);
    const rows = await readRows(popup);
    expect(rows.map(({ name }) => name).sort()).toEqual([...sent.keys()].sort());

    const accepted = new Set(stage.simulator.submissions.map(({ submitId }) => submitId));
    expect(stage.simulator.submissions).toHaveLength(accepted.size);
    const tally = { done: 0, unconfirmed: 0 };
    for (const row of rows) {
      const orders = [row.submission, ...row.pastSubmissions].filter(
        (order) => order && accepted.has(order.submitId),
      );
      if (row.stage === 'failed') {
        expect(row.failure).toMatchObject({ code: 'submit-unconfirmed', charged: 'maybe' });
        expect(orders).toHaveLength(0);
        tally.unconfirmed += 1;
        continue;
      }
      expect(orders).toHaveLength(1);
      const result = await readResult(popup, row.id);
      expect(await correlation(sent.get(row.name) ?? Buffer.alloc(0), result)).toBeGreaterThan(
        0.95,
      );
      // Not the small image of a task that is not finished.
      expect((await sharp(result).metadata()).height).toBeGreaterThan(1_000);
      tally.done += 1;
    }
    // The browser takes the host permissions and the header rules from an extension that it replaces
    // before it stops the worker. Without permission it asks the service first (OPTIONS); without the
    // rules it sends the request under the extension's own name.
    const isOfTheBrowser = (violation: string) =>
      whileReplaced.includes(violation) &&
      /method must be POST, not OPTIONS$|Origin must be .*, not "chrome-extension:/.test(violation);
    expect(stage.simulator.violations.filter((each) => !isOfTheBrowser(each))).toEqual([]);
    process.stdout.write(
      `kills: ${rows.length} jobs killed, ${tally.done} done, ${tally.unconfirmed} honestly unconfirmed, 0 lost, ${accepted.size} orders\n`,
    );
  });
});
