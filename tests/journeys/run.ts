import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { account } from './account';
import type { Driver, OpenDriver } from './driver';
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

/**
 * Goes on every journey in one browser.
 * @param cannot journeys that this browser cannot go on, by name, each with the reason
 * @param groups default those of the strict service
 */
export function runJourneys(
  browser: string,
  open: OpenDriver,
  cannot: Readonly<Record<string, string>> = {},
  groups = GROUPS,
): void {
  const all = Object.values(groups).flat();
  const unknown = Object.keys(cannot).filter((name) => !all.some((each) => each.name === name));
  if (unknown.length > 0) throw new Error(`no such journey: ${unknown.join(', ')}`);
  let driver: Driver | undefined;

  afterEach(async () => {
    const { simulator, consoleErrors } = driver ?? {};
    const found = { violations: simulator?.violations ?? [], errors: consoleErrors?.() ?? [] };
    await driver?.close();
    driver = undefined;
    expect(found).toEqual({ violations: [], errors: [] });
  });

  for (const [group, journeys] of Object.entries(groups)) {
    describe(group, () => {
      for (const { name, gallery = '/', options = {}, run } of journeys) {
        const reason = cannot[name];
        it.skipIf(reason !== undefined)(name, { timeout: JOURNEY_MS }, async () => {
          driver = await open(gallery, options);
          await run(driver);
        });
      }
    });
  }

  afterAll(() => {
    const skipped = Object.entries(cannot);
    const went = all.length - skipped.length;
    process.stdout.write(`journeys: ${browser}: ${went} of ${all.length}\n`);
    for (const [name, reason] of skipped) {
      process.stdout.write(`journeys: ${browser} cannot: "${name}": ${reason}\n`);
    }
  });
}
