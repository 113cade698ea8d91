import { describe, expect, it } from 'vitest';
import { ENDED, FAILED, RUNNING, sampleJob, WAITING } from '@/tests/stories/jobs';
import { entryOf, type HistoryEntry } from './history-entry';
import type { Job } from './job';
import { countsByFilter, EVERYTHING, isNarrow, type Query, select } from './query';

const { compare } = new Intl.Collator('en', { numeric: true });

const job = (id: string, parts: Partial<Job> = {}) => sampleJob({ id, name: id, ...parts });
const entries: HistoryEntry[] = [
  job('Boat 10', {
    createdAt: 3,
    stage: 'done',
    result: { url: '', width: 1, height: 1, bytes: 5 },
  }),
  job('boat 9', {
    createdAt: 4,
    stage: 'failed',
    failure: { code: 'network', at: 'queued', charged: 'no' },
  }),
  job('清晨的港口', { createdAt: 2, waiting: { reason: 'sign-in', since: 1 } }),
  job('ＦＵＬＬ width', {
    createdAt: 1,
    origin: {
      kind: 'page',
      url: 'u',
      pageUrl: 'https://www.Example.org/harbour/7?token=secret',
      pageTitle: 'Ärzte im Hafen',
      frameUrl: 'f',
      tabId: 1,
      frameId: 0,
    },
  }),
].map(entryOf);

const ask = (query: Partial<Query>) =>
  select(entries, { ...EVERYTHING, ...query }, compare).map(({ id }) => id);

describe('select', () => {
  it.each<[string, string[]]>([
    ['', ['boat 9', 'Boat 10', '清晨的港口', 'ＦＵＬＬ width']],
    ['BOAT', ['boat 9', 'Boat 10']],
    ['boat 1', ['Boat 10']],
    ['10   boat', ['Boat 10']],
    ['港口', ['清晨的港口']],
    ['full', ['ＦＵＬＬ width']],
    ['ärzte HAFEN', ['ＦＵＬＬ width']],
    ['example.org', ['ＦＵＬＬ width']],
    ['secret', []],
    ['.*', []],
    ['zebra', []],
  ])('finds %j in names, page titles and hosts', (words, ids) => {
    expect(ask({ words })).toEqual(ids);
  });

  it('keeps the conditions apart', () => {
    expect(ask({ filter: 'done' })).toEqual(['Boat 10']);
    expect(ask({ filter: 'needs' })).toEqual(['boat 9', '清晨的港口']);
    expect(ask({ filter: 'running' })).toEqual(['ＦＵＬＬ width']);
    expect(ask({ filter: 'needs', words: 'boat' })).toEqual(['boat 9']);
  });

  it('sorts as people do', () => {
    expect(ask({ sort: 'oldest' })).toEqual(ask({}).reverse());
    expect(ask({ sort: 'name' }).slice(0, 2)).toEqual(['boat 9', 'Boat 10']);
    expect(ask({ sort: 'size' })[0]).toBe('Boat 10');
  });

  it('leaves what it was given as it was', () => {
    const before = entries.map(({ id }) => id);
    ask({ sort: 'name' });
    expect(entries.map(({ id }) => id)).toEqual(before);
  });
});

it('every row is in exactly one condition, and every filter counts what it shows', () => {
  const all = Object.values({ ...RUNNING, ...WAITING, ...ENDED, ...FAILED }).map(entryOf);
  const counts = { running: 0, needs: 0, done: 0, failed: 0, cancelled: 0 };
  for (const { condition } of all) counts[condition] += 1;
  const shown = countsByFilter(counts);
  for (const filter of ['all', 'running', 'done', 'needs'] as const) {
    expect(select(all, { ...EVERYTHING, filter }, compare)).toHaveLength(shown[filter]);
  }
});

it('knows when it narrows', () => {
  expect(isNarrow(EVERYTHING)).toBe(false);
  expect(isNarrow({ ...EVERYTHING, words: '  ' })).toBe(false);
  expect(isNarrow({ ...EVERYTHING, words: 'a' })).toBe(true);
  expect(isNarrow({ ...EVERYTHING, filter: 'done' })).toBe(true);
  expect(isNarrow({ ...EVERYTHING, sort: 'size' })).toBe(true);
});

it('an entry holds no more of a page title than anybody searches', () => {
  const { text } = entryOf(job('a', { name: 'x'.repeat(99_999) }));
  expect(text.length).toBeLessThan(800);
});
