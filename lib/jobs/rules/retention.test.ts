import { describe, expect, it } from 'vitest';
import type { Condition, HistoryEntry } from '../model/history-entry';
import { expiredRows, type Retention } from './retention';

const DAY_MS = 86_400_000;
const NOW = 1_000 * DAY_MS;
const ALL: Retention = { days: 0, rows: 0, includesUnsaved: false };

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
    expect(expiredRows(entries, { days: 30, rows: 1, includesUnsaved: true }, NOW)).toEqual([]);
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
