import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Query } from '@/lib/jobs/model/query';
import { batchStory } from '@/tests/stories/batches';
import { historyOf } from '@/tests/stories/history';
import { manyJobs, NOW } from '@/tests/stories/jobs';
import type { HistoryView } from './history-view';
import { inListOrder, rowsOf } from './list-rows';

const HOUR = 3_600_000;
const singles = manyJobs(3);
/** Between the first single picture and the second, which is five hours older. */
const { jobs, summary } = batchStory({ id: 'b', done: 3, createdAt: NOW - 2 * HOUR });

const historyWith = (query: Partial<Query> = {}, parts: Partial<HistoryView> = {}) =>
  historyOf([...singles, ...jobs], {
    query: { ...EVERYTHING, ...query },
    batches: [summary],
    ...parts,
  });
const idsOf = (history: HistoryView, ...opened: string[]) =>
  rowsOf(history, new Set(opened)).map(({ id }) => id);

describe('the rows of the list', () => {
  it('have a batch once, at its time, and its jobs below it in the order picked once it is open', () => {
    expect(idsOf(historyWith())).toEqual(['job-0', 'batch/b', 'job-1', 'job-2']);
    expect(idsOf(historyWith(), 'b')).toEqual([
      'job-0',
      'batch/b',
      'b-1',
      'b-2',
      'b-3',
      'job-1',
      'job-2',
    ]);
    const oldest = historyWith({ sort: 'oldest' });
    expect(idsOf(oldest, 'b')).toEqual(['job-2', 'job-1', 'batch/b', 'b-1', 'b-2', 'b-3', 'job-0']);
  });

  it.each<[string, Partial<Query>]>([
    ['a search', { words: 'harbour' }],
    ['a filter', { filter: 'done' }],
    ['the order by name', { sort: 'name' }],
    ['the order by size', { sort: 'size' }],
  ])('are single pictures under %s, also those of a closed batch', (_, query) => {
    const ids = idsOf(historyWith(query));
    expect(ids).toEqual(expect.arrayContaining(['b-1', 'b-2', 'b-3']));
    expect(ids).not.toContain('batch/b');
  });

  it('have their batch until the rows that a search finds are read', () => {
    expect(idsOf(historyWith({ words: 'harbour' }, { listed: EVERYTHING }))).toContain('batch/b');
  });

  it('have no batch whose jobs are all gone, and single jobs of one that nobody knows', () => {
    const without = historyOf(singles, { batches: [summary] });
    expect(idsOf(without, 'b')).toEqual(['job-0', 'job-1', 'job-2']);
    expect(idsOf(historyWith({}, { batches: [] }))).toHaveLength(6);
  });

  it('tell their places: in the list, and within an open batch', () => {
    const places = rowsOf(historyWith(), new Set(['b'])).map(({ place: { at, of } }) => [at, of]);
    expect(places).toEqual([
      [1, 4],
      [2, 4],
      [1, 3],
      [2, 3],
      [3, 3],
      [3, 4],
      [4, 4],
    ]);
  });

  it('know the length of a list that is not wholly read', () => {
    const whole = historyWith();
    const part = { ...whole, entries: whole.entries.slice(0, 2), isWhole: false };
    const rows = rowsOf(part, new Set(['b']));
    expect(rows.map(({ id }) => id)).toEqual(['job-0', 'batch/b', 'b-3']);
    expect(rows.map(({ place }) => place.of)).toEqual([4, 4, 3]);
  });

  it('are of one day within a batch, although midnight came between', () => {
    const midnight = new Date(2026, 10, 22).getTime();
    const late = batchStory({ id: 'late', done: 4, createdAt: midnight - 2 });
    const rows = rowsOf(historyOf(late.jobs, { batches: [late.summary] }), new Set(['late']));
    expect(new Set(rows.map(({ time }) => time)).size).toBe(1);
  });
});

it('all entries are in the order of the list, whatever is open', () => {
  const ids = inListOrder(historyWith()).map(({ id }) => id);
  expect(ids).toEqual(['job-0', 'b-1', 'b-2', 'b-3', 'job-1', 'job-2']);
});
