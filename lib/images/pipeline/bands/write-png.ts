import CRC32 from 'crc-32';
import type { Raster, Size } from './raster';

type Bytes = Uint8Array<ArrayBuffer>;

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const NO_BYTES: Bytes = new Uint8Array(0);
/** Content of one IDAT chunk. Each becomes a Blob at once, which leaves the memory of the script. */
const CHUNK_BYTES = 1024 * 1024;
/** Rows that are compressed at once. */
const WRITTEN_ROWS = 64;
const COLOUR = 2;
const COLOUR_AND_ALPHA = 6;
/** Filters of PNG (section 9.2) that are tried on each row. */
const SUB = 1;
const UP = 2;
const PAETH = 4;
/** Every n-th byte is enough to choose the filter. An odd step visits each channel. */
const SAMPLED = 7;

/**
 * Writes a PNG (8 bits, RGB or RGBA, straight alpha) while its rows arrive, so that neither the whole
 * picture nor a canvas of its size is needed. A canvas would also premultiply, which destroys the
 * colour of nearly transparent pixels.
 * @param bands rows from top to bottom, whole width; together `size.height` rows
 * @param hasAlpha false drops the alpha channel
 * @throws what `bands` throws; RangeError if the rows do not add up
 */
export async function writePng(
  size: Size,
  bands: AsyncIterable<Raster> | Iterable<Raster>,
  hasAlpha: boolean,
): Promise<Blob> {
  const channels = hasAlpha ? 4 : 3;
  const deflate = new CompressionStream('deflate');
  const writer = deflate.writable.getWriter();
  const content = collect(deflate.readable);
  // Read below; until then a failure of the bands must not count as unhandled.
  content.catch(() => {});
  try {
    const filters = new RowFilters(size.width, channels);
    let rows = 0;
    for await (const band of bands) {
      if (band.width !== size.width) throw new RangeError('a band has another width');
      rows += band.height;
      for (let top = 0; top < band.height; top += WRITTEN_ROWS) {
        await writer.write(filters.apply(band, top, Math.min(WRITTEN_ROWS, band.height - top)));
      }
    }
    if (rows !== size.height) throw new RangeError(`${rows} rows for ${size.height}`);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
  const parts = [
    SIGNATURE,
    chunk('IHDR', header(size, hasAlpha)),
    ...(await content),
    chunk('IEND', NO_BYTES),
  ];
  return new Blob(parts, { type: 'image/png' });
}

function header({ width, height }: Size, hasAlpha: boolean): Bytes {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  bytes[8] = 8;
  bytes[9] = hasAlpha ? COLOUR_AND_ALPHA : COLOUR;
  return bytes;
}

function chunk(type: string, content: Bytes): Bytes {
  const bytes = new Uint8Array(12 + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(content, 8);
  view.setInt32(8 + content.length, CRC32.buf(bytes.subarray(4, 8 + content.length)));
  return bytes;
}

/** The compressed bytes as IDAT chunks. */
async function collect(compressed: ReadableStream<Uint8Array>): Promise<Blob[]> {
  const chunks: Blob[] = [];
  let held: Uint8Array[] = [];
  let bytes = 0;
  const flush = () => {
    const content = new Uint8Array(bytes);
    let at = 0;
    for (const each of held) {
      content.set(each, at);
      at += each.length;
    }
    chunks.push(new Blob([chunk('IDAT', content)]));
    held = [];
    bytes = 0;
  };
  const reader = compressed.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    held.push(next.value);
    bytes += next.value.length;
    if (bytes >= CHUNK_BYTES) flush();
  }
  if (bytes > 0) flush();
  return chunks;
}

/** Filters rows one after the other. */
class RowFilters {
  readonly #width: number;
  readonly #channels: number;
  /** The row above, and the one that is filtered. */
  #above: Bytes;
  #row: Bytes;

  constructor(width: number, channels: number) {
    this.#width = width;
    this.#channels = channels;
    this.#above = new Uint8Array(width * channels);
    this.#row = new Uint8Array(width * channels);
  }

  apply({ data }: Raster, top: number, rows: number): Bytes {
    const length = this.#row.length;
    // Not used again: a stream may read what it was given after `write` has resolved, as Node's does.
    const filtered = new Uint8Array(rows * (length + 1));
    for (let y = 0; y < rows; y += 1) {
      readRow(data, (top + y) * this.#width * 4, this.#channels, this.#row);
      const filter = bestFilter(this.#row, this.#above, this.#channels);
      const at = y * (length + 1);
      filtered[at] = filter;
      const into = filtered.subarray(at + 1, at + 1 + length);
      applyFilter(filter, this.#row, this.#above, this.#channels, into);
      [this.#above, this.#row] = [this.#row, this.#above];
    }
    return filtered;
  }
}

function readRow(data: Uint8ClampedArray, from: number, channels: number, row: Bytes): void {
  if (channels === 4) {
    row.set(data.subarray(from, from + row.length));
    return;
  }
  for (let x = 0; x < row.length; x += 3) {
    const at = from + (x / 3) * 4;
    row[x] = data[at] ?? 0;
    row[x + 1] = data[at + 1] ?? 0;
    row[x + 2] = data[at + 2] ?? 0;
  }
}

/** Writes the differences of a row from what its filter predicts. */
function applyFilter(
  filter: number,
  row: Bytes,
  above: Bytes,
  channels: number,
  into: Bytes,
): void {
  // One loop for each filter: this is where most of the time goes.
  if (filter === UP) {
    for (let x = 0; x < row.length; x += 1) into[x] = (row[x] ?? 0) - (above[x] ?? 0);
    return;
  }
  into.set(row.subarray(0, channels));
  if (filter === SUB) {
    for (let x = channels; x < row.length; x += 1) {
      into[x] = (row[x] ?? 0) - (row[x - channels] ?? 0);
    }
    return;
  }
  for (let x = 0; x < channels; x += 1) into[x] = (row[x] ?? 0) - (above[x] ?? 0);
  for (let x = channels; x < row.length; x += 1) {
    const predicted = paeth(row[x - channels] ?? 0, above[x] ?? 0, above[x - channels] ?? 0);
    into[x] = (row[x] ?? 0) - predicted;
  }
}

/** The filter with the smallest sum of differences, which nearly always compresses best. */
function bestFilter(row: Bytes, above: Bytes, channels: number): number {
  let sub = 0;
  let up = 0;
  let both = 0;
  for (let x = channels; x < row.length; x += SAMPLED) {
    const own = row[x] ?? 0;
    const left = row[x - channels] ?? 0;
    const top = above[x] ?? 0;
    sub += Math.abs(own - left);
    up += Math.abs(own - top);
    both += Math.abs(own - paeth(left, top, above[x - channels] ?? 0));
  }
  if (up <= sub && up <= both) return UP;
  return sub <= both ? SUB : PAETH;
}

function paeth(left: number, up: number, corner: number): number {
  const byLeft = Math.abs(up - corner);
  const byUp = Math.abs(left - corner);
  const byCorner = Math.abs(left + up - 2 * corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
