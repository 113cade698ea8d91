import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { PICTURES, type PictureName } from '@/simulator/pictures/pictures';
import type { EndpointName } from '@/simulator/wire/endpoints';
import { readShownRows } from './support/database';
import { mulberry32 } from './support/random';

/** What comes in between while a job is on its way. None of it may lead to a second order. */
const INTERRUPTIONS = ['second click', 'other account', 'foreign answer', 'resumed twice'] as const;
type Interruption = (typeof INTERRUPTIONS)[number];

/** During which request of the job it comes. */
const MOMENTS = [
  ...(['upload-token', 'apply', 'put', 'commit', 'generate', 'history', 'result'] as const),
] satisfies EndpointName[];
type Moment = (typeof MOMENTS)[number];

const NAMES = Object.keys(PICTURES).slice(0, 8) as PictureName[];
/** How long the request is held at which something comes in between, ms. */
const HELD_MS = 1_000;
/** How long the other account stays signed in, ms. */
const AWAY_MS = 1_500;
/** An order without an answer is looked up after 3, 9, 21 s; alarms come after 30 s. */
const DONE_MS = 90_000;
/** Another account in the middle of an upload: it is refused, for free. */
const UNAVOIDABLE = /^commit: SessionKey is not the one of the apply call$/;
/** Moments of each interruption in `npm test`. */
const SHARE = 2;

const seed = Number(env.INTERRUPTIONS_SEED ?? Date.now() % 1_000_000);
const random = mulberry32(seed);
const isFull = env.INTERRUPTIONS === 'all';

let stage: Stage;
let popup: Page;

beforeAll(async () => {
  process.stdout.write(`interruptions: seed ${seed} (INTERRUPTIONS_SEED repeats it)\n`);
  stage = await openStage({
    simulator: { processingMs: 500, credits: { gift: 100_000 } },
    delayMs: 20,
  });
  stage.simulator.addSession('session-of-another', 'another');
  popup = await stage.openPopup();
});

afterAll(() => stage?.close());

/** No two alike, or the second would be offered from the history. */
async function pictureOf(round: number): Promise<Buffer> {
  const { make } = PICTURES[NAMES[round % NAMES.length] as PictureName];
  return sharp(await make())
    .resize({ width: 300 + round })
    .png()
    .toBuffer();
}

async function choose(name: string, buffer: Buffer): Promise<void> {
  const file = { name: `${name}.png`, mimeType: 'image/png', buffer };
  await popup.locator('input[type=file]').setInputFiles(file);
}

async function interrupt(how: Interruption, name: string, picture: Buffer): Promise<void> {
  switch (how) {
    case 'second click':
      // Under another name: the same bytes are the same picture.
      await choose(`${name} again`, picture);
      return;
    case 'other account':
      await stage.signIn('session-of-another');
      await sleep(AWAY_MS);
      await stage.signIn();
      return;
    case 'resumed twice': {
      const worker = await stage.worker();
      await worker.evaluate(() => {
        self.dispatchEvent(new Event('online'));
        self.dispatchEvent(new Event('online'));
      });
      return;
    }
    case 'foreign answer':
      // It is the held request itself that is answered so.
      return;
  }
}

/** Holds the next request to an endpoint for a while. */
function hold(at: Moment, how: Interruption): () => void {
  const { faults } = stage.simulator;
  if (how === 'foreign answer') {
    const body = { code: -1, message: 'verify' };
    return faults.add({ at, effect: { kind: 'json', body, when: 'after' } });
  }
  return faults.add({ at, effect: { kind: 'delay', ms: HELD_MS } });
}

/** `count` of the moments, other ones with each seed. */
function drawn(count: number): Moment[] {
  const left = [...MOMENTS];
  return Array.from({ length: count }, () => {
    const [moment] = left.splice(Math.floor(random() * left.length), 1);
    return moment as Moment;
  });
}

describe('one order is made, and its picture comes, with', () => {
  const rounds = INTERRUPTIONS.flatMap((how) =>
    (isFull ? MOMENTS : drawn(SHARE)).map((at) => ({ how, at })),
  );

  it.each(rounds.map((round, index) => ({ ...round, index })))(
    '$how during $at ($index)',
    { retry: 0, timeout: DONE_MS + 60_000 },
    async ({ how, at, index }) => {
      const name = `round ${index}`;
      const picture = await pictureOf(index);
      // A worker asks for upload keys once and keeps them in memory.
      if (at === 'upload-token') await stage.killWorker();
      const orders = stage.simulator.submissions.length;
      const complaints = stage.simulator.violations.length;
      const first = stage.simulator.requests.length;
      const release = hold(at, how);
      await choose(name, picture);
      const isReached = () =>
        stage.simulator.requests.slice(first).some(({ endpoint }) => endpoint === at);
      await expect.poll(isReached, { interval: 10 }).toBe(true);
      await sleep(random() * (HELD_MS / 2));
      await interrupt(how, name, picture);
      const rowsOf = async () =>
        (await readShownRows(popup)).filter((row) => row.name.startsWith(name));
      const statesOf = async () =>
        (await rowsOf()).map((row) => row.waiting?.reason ?? row.failure?.code ?? row.stage);
      await expect.poll(statesOf, { timeout: DONE_MS, interval: 200 }).toContain('done');
      release();
      // A second row is gone, or asks before it does anything.
      const others = (await rowsOf()).filter(({ stage: where }) => where !== 'done');
      expect(others.every(({ waiting }) => waiting?.reason === 'duplicate')).toBe(true);
      expect(stage.simulator.submissions).toHaveLength(orders + 1);
      const broken = stage.simulator.violations.slice(complaints);
      expect(broken.filter((each) => !UNAVOIDABLE.test(each))).toEqual([]);
    },
  );
});
