/** A JPEG of YCCK: libvips writes CMYK only, so the inks are turned here, and its Adobe marker says so. */
import sharp, { type Sharp } from 'sharp';
import {
  bytesOf,
  jpegSegment,
  u32le,
  withBytes,
  withSegments,
} from '@/tests/support/images/image-files';

/** Bytes of a profile in one segment of a JPEG. Source: ICC.1:2022, B.4. */
const PART_BYTES = 65_519;
const ADOBE = 'Adobe';
/** `transform` of the marker: its place, and YCCK. Source: Adobe technical note 5116. */
const TRANSFORM_AT = 11;
const YCCK = 2;

/** @param picture of sRGB */
export async function ycckJpeg(picture: Sharp): Promise<Buffer> {
  const cmyk = await picture.withIccProfile('cmyk').tiff({ compression: 'none' }).toBuffer();
  const { icc = Buffer.alloc(0) } = await sharp(cmyk).metadata();
  const { data, info } = await sharp(cmyk)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 4) throw new Error('not CMYK');
  const file = await sharp(cmykTiff(turned(data), info.width, info.height))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 97, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const marker = file.indexOf(ADOBE, 0, 'latin1');
  if (marker < 0) throw new Error('no Adobe marker');
  const marked = withBytes(new Uint8Array(file), marker + TRANSFORM_AT, [YCCK]);
  return Buffer.from(withSegments(marked, ...profileParts(icc)));
}

/** Inks so that, inverted as Adobe stores them, they are luma, two chromas, and black. */
function turned(inks: Buffer): Buffer {
  const out = Buffer.alloc(inks.length);
  for (let at = 0; at < inks.length; at += 4) {
    const [c, m, y, k] = [0, 1, 2, 3].map((ink) => inks[at + ink] ?? 0) as [
      number,
      number,
      number,
      number,
    ];
    const luma = 0.299 * c + 0.587 * m + 0.114 * y;
    const stored = [luma, 128 + (y - luma) / 1.772, 128 + (c - luma) / 1.402];
    const inverted = stored.map((value) => 255 - Math.min(255, Math.max(0, Math.round(value))));
    out.set([...inverted, k], at);
  }
  return out;
}

/** An uncompressed TIFF of four inks, which is how libvips takes them. Source: TIFF 6.0. */
function cmykTiff(inks: Buffer, width: number, height: number): Buffer {
  const entry = (tag: number, type: 3 | 4, count: number, value: number) => [
    ...u32le(tag + type * 65_536),
    ...u32le(count),
    ...u32le(value),
  ];
  const BITS_AT = 8;
  const PIXELS_AT = 16;
  const entries = [
    entry(256, 4, 1, width),
    entry(257, 4, 1, height),
    entry(258, 3, 4, BITS_AT),
    entry(259, 3, 1, 1),
    entry(262, 3, 1, 5),
    entry(273, 4, 1, PIXELS_AT),
    entry(277, 3, 1, 4),
    entry(278, 4, 1, height),
    entry(279, 4, 1, inks.length),
    entry(332, 3, 1, 1),
  ];
  return Buffer.from(
    bytesOf(
      'II*\0',
      u32le(PIXELS_AT + inks.length),
      [8, 0, 8, 0, 8, 0, 8, 0],
      inks,
      [entries.length, 0],
      ...entries,
      u32le(0),
    ),
  );
}

function profileParts(icc: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const count = Math.ceil(icc.length / PART_BYTES);
  return Array.from({ length: count }, (_, index) => {
    const part = icc.subarray(index * PART_BYTES, (index + 1) * PART_BYTES);
    return jpegSegment(0xe2, bytesOf('ICC_PROFILE\0', [index + 1, count], part));
  });
}
