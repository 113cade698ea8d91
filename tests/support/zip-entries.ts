import { crc32 } from 'node:zlib';

/** A file of a ZIP. */
export interface ReadEntry {
  name: string;
  bytes: Buffer;
}

/**
 * The files of a ZIP in the order of its central directory; only stored files, and no ZIP64.
 * @throws if a checksum, a size or a name differs between the directory and the file
 */
export function zipEntries(zip: Buffer): ReadEntry[] {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0) throw new Error('no end of a central directory');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry of a central directory');
    const [method, sum, size] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 24),
    ];
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, nameEnd);
    const local = zip.readUInt32LE(at + 42);
    const localName = zip.readUInt16LE(local + 26);
    const start = local + 30 + localName + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    if (method !== 0 || crc32(bytes) !== sum) throw new Error(`${name} is damaged`);
    if (zip.toString('utf8', local + 30, local + 30 + localName) !== name) throw new Error(name);
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return { name, bytes };
  });
}
