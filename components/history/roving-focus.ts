import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';

type Root = RefObject<HTMLElement | null>;

const rowsIn = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>('.job-card') ?? []),
];

/** State of the row that should get the focus. */
interface Wanted {
  /** Whether it has been read; until then it has no button. */
  isRead: boolean;
  /** Whether to focus its first button instead of the row. */
  isButton: boolean;
}

/**
 * Focuses the wanted row once, and moves the focus with the arrow keys, Home and End through the
 * whole list, including rows that are not rendered yet.
 * @param setWanted called without a row once the focus has moved
 * @returns the handler of the list's keys
 */
export function useRowKeys(
  root: Root,
  entries: readonly HistoryEntry[],
  wanted: string | undefined,
  setWanted: (id: string | undefined) => void,
  { isRead, isButton }: Wanted,
): (event: KeyboardEvent) => void {
  useEffect(() => {
    const row = wanted && rowsIn(root.current).find((each) => each.dataset.id === wanted);
    if (!row) return;
    row.scrollIntoView({ block: 'nearest' });
    const button = isButton ? row.querySelector<HTMLElement>('.job-buttons button') : null;
    (button ?? row).focus({ preventScroll: true });
    // A row is rendered anew once its job is read, which would lose the focus; keep the request until then.
    if (isRead) setWanted(undefined);
  }, [root, wanted, setWanted, isRead, isButton]);

  return (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('.job-card');
    if (!row || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = entries.findIndex(({ id }) => id === row.dataset.id);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    const id = entries[Math.min(Math.max(next, 0), entries.length - 1)]?.id;
    const drawn = rowsIn(root.current).find((each) => each.dataset.id === id);
    if (!drawn) return setWanted(id);
    drawn.scrollIntoView({ block: 'nearest' });
    drawn.focus({ preventScroll: true });
  };
}

/** Keeps the focus in the list when the focused row is removed or moved. */
export function useFocusKept(root: Root, entries: readonly HistoryEntry[]): void {
  const last = useRef<{ id: string | undefined; at: number }>(undefined);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const note = (event: FocusEvent) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>('.job-card');
      last.current = row ? { id: row.dataset.id, at: rowsIn(element).indexOf(row) } : undefined;
    };
    element.addEventListener('focusin', note);
    return () => element.removeEventListener('focusin', note);
  }, [root]);
  useEffect(() => {
    if (last.current === undefined || document.activeElement !== document.body) return;
    const rows = rowsIn(root.current);
    const { id, at } = last.current;
    const same = rows.find((each) => each.dataset.id === id);
    (same ?? rows[Math.min(at, rows.length - 1)])?.focus();
  }, [root, entries]);
}

/**
 * Returns the focus to the row that had it last when the selection bar closes and
 * takes the focus with it.
 * @param isAway whether the selection bar is open
 */
export function useFocusReturned(root: Root, isAway: boolean): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    const element = root.current;
    if (!isAway || !element) return;
    const note = (event: FocusEvent) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>('.job-card');
      if (row) last.current = row.dataset.id;
    };
    element.addEventListener('focusin', note);
    return () => {
      element.removeEventListener('focusin', note);
      if (document.activeElement !== document.body) return;
      const rows = rowsIn(element);
      const row = rows.find(({ dataset }) => dataset.id === last.current) ?? rows[0];
      row?.focus({ preventScroll: true });
    };
  }, [root, isAway]);
}
