import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, HistoryEntry } from '../model/history-entry';
import { expiredRows, type Retention, surplusResults } from './retention';

const DAY_MS = 86_400_000;
const NOW = 1_000 * DAY_MS;
const ALL: Retention = { days: 0, rows: 0, bytes: 0, includesUnsaved: false };

function entry(ageDays: number, condition: Condition = 'failed', isSaved = false): HistoryEntry {
  const at = NOW - ageDays * DAY_MS;
  const id = `${condition}-${ageDays}`;
  return { id, createdAt: at, finishedAt: at, condition, text: '', bytes: 0, isSaved };
}

describe('outlived', () => {
  it('lets nothing go without a rule', () => {
    expect(expiredRows([entry(9_999), entry(1)], ALL, NOW)).toEqual([]);
  });

  it('lets go what is too old, by when it ended', () => {
    const late = { ...entry(90), id: 'late', finishedAt: NOW };
    const rule = { ...ALL, days: 30 };
    expect(expiredRows([entry(29), entry(31), late, entry(400)], rule, NOW)).toEqual([
      'failed-400',
      'failed-31',
    ]);
  });

  it('keeps the newest rows up to a number', () => {
    const entries = [3, 1, 4, 2].map((age) => entry(age));
    expect(expiredRows(entries, { ...ALL, rows: 2 }, NOW)).toEqual(['failed-4', 'failed-3']);
  });

  it('never lets go what has not ended', () => {
    const entries = [entry(400, 'running'), entry(500, 'needs')];
    expect(
      expiredRows(entries, { days: 30, rows: 1, bytes: 0, includesUnsaved: true }, NOW),
    ).toEqual([]);
  });

  it('lets finished pictures go that were never saved only if the rule says so', () => {
    const entries = [entry(400, 'done'), entry(401, 'done', true), entry(402, 'cancelled')];
    const rule = { ...ALL, days: 30 };
    expect(expiredRows(entries, rule, NOW)).toEqual(['cancelled-402', 'done-401']);
    expect(expiredRows(entries, { ...rule, includesUnsaved: true }, NOW)).toHaveLength(3);
  });

  it('keeps rows from the future', () => {
    expect(expiredRows([entry(-400)], { ...ALL, days: 30 }, NOW)).toEqual([]);
  });
});

describe('the space of results', () => {
  const entries = fc
    .array(
      fc.record({
        ageDays: fc.nat(400),
        condition: fc.constantFrom<Condition>('done', 'failed', 'running'),
        isSaved: fc.boolean(),
        result: fc.nat(50),
        source: fc.nat(50),
        usedDaysAgo: fc.option(fc.nat(400), { nil: undefined }),
      }),
      { maxLength: 12 },
    )
    .map((drawn) =>
      drawn.map(({ ageDays, condition, isSaved, result, source, usedDaysAgo }, index) => ({
        ...entry(ageDays, condition, isSaved),
        id: `row-${index}`,
        kept: { result: condition === 'done' ? result : 0, source },
        ...(usedDaysAgo !== undefined && { usedAt: NOW - usedDaysAgo * DAY_MS }),
      })),
    );
  const sizeOf = (rows: readonly HistoryEntry[]) =>
    rows.reduce((sum, { kept }) => sum + (kept?.result ?? 0), 0);

  it('is kept to, as far as the rule lets results go, and by no more than it takes', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 300 }), fc.boolean(), (rows, bytes, all) => {
        const rule = { bytes, includesUnsaved: all };
        const gone = surplusResults(rows, rule);
        const left = rows.filter(({ id }) => !gone.includes(id));
        const removable = left.filter(({ isSaved }) => all || isSaved);
        // Either it fits, or nothing is left that may go.
        expect(sizeOf(left) <= bytes || sizeOf(removable) === 0).toBe(true);
        const last = rows.filter(({ id }) => id === gone.at(-1));
        if (last.length > 0) expect(sizeOf(left) + sizeOf(last)).toBeGreaterThan(bytes);
        // Asked again, it is content.
        expect(surplusResults(left, rule)).toEqual([]);
      }),
    );
  });

  it('lets saved results go first, and of these and the others what was used longest ago', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 300 }), (rows, bytes) => {
        const gone = surplusResults(rows, { bytes, includesUnsaved: true });
        const order = gone.map((id) => rows.find((row) => row.id === id));
        const ranks = order.map((row) => [
          row?.isSaved ? 0 : 1,
          row?.usedAt ?? row?.finishedAt ?? 0,
        ]);
        expect(ranks).toEqual(ranks.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
        const isSavedLeft = rows.some(
          ({ id, isSaved, kept }) => isSaved && (kept?.result ?? 0) > 0 && !gone.includes(id),
        );
        if (isSavedLeft) expect(order.every((row) => row?.isSaved)).toBe(true);
      }),
    );
  });

  it('takes nothing from sources, unsaved results and rows without a limit', () => {
    fc.assert(
      fc.property(entries, fc.nat(300), (rows, bytes) => {
        const byId = new Map(rows.map((row) => [row.id, row]));
        for (const id of surplusResults(rows, { bytes, includesUnsaved: false })) {
          expect(bytes).toBeGreaterThan(0);
          expect(byId.get(id)).toMatchObject({ condition: 'done', isSaved: true });
        }
      }),
    );
  });
});
