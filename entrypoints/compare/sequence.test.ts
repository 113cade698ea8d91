import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '@/components/history/list-rows';
import type { Batch } from '@/lib/jobs/model/batch';
import type { BatchSummary } from '@/lib/jobs/model/batch-counts';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';
import { EVERYTHING } from '@/lib/jobs/model/query';
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

describe('the images to go through', () => {
  it('are those of the batch, in the order picked', () => {
    expect(sequenceOf(ROWS, 'second', undefined)).toEqual(['first', 'second', 'third']);
  });

  it('are else all that are done, as the list has them', () => {
    expect(sequenceOf(ROWS, 'old', undefined)).toEqual(['new', 'first', 'second', 'third', 'old']);
  });

  it('are those that were just done, if it is one of them', () => {
    expect(sequenceOf(ROWS, 'third', 1_011)).toEqual(['new', 'third']);
    expect(sequenceOf(ROWS, 'first', 1_011)).toEqual(['first', 'second', 'third']);
  });

  it('are none for an image that is not done, or gone', () => {
    expect(sequenceOf(ROWS, 'failed', undefined)).toEqual([]);
    expect(sequenceOf(ROWS, 'gone', 0)).toEqual([]);
  });

  it('end at both ends', () => {
    const all = sequenceOf(ROWS, 'second', undefined);
    expect(neighbourOf(all, 'first', -1)).toBeUndefined();
    expect(neighbourOf(all, 'first', 1)).toBe('second');
    expect(neighbourOf(all, 'third', 1)).toBeUndefined();
    expect(neighbourOf(all, 'gone', 1)).toBeUndefined();
  });
});

it('has the order of the list, whatever is in it', () => {
  const row = fc.record({
    createdAt: fc.integer({ min: 1, max: 1_000_000 }),
    batch: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ createdAt }) => createdAt }), (made) => {
      const entries = made.map(({ createdAt, batch }, at) =>
        entry(`${at}`, createdAt, batch ? { batch } : {}),
      );
      const summaries = ['a', 'b'].map((id) => ({
        batch: { id } as Batch,
        counts: { done: 0, failed: 0, cancelled: 0, waiting: 0 },
      }));
      const listed = rowsOf(
        {
          entries: entries.toSorted((a, b) => b.createdAt - a.createdAt),
          isWhole: true,
          counts: { all: entries.length, running: 0, done: 0, needs: 0 },
          batches: summaries as unknown as BatchSummary[],
          query: EVERYTHING,
        },
        new Set(['a', 'b']),
      ).flatMap((each) => (each.kind === 'job' ? each.id : []));
      const alone = entries.find(({ batch }) => batch === undefined);
      fc.pre(alone !== undefined);
      expect(sequenceOf(entries, alone?.id ?? '', undefined)).toEqual(listed);
    }),
  );
});
