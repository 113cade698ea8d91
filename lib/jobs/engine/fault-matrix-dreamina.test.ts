import { afterEach, describe, expect, it } from 'vitest';
import { drawnCells, FAULT_SEED } from '@/tests/support/drawn-cells';
import { checkRow, checkWayOut, rowOf } from '@/tests/support/fault-checks';
import { type Hit, MODES, outcomeOf, runFault, runRefusal } from '@/tests/support/fault-run';
import { rulesFor } from '@/tests/support/fault-table';
import { FAULT_NAMES, PLACES_ABROAD } from '@/tests/support/faults';
import { REFUSAL_PLACES_ABROAD, REFUSALS, refusalOutcome } from '@/tests/support/refusal-table';

const site = 'dreamina';
/** One of so many cells runs; `npm run test:full` runs all. */
const SHARE = 12;

const CELLS = PLACES_ABROAD.flatMap((place) =>
  FAULT_NAMES.flatMap((fault) => MODES.map((mode) => [fault, place, mode] as const)),
);
const REFUSED = REFUSAL_PLACES_ABROAD.flatMap((place) =>
  REFUSALS.map(([number, code, mode]) => [number, code, place, mode] as const),
);

let hit: Hit | undefined;
afterEach(() => hit?.world.close());

describe(`a fault at Dreamina, FAULT_SEED=${FAULT_SEED}`, { timeout: 60_000 }, () => {
  it.each(drawnCells(CELLS, SHARE))('%s at %s, %s', async (fault, place, mode) => {
    hit = await runFault({ site, fault, place, mode });
    const outcome = outcomeOf(await rowOf(hit));
    expect(outcome).toBe(rulesFor(fault, place)[0]?.[mode]);
    await checkRow(hit, 1);
    if (outcome !== 'done') await checkWayOut(hit);
  });
});

describe(`a refusal at Dreamina, FAULT_SEED=${FAULT_SEED}`, { timeout: 60_000 }, () => {
  it.each(drawnCells(REFUSED, SHARE))('%s (%s) at %s, %s', async (number, code, place, mode) => {
    hit = await runRefusal({ site, place, number, mode });
    const job = await rowOf(hit);
    expect(outcomeOf(job)).toBe(refusalOutcome(code, place, site)[mode]);
    const hasNext = job.pastSubmissions.some(({ outcome }) => outcome === 'failed');
    // Automatic has two upscalers there.
    await checkRow(hit, hasNext ? 2 : 1);
    if (outcomeOf(job) !== 'done' && !place.startsWith('task')) await checkWayOut(hit);
  });
});
