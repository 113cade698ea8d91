import { afterEach, describe, expect, it } from 'vitest';
import { drawnCells, FAULT_SEED } from '@/tests/support/drawn-cells';
import { checkRow, checkWayOut, rowOf } from '@/tests/support/fault-checks';
import { faultsDocument } from '@/tests/support/fault-document';
import { type Hit, MODES, outcomeOf, runFault, runRefusal } from '@/tests/support/fault-run';
import { rulesFor } from '@/tests/support/fault-table';
import { FAULT_NAMES, PLACES, PLACES_ABROAD } from '@/tests/support/faults';
import { REFUSAL_PLACES, REFUSALS, refusalOutcome } from '@/tests/support/refusal-table';

const site = 'jimeng';
const FAULTS_BY_MODE = FAULT_NAMES.flatMap((fault) => MODES.map((mode) => [fault, mode] as const));

/** One of so many refusals runs; `npm run test:full` runs all. What a number means is tested by refusal.test.ts. */
const SHARE = 4;
const REFUSED = REFUSAL_PLACES.flatMap((place) =>
  REFUSALS.map(([number, code, mode]) => [number, code, place, mode] as const),
);

let hit: Hit | undefined;
afterEach(() => hit?.world.close());

describe('the table of faults', () => {
  it('has exactly one rule for every cell', () => {
    const undecided = PLACES_ABROAD.flatMap((place) =>
      FAULT_NAMES.filter((fault) => rulesFor(fault, place).length !== 1).map(
        (fault) => `${fault} at ${place}`,
      ),
    );
    expect(undecided).toEqual([]);
  });

  it('is the one in docs/FAULTS.md', async () => {
    // Rewritten by: npx vitest run --project unit lib/jobs/engine/fault-matrix.test -u
    await expect(faultsDocument()).toMatchFileSnapshot('../../../docs/FAULTS.md');
  });
});

describe.each(PLACES)('a fault at %s', { timeout: 60_000 }, (place) => {
  it.each(FAULTS_BY_MODE)('%s, %s', async (fault, mode) => {
    hit = await runFault({ site, fault, place, mode });
    const outcome = outcomeOf(await rowOf(hit));
    expect(outcome).toBe(rulesFor(fault, place)[0]?.[mode]);
    await checkRow(hit, 1);
    if (outcome !== 'done') await checkWayOut(hit);
  });
});

describe('a fault of an order that the page sends', { timeout: 60_000 }, () => {
  it.each(FAULTS_BY_MODE)(
    '%s, %s, has the outcome of one that the background sends',
    async (fault, mode) => {
      hit = await runFault({ site, fault, place: 'generate', mode, options: { way: 'page' } });
      const outcome = outcomeOf(await rowOf(hit));
      expect(outcome).toBe(rulesFor(fault, 'generate')[0]?.[mode]);
      await checkRow(hit, 1);
      if (outcome !== 'done') await checkWayOut(hit);
    },
  );
});

describe(`a refusal by number, FAULT_SEED=${FAULT_SEED}`, { timeout: 60_000 }, () => {
  it.each(drawnCells(REFUSED, SHARE))('%s (%s) at %s, %s', async (number, code, place, mode) => {
    hit = await runRefusal({ site, place, number, mode });
    const job = await rowOf(hit);
    expect(outcomeOf(job)).toBe(refusalOutcome(code, place)[mode]);
    const hasNext = job.pastSubmissions.some(({ outcome }) => outcome === 'failed');
    // Automatic tries each of its three upscalers once.
    await checkRow(hit, hasNext ? 3 : 1);
    if (outcomeOf(job) !== 'done' && !place.startsWith('task')) await checkWayOut(hit);
  });
});
