import CRC32 from 'crc-32';

/** Bytes read at once, so that a large picture is never in memory twice. */
const CHUNK_BYTES = 1 << 20;

/** CRC-32 (IEEE) of the bytes, as eight lower-case hex digits. */
export async function crc32Hex(bytes: Blob): Promise<string> {
  let crc = 0;
  for (let start = 0; start < bytes.size; start += CHUNK_BYTES) {
    const chunk = await bytes.slice(start, start + CHUNK_BYTES).arrayBuffer();
    crc = CRC32.buf(new Uint8Array(chunk), crc);
  }
  return (crc >>> 0).toString(16).padStart(8, '0');
}

/** Whether two hex CRCs are equal. Servers drop leading zeros and change the case. */
export function sameCrc(one: string, other: string): boolean {
  const plain = (crc: string) => crc.toLowerCase().padStart(8, '0');
  return plain(one) === plain(other);
}
