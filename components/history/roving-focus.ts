import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ListRow } from './list-rows';

type Root = RefObject<HTMLElement | null>;

/** Rows of jobs and of batches. */
const ROW = '.job-card, .batch-row';

const rowsIn = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>(ROW) ?? []),
];

const rowAround = ({ target }: Event): HTMLElement | null =>
  (target as HTMLElement).closest<HTMLElement>(ROW);

/** Focuses a row; of a batch the button that opens it, so that Enter and Space do. */
function focusRow(row: HTMLElement | undefined): void {
  const toggle = row?.querySelector<HTMLElement>('.batch-row__toggle');
  (toggle ?? row)?.focus({ preventScroll: true });
}

/** The row to focus. */
interface Wanted {
  /** Whether its job was read. Until then it has no buttons. */
  isRead: boolean;
  /** Whether to focus its first button instead of the row. */
  isButton: boolean;
}

/**
 * Focuses the wanted row once, and moves the focus with the arrow keys, Home and End through the whole
 * list, even to rows that are not rendered yet.
 * @param setWanted called with `undefined` once the row has the focus
 * @returns the key handler of the list
 */
export function useRowKeys(
  root: Root,
  rows: readonly Pick<ListRow, 'id'>[],
  wanted: string | undefined,
  setWanted: (id: string | undefined) => void,
  { isRead, isButton }: Wanted,
): (event: KeyboardEvent) => void {
  useEffect(() => {
    const row = wanted && rowsIn(root.current).find((each) => each.dataset.id === wanted);
    if (!row) return;
    row.scrollIntoView({ block: 'nearest' });
    const button = isButton ? row.querySelector<HTMLElement>('.job-buttons button') : null;
    if (button) button.focus({ preventScroll: true });
    else focusRow(row);
    // Once its job is read, the row is rendered anew and loses the focus: then focus it again.
    if (isRead) setWanted(undefined);
  }, [root, wanted, setWanted, isRead, isButton]);

  return (event) => {
    const row = rowAround(event);
    // In a field for a number, the keys change the number.
    const isInField = (event.target as HTMLElement).matches('input:not([type="checkbox"])');
    if (
      !row ||
      isInField ||
      event.defaultPrevented ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey
    )
      return;
    const at = rows.findIndex(({ id }) => id === row.dataset.id);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const id = rows[Math.min(Math.max(next, 0), rows.length - 1)]?.id;
    const drawn = rowsIn(root.current).find((each) => each.dataset.id === id);
    if (!drawn) return setWanted(id);
    drawn.scrollIntoView({ block: 'nearest' });
    focusRow(drawn);
  };
}

/** Keeps the focus in the list when the focused row is removed or moved. */
export function useFocusKept(root: Root, list: readonly ListRow[]): void {
  const last = useRef<{ id: string | undefined; at: number }>(undefined);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const note = (event: FocusEvent) => {
      const row = rowAround(event);
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
    const next = same ?? rows[Math.min(at, rows.length - 1)];
    focusRow(next);
    next?.scrollIntoView?.({ block: 'nearest' });
  }, [root, list]);
}

/**
 * Returns the focus to the row that had it last when the selection bar, which had the focus, is gone.
 * @param isAway whether the selection bar is shown
 */
export function useFocusReturned(root: Root, isAway: boolean): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    const element = root.current;
    if (!isAway || !element) return;
    const note = (event: FocusEvent) => {
      const row = rowAround(event);
      if (row) last.current = row.dataset.id;
    };
    element.addEventListener('focusin', note);
    return () => {
      element.removeEventListener('focusin', note);
      if (document.activeElement !== document.body) return;
      const rows = rowsIn(element);
      const row = rows.find(({ dataset }) => dataset.id === last.current) ?? rows[0];
      focusRow(row);
    };
  }, [root, isAway]);
}
