import { deflateRawSync } from 'node:zlib';
import { buf as crc32 } from 'crc-32';

/** An entry of a ZIP made by hand, and lies about it. */
export interface ZipPart {
  name: string;
  bytes: Uint8Array;
  isDeflated?: boolean;
  /** The size that both headers name, bytes. */
  declaredSize?: number;
  /** The checksum that both headers name. */
  declaredCrc?: number;
  isEncrypted?: boolean;
  /** Points to the data of the part with this index, as overlapping bombs do. */
  sameDataAs?: number;
}

/** A ZIP, byte by byte after APPNOTE 6.3.10, so that every field can be wrong. */
export function zipFile(parts: readonly ZipPart[], countInEnd = parts.length): Blob {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    const data = part.isDeflated ? deflateRawSync(part.bytes) : part.bytes;
    // Flags, method, time, date, checksum, sizes, length of the name, of the extra field.
    const fields: [size: 2 | 4, value: number][] = [
      [2, 0x0800 | (part.isEncrypted ? 1 : 0)],
      [2, part.isDeflated ? 8 : 0],
      [2, 0],
      [2, 0x21],
      [4, part.declaredCrc ?? crc32(part.bytes) >>> 0],
      [4, data.length],
      [4, part.declaredSize ?? part.bytes.length],
      [2, name.length],
      [2, 0],
    ];
    if (part.sameDataAs === undefined) {
      const head = packed([[4, 0x04034b50], [2, 20], ...fields]);
      local.push(head, name, data);
      offsets.push(offset);
      offset += head.length + name.length + data.length;
    } else {
      offsets.push(offsets[part.sameDataAs] ?? 0);
    }
    const rest = packed([
      [4, 0x02014b50],
      [2, 20],
      [2, 20],
      ...fields,
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offsets.at(-1) ?? 0],
    ]);
    directory.push(rest, name);
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  const end = packed([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, countInEnd],
    [2, countInEnd],
    [4, directorySize],
    [4, offset],
    [2, 0],
  ]);
  return new Blob([...local, ...directory, end] as BlobPart[]);
}

function packed(fields: readonly (readonly [2 | 4, number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}
