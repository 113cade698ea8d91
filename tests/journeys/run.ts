import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { account } from './account';
import type { OpenDriver } from './driver';
import { interruptions } from './interruptions';
import type { Journey } from './journey';
import { rightClick } from './right-click';

const GROUPS: Readonly<Record<string, Journey[]>> = {
  'right click, wait, save': rightClick,
  'whatever goes away, the job finishes': interruptions,
  'the account': account,
};

/** The longest waits for a minute by itself, and a busy machine takes as long to start a browser. */
const JOURNEY_MS = 180_000;
/** From the start of one that sleeps to the next, ms: two native menus at once are too much for a busy machine. */
const APART_MS = 12_000;

/** Draws other journeys with each seed where not all are gone on; `JOURNEYS=all` goes on all of them. */
const JOURNEYS_SEED = Number(env.JOURNEYS_SEED ?? Date.now() % 1_000_000);

/** Of journeys that do not sleep, one of `share`. */
function drawnJourneys(journeys: readonly Journey[], share: number): Journey[] {
  if (env.JOURNEYS === 'all') return [...journeys];
  return journeys.filter((_, index) => index % share === JOURNEYS_SEED % share);
}

/**
 * Goes on journeys in one browser, each in a browser of its own.
 * @param cannot journeys that this browser cannot go on, by name, each with the reason
 * @param groups default those of the strict service
 * @param share one of so many journeys is drawn; those that sleep are gone on together, and always
 */
export function runJourneys(
  browser: string,
  open: OpenDriver,
  cannot: Readonly<Record<string, string>> = {},
  groups = GROUPS,
  share = 1,
): void {
  const all = Object.values(groups).flat();
  const unknown = Object.keys(cannot).filter((name) => !all.some((each) => each.name === name));
  if (unknown.length > 0) throw new Error(`no such journey: ${unknown.join(', ')}`);
  const isPossible = ({ name }: Journey) => cannot[name] === undefined;
  let went = 0;

  for (const [group, journeys] of Object.entries(groups)) {
    describe(group, () => {
      const awake = journeys.filter(({ sleeps }) => !sleeps);
      for (const journey of drawnJourneys(awake, share)) {
        if (isPossible(journey)) went += 1;
        it.skipIf(!isPossible(journey))(journey.name, { timeout: JOURNEY_MS }, () =>
          go(open, journey),
        );
      }
      // Each has a browser, a display and a service of its own, and does nothing for half a minute.
      const sleepers = journeys.filter((journey) => journey.sleeps && isPossible(journey));
      if (sleepers.length === 0) return;
      went += sleepers.length;
      const names = sleepers.map(({ name }) => name).join('; ');
      it(names, { timeout: JOURNEY_MS }, () =>
        together(
          sleepers.map((journey, place) => sleep(place * APART_MS).then(() => go(open, journey))),
        ),
      );
    });
  }

  afterAll(() => {
    const skipped = Object.entries(cannot);
    const part = share === 1 || env.JOURNEYS === 'all' ? '' : `, JOURNEYS_SEED=${JOURNEYS_SEED}`;
    process.stdout.write(`journeys: ${browser}: ${went} of ${all.length}${part}\n`);
    for (const [name, reason] of skipped) {
      process.stdout.write(`journeys: ${browser} cannot: "${name}": ${reason}\n`);
    }
  });
}

/** Goes on one journey in a browser of its own, which reports no bug of ours. */
async function go(open: OpenDriver, { gallery = '/', options = {}, run }: Journey): Promise<void> {
  const driver = await open(gallery, options);
  let found: { violations: readonly string[]; errors: readonly string[] };
  try {
    await run(driver);
  } finally {
    found = { violations: driver.simulator.violations, errors: driver.consoleErrors() };
    await driver.close();
  }
  expect(found).toEqual({ violations: [], errors: [] });
}

/** Waits for all of them, so that each closes its browser; then throws if one has failed. */
async function together(running: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(running);
  await Promise.all(running);
}
