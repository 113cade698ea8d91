import { type Condition, folded, type HistoryEntry, nameIn } from './history-entry';

/** Filters of the history. */
export const FILTERS = ['all', 'running', 'done', 'needs'] as const;
export type Filter = (typeof FILTERS)[number];

/** Sort orders of the history. */
export const SORTS = ['newest', 'oldest', 'name', 'size'] as const;
export type Sort = (typeof SORTS)[number];

/** Search, filter and sort order of the history. */
export interface Query {
  /** Search words, all of which must occur. */
  words: string;
  filter: Filter;
  sort: Sort;
}

export const EVERYTHING: Query = { words: '', filter: 'all', sort: 'newest' };

const CONDITIONS_OF: Record<Exclude<Filter, 'all'>, readonly Condition[]> = {
  running: ['running'],
  done: ['done'],
  needs: ['needs', 'failed'],
};

/** Number of jobs per condition. */
export type Counts = Record<Condition, number>;

/** Number of jobs per filter. */
export function countsByFilter(counts: Counts): Record<Filter, number> {
  const sum = (conditions: readonly Condition[]) =>
    conditions.reduce((total, condition) => total + counts[condition], 0);
  return {
    all: sum(Object.keys(counts) as Condition[]),
    running: sum(CONDITIONS_OF.running),
    done: sum(CONDITIONS_OF.done),
    needs: sum(CONDITIONS_OF.needs),
  };
}

/** Whether the query differs from the whole history, newest first. */
export function isNarrow({ words, filter, sort }: Query): boolean {
  return words.trim() !== '' || filter !== 'all' || sort !== 'newest';
}

/**
 * Whether the list shows batches. A search, a filter and the order by name or size are about single pictures: each
 * that matches stands alone.
 */
export function showsBatches({ words, filter, sort }: Query): boolean {
  return words.trim() === '' && filter === 'all' && (sort === 'newest' || sort === 'oldest');
}

/**
 * The entries that match the query, in its order.
 * @param compare compares two names in the page's language
 */
export function select(
  entries: readonly HistoryEntry[],
  { words, filter, sort }: Query,
  compare: (a: string, b: string) => number,
): HistoryEntry[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const conditions = filter === 'all' ? undefined : CONDITIONS_OF[filter];
  const found = entries.filter(
    (entry) =>
      (!conditions || conditions.includes(entry.condition)) &&
      wanted.every((word) => entry.text.includes(word)),
  );
  const newest = (a: HistoryEntry, b: HistoryEntry) => b.createdAt - a.createdAt;
  switch (sort) {
    case 'newest':
      return found.sort(newest);
    case 'oldest':
      return found.sort((a, b) => a.createdAt - b.createdAt);
    case 'name': {
      const named = found.map((entry) => ({ entry, name: nameIn(entry) }));
      named.sort((a, b) => compare(a.name, b.name) || newest(a.entry, b.entry));
      return named.map(({ entry }) => entry);
    }
    case 'size':
      return found.sort((a, b) => b.bytes - a.bytes || newest(a, b));
  }
}
