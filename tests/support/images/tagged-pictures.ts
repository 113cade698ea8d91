/** Whole pictures with metadata at any place, for property tests. */
import fc from 'fast-check';
import { bytesOf, jpegSegment, pngChunk } from './image-files';
import { SEEDS } from './seed-pictures';

type Bytes = Uint8Array<ArrayBuffer>;

export interface TaggedPicture {
  type: 'jpeg' | 'png';
  plain: Bytes;
  /** The same picture with metadata in it. */
  tagged: Bytes;
}

const content = fc.uint8Array({ maxLength: 60 });

/** Comment, EXIF or XMP, IPTC, maker notes: every segment that no decoder needs. */
const jpegTag = fc
  .tuple(fc.constantFrom(0xfe, 0xe1, 0xe3, 0xe7, 0xed, 0xef), content)
  .map(([marker, bytes]) => jpegSegment(marker, bytesOf(bytes)));

const pngTag = fc
  .tuple(fc.constantFrom('tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'caBX', 'prVt'), content)
  .map(([type, bytes]) => pngChunk(type, bytes));

const jpegs = [SEEDS.jpeg, SEEDS.jpegProgressive, SEEDS.jpegCmyk, SEEDS.jpegGrey];
const pngs = [SEEDS.png, SEEDS.pngAlpha, SEEDS.pngPalette, SEEDS.pngInterlaced, SEEDS.png16];

export const taggedPicture: fc.Arbitrary<TaggedPicture> = fc.oneof(
  tagged('jpeg', jpegs, jpegTag, jpegBoundaries),
  tagged('png', pngs, pngTag, pngBoundaries),
);

function tagged(
  type: TaggedPicture['type'],
  pictures: readonly Bytes[],
  tag: fc.Arbitrary<Bytes>,
  boundariesOf: (bytes: Bytes) => number[],
): fc.Arbitrary<TaggedPicture> {
  const tags = fc.array(fc.tuple(fc.nat(999), tag), { minLength: 1, maxLength: 4 });
  return fc.tuple(fc.constantFrom(...pictures), tags).map(([plain, list]) => {
    const boundaries = boundariesOf(plain);
    const parts: Bytes[] = [];
    let last = 0;
    for (const boundary of boundaries) {
      parts.push(plain.subarray(last, boundary));
      parts.push(
        ...list
          .filter(([index]) => boundaries[index % boundaries.length] === boundary)
          .map(([, bytes]) => bytes),
      );
      last = boundary;
    }
    return { type, plain, tagged: bytesOf(...parts, plain.subarray(last)) };
  });
}

/** Between the segments up to the first scan. */
function jpegBoundaries(bytes: Bytes): number[] {
  const view = new DataView(bytes.buffer);
  const found = [2];
  for (let at = 2; view.getUint8(at + 1) !== 0xda; at += 2 + view.getUint16(at + 2)) {
    found.push(at + 2 + view.getUint16(at + 2));
  }
  return found;
}

/** Between the chunks, behind the header. */
function pngBoundaries(bytes: Bytes): number[] {
  const view = new DataView(bytes.buffer);
  const found: number[] = [];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    if (at > 8) found.push(at);
  }
  return found;
}
