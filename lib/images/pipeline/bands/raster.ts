/** A decoded picture: RGBA, 8 bits per channel, row by row, straight alpha. An `ImageData` is one. */
export interface Raster {
  data: Uint8ClampedArray;
  /** px */
  width: number;
  height: number;
}

/** px */
export interface Size {
  width: number;
  height: number;
}

/** A picture whose rows are read when they are needed, so that a large one is never whole in memory. */
export interface RowSource extends Size {
  /**
   * @param top first row, 0..height - 1
   * @param rows at most `height - top`
   */
  read(top: number, rows: number): Promise<Raster>;
  /** Frees what reading keeps. The next read decodes again. */
  close?(): void;
}

/** A picture in memory as a source of rows. */
export function rowsOf(raster: Raster): RowSource {
  const { data, width, height } = raster;
  const stride = width * 4;
  return {
    width,
    height,
    read: async (top, rows) => ({
      data: data.subarray(top * stride, (top + rows) * stride),
      width,
      height: rows,
    }),
  };
}

/** Rows of a band where nothing else decides: 1 MB a thousand px of width. */
export const BAND_ROWS = 256;

/** Reads a source from top to bottom. */
export async function* bandsOf(source: RowSource, rows = BAND_ROWS): AsyncGenerator<Raster> {
  for (let top = 0; top < source.height; top += rows) {
    yield await source.read(top, Math.min(rows, source.height - top));
  }
}
