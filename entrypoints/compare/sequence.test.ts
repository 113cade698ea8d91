import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '@/components/history/list-rows';
import type { Through } from '@/lib/browser/pages/compare';
import type { Batch } from '@/lib/jobs/model/batch';
import type { BatchSummary } from '@/lib/jobs/model/batch-counts';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';
import { EVERYTHING, type Filter, type Query, SORTS, select } from '@/lib/jobs/model/query';
import { neighbourOf, sequenceOf } from './sequence';

const entry = (id: string, createdAt: number, parts: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  createdAt,
  finishedAt: createdAt + 1_000,
  condition: 'done',
  text: id,
  bytes: 1,
  isSaved: false,
  ...parts,
});

const ROWS = [
  entry('old', 1),
  entry('first', 10, { batch: 'b' }),
  entry('second', 11, { batch: 'b' }),
  entry('failed', 12, { batch: 'b', condition: 'failed' }),
  entry('third', 13, { batch: 'b' }),
  entry('new', 20),
];

const { compare } = new Intl.Collator('en', { numeric: true });
const sequence = (entries: readonly HistoryEntry[], jobId: string, through: Through = {}) =>
  sequenceOf(entries, jobId, through, compare);
const list = (parts: Partial<Query>) => ({ list: { ...EVERYTHING, ...parts } });

describe('the images to go through', () => {
  it('are those of the batch, in the order picked', () => {
    expect(sequence(ROWS, 'second')).toEqual(['first', 'second', 'third']);
  });

  it('are else all that are done, as the list has them', () => {
    expect(sequence(ROWS, 'old')).toEqual(['new', 'first', 'second', 'third', 'old']);
  });

  it('are those that were just done, if it is one of them', () => {
    expect(sequence(ROWS, 'third', { since: 1_011 })).toEqual(['new', 'third']);
    expect(sequence(ROWS, 'first', { since: 1_011 })).toEqual(['first', 'second', 'third']);
  });

  it('are none for an image that is not done, or gone', () => {
    expect(sequence(ROWS, 'failed')).toEqual([]);
    expect(sequence(ROWS, 'gone', { since: 0 })).toEqual([]);
  });

  it('are those of the list that the person saw, in its order', () => {
    const seen = (parts: Partial<Query>, jobId = 'old') => sequence(ROWS, jobId, list(parts));
    expect(seen({ sort: 'oldest' })).toEqual(['old', 'first', 'second', 'third', 'new']);
    expect(seen({ sort: 'name' })).toEqual(['first', 'new', 'old', 'second', 'third']);
    expect(seen({ filter: 'done' })).toEqual(['new', 'third', 'second', 'first', 'old']);
    expect(seen({ words: 'R' }, 'third')).toEqual(['third', 'first']);
  });

  it('are those of the batch, where the list has batches', () => {
    const seen = (parts: Partial<Query>) => sequence(ROWS, 'second', list(parts));
    expect(seen({ sort: 'oldest' })).toEqual(['first', 'second', 'third']);
    expect(seen({ sort: 'name' })).toEqual(['first', 'new', 'old', 'second', 'third']);
  });

  it('are those without a list, if the list does not have the image', () => {
    const seen = list({ words: 'new', sort: 'name' });
    expect(sequence(ROWS, 'second', seen)).toEqual(sequence(ROWS, 'second'));
    expect(sequence(ROWS, 'old', seen)).toEqual(sequence(ROWS, 'old'));
  });

  it('end at both ends', () => {
    const all = sequence(ROWS, 'second');
    expect(neighbourOf(all, 'first', -1)).toBeUndefined();
    expect(neighbourOf(all, 'first', 1)).toBe('second');
    expect(neighbourOf(all, 'third', 1)).toBeUndefined();
    expect(neighbourOf(all, 'gone', 1)).toBeUndefined();
  });
});

it('has the order of the list, whatever is in it and however it is asked', () => {
  const row = fc.record({
    createdAt: fc.integer({ min: 1, max: 1_000_000 }),
    batch: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    text: fc.constantFrom('one', 'two', 'one two', 'three'),
    bytes: fc.integer({ min: 1, max: 3 }),
  });
  const asked = fc.record({
    words: fc.constantFrom('', 'one', 'T'),
    filter: fc.constantFrom<Filter>('all', 'done'),
    sort: fc.constantFrom(...SORTS),
  });
  const rows = fc.uniqueArray(row, { selector: ({ createdAt }) => createdAt });
  fc.assert(
    fc.property(rows, asked, (made, query) => {
      const entries = made.map(({ createdAt, batch, ...parts }, at) =>
        entry(`${at}`, createdAt, { ...parts, ...(batch && { batch }) }),
      );
      const summaries = ['a', 'b'].map((id) => ({
        batch: { id } as Batch,
        counts: { done: 0, failed: 0, cancelled: 0, waiting: 0 },
      }));
      const listed = rowsOf(
        {
          entries: select(entries, query, compare),
          isWhole: true,
          counts: { all: entries.length, running: 0, done: 0, needs: 0 },
          batches: summaries as unknown as BatchSummary[],
          listed: query,
        },
        new Set(['a', 'b']),
      ).flatMap((each) => (each.kind === 'job' ? each.id : []));
      const alone = entries.find(({ id, batch }) => batch === undefined && listed.includes(id));
      fc.pre(alone !== undefined);
      expect(sequence(entries, alone?.id ?? '', { list: query })).toEqual(listed);
    }),
  );
});
