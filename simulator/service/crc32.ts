/**
 * CRC-32 (IEEE 802.3, reflected) of the bytes as 8 lowercase hex digits (docs/PROTOCOL.md, section 3.3). It is
 * computed bit by bit: slow, but independent of the client's library.
 */
export function crc32(bytes: Uint8Array): string {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
