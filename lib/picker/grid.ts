/** Measures of a grid of equal tiles, CSS px. */
export interface GridMeasures {
  columns: number;
  tileWidth: number;
  tileHeight: number;
  gap: number;
}

/** Height of the words below the thumbnail of a tile, CSS px. */
const WORDS_HEIGHT = 62;
const GAP = 10;
/** A narrower tile has no room for its words, CSS px. Two fit into a window of 320 px with a scroll bar. */
const LEAST_WIDTH = 128;

/** Fits tiles into a width, CSS px. At least one column. */
export function measureGrid(width: number): GridMeasures {
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  const tileWidth = Math.max(1, (width - GAP * (columns - 1)) / columns);
  return { columns, tileWidth, tileHeight: Math.round(tileWidth + WORDS_HEIGHT), gap: GAP };
}

/** Rows of a grid, `to` excluded. */
export interface Rows {
  from: number;
  to: number;
}

/** The rows that a range of pixels touches, px from the top of the grid. */
export function rowsIn(
  { tileHeight, gap }: GridMeasures,
  total: number,
  top: number,
  bottom: number,
): Rows {
  const pitch = tileHeight + gap;
  const from = Math.min(Math.max(0, Math.floor(top / pitch)), Math.max(0, total - 1));
  return { from, to: Math.min(total, Math.max(from + 1, Math.ceil(bottom / pitch))) };
}

/** A rectangle, px from the top left corner of the grid. */
export interface Band {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Positions of the tiles that a rubber band touches. */
export function tilesIn(measures: GridMeasures, count: number, band: Band): number[] {
  const { columns, tileWidth, tileHeight, gap } = measures;
  const first = (at: number, size: number) => Math.max(0, Math.ceil((at - size) / (size + gap)));
  const last = (at: number, size: number) => Math.floor(at / (size + gap));
  const touched: number[] = [];
  for (let row = first(band.top, tileHeight); row <= last(band.bottom, tileHeight); row += 1) {
    const right = Math.min(columns - 1, last(band.right, tileWidth));
    for (let column = first(band.left, tileWidth); column <= right; column += 1) {
      const at = row * columns + column;
      if (at < count) touched.push(at);
    }
  }
  return touched;
}

/**
 * Where a key moves the focus.
 * @param at position now
 * @param page rows that fit into the window
 * @returns undefined for a key that moves nothing
 */
export function moved(
  key: string,
  at: number,
  count: number,
  { columns, page }: { columns: number; page: number },
): number | undefined {
  const within = (to: number) => Math.min(Math.max(0, to), count - 1);
  /** Moves by rows, and stays in the column where it can. */
  const byRows = (rows: number) => {
    const to = at + rows * columns;
    if (to >= 0 && to < count) return to;
    if (to < 0) return at % columns;
    const isInLastRow = Math.floor(at / columns) === Math.floor((count - 1) / columns);
    return isInLastRow ? at : count - 1;
  };
  switch (key) {
    case 'ArrowLeft':
      return within(at - 1);
    case 'ArrowRight':
      return within(at + 1);
    case 'ArrowUp':
      return byRows(-1);
    case 'ArrowDown':
      return byRows(1);
    case 'PageUp':
      return byRows(-page);
    case 'PageDown':
      return byRows(page);
    case 'Home':
      return within(0);
    case 'End':
      return within(count - 1);
    default:
      return undefined;
  }
}
