import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';

type Root = RefObject<HTMLElement | null>;

const rowsIn = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>('.job-card') ?? []),
];

/** What is known of the row that the keyboard is to be put on. */
interface Wanted {
  /** Whether it has been read: until then there is no button in it. */
  isRead: boolean;
  /** Whether its first button is meant, not the row itself. */
  isButton: boolean;
}

/**
 * Puts the keyboard on the wanted row, once, and moves it with the arrow keys, Home and End through the
 * whole list, also to rows that are not drawn yet.
 * @param setWanted called without a row as soon as the wish is fulfilled
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
    // A row that has not been read is drawn anew when it is, and the keyboard would be lost with it.
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

/** Keeps the keyboard in the list when the row that had it is removed, or drawn anew elsewhere. */
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
 * Gives the keyboard back to the row that had it last when the controls for many rows have gone, and
 * the focus with them.
 * @param isAway whether those controls are there
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
