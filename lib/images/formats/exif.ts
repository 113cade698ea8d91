import { ascii } from './byte-source';

const TAG_ORIENTATION = 0x0112;
const TYPE_LONG = 4;

/**
 * Reads the orientation from an EXIF block (a TIFF header with its first directory).
 * @returns 1..8; 1 if the block has none or is damaged
 */
export function exifOrientation(tiff: Uint8Array): number {
  const order = ascii(tiff, 0, 2);
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return 1;
  const little = order === 'II';
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return 1;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const tag = directory + 2 + index * 12;
    if (tag + 12 > view.byteLength) break;
    if (view.getUint16(tag, little) !== TAG_ORIENTATION) continue;
    const isLong = view.getUint16(tag + 2, little) === TYPE_LONG;
    const value = isLong ? view.getUint32(tag + 8, little) : view.getUint16(tag + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
