/** Files of many kinds of colours, made by sharp (libvips) from a picture of the simulator. */
import sharp, { type Sharp } from 'sharp';
import { PICTURES } from '@/simulator/pictures/pictures';
import {
  bytesOf,
  jpegSegment,
  pngChunk,
  u32,
  withChunks,
  withSegments,
} from '@/tests/support/images/image-files';

export interface PixelFile {
  label: string;
  extension: 'jpg' | 'png' | 'webp' | 'avif';
  bytes: Buffer;
  /** What the result is compared with, if the file itself is no good for it. */
  reference?: Buffer;
}

const SIZE = { width: 400, height: 300 };
const LINEAR = 100_000;

export async function pixelFiles(): Promise<PixelFile[]> {
  const plain = await sharp(await PICTURES.harbour.make())
    .resize(SIZE.width, SIZE.height, { fit: 'cover' })
    .removeAlpha()
    .png()
    .toBuffer();
  let made = 0;
  // No two are alike, or the second would be offered from the history.
  const picture = () => {
    made += 1;
    return sharp(plain).resize(SIZE.width + made, SIZE.height, { fit: 'fill' });
  };
  const wide = picture().toColourspace('rgb16');
  const seeThrough = await seeThroughOf(plain);
  const jpeg = (image: Sharp) => image.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
  const png = (image: Sharp) => image.png().toBuffer();
  const p3Jpeg = await jpeg(picture().withIccProfile('p3'));
  const of = (label: string, extension: PixelFile['extension'], bytes: Buffer): PixelFile => ({
    label,
    extension,
    bytes,
  });
  const chunked = (...chunks: Uint8Array<ArrayBuffer>[]) =>
    Buffer.from(withChunks(new Uint8Array(plain), ...chunks));
  return [
    of('JPEG, untagged', 'jpg', await jpeg(picture())),
    of('JPEG, sRGB', 'jpg', await jpeg(picture().withIccProfile('srgb'))),
    of('JPEG, Display P3', 'jpg', p3Jpeg),
    of(
      'JPEG, Display P3, turned',
      'jpg',
      await jpeg(picture().withMetadata({ orientation: 6 }).withIccProfile('p3')),
    ),
    {
      ...of('JPEG, profile cut off', 'jpg', await cutProfile(p3Jpeg)),
      reference: withoutProfile(p3Jpeg),
    },
    of('JPEG, grey', 'jpg', await jpeg(picture().greyscale())),
    of('JPEG, CMYK with profile', 'jpg', await jpeg(picture().withIccProfile('cmyk'))),
    of(
      'JPEG, CMYK, 4:2:0',
      'jpg',
      await picture().withIccProfile('cmyk').jpeg({ quality: 95 }).toBuffer(),
    ),
    of(
      'JPEG, CMYK, turned',
      'jpg',
      await jpeg(picture().withMetadata({ orientation: 8 }).withIccProfile('cmyk')),
    ),
    of('PNG, untagged', 'png', plain),
    of('PNG, sRGB profile', 'png', await png(picture().withIccProfile('srgb'))),
    of('PNG, Display P3', 'png', await png(picture().withIccProfile('p3'))),
    of('PNG, 16 bit', 'png', await png(picture().toColourspace('rgb16'))),
    {
      ...of('PNG, 16 bit, Display P3', 'png', await png(wide.clone().withIccProfile('p3'))),
      // libvips does not apply the profile of 16 bits that it writes.
      reference: await png(wide.clone()),
    },
    of('PNG, palette', 'png', await picture().png({ palette: true }).toBuffer()),
    of(
      'PNG, palette, see-through',
      'png',
      await sharp(seeThrough).png({ palette: true }).toBuffer(),
    ),
    of('PNG, see-through', 'png', seeThrough),
    of('PNG, see-through, Display P3', 'png', await png(sharp(seeThrough).withIccProfile('p3'))),
    of('PNG, grey, see-through', 'png', await png(sharp(seeThrough).greyscale())),
    of('PNG, grey', 'png', await png(picture().greyscale())),
    of('PNG, gAMA of sRGB', 'png', chunked(pngChunk('gAMA', u32(45_455)))),
    {
      ...of('PNG, gAMA 1.0 only', 'png', chunked(pngChunk('gAMA', u32(LINEAR)))),
      reference: await linearSeen(plain),
    },
    of('PNG, cICP of sRGB', 'png', chunked(pngChunk('cICP', bytesOf([1, 13, 0, 1])))),
    of('WebP', 'webp', await picture().webp({ lossless: true }).toBuffer()),
    of(
      'WebP, Display P3',
      'webp',
      await picture().withIccProfile('p3').webp({ lossless: true }).toBuffer(),
    ),
    of('WebP, see-through', 'webp', await sharp(seeThrough).webp({ lossless: true }).toBuffer()),
    of(
      'AVIF',
      'avif',
      await picture().avif({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
    ),
    of(
      'AVIF, Display P3',
      'avif',
      await picture()
        .withIccProfile('p3')
        .avif({ quality: 95, chromaSubsampling: '4:4:4' })
        .toBuffer(),
    ),
  ];
}

/** A soft disc of the picture. */
async function seeThroughOf(plain: Buffer): Promise<Buffer> {
  const { width, height } = SIZE;
  const disc = `<svg width="${width}" height="${height}"><radialGradient id="g"><stop offset=".6"/><stop offset="1" stop-opacity="0"/></radialGradient><rect width="100%" height="100%" fill="url(#g)"/></svg>`;
  return sharp(plain)
    .ensureAlpha()
    .composite([{ input: Buffer.from(disc), blend: 'dest-in' }])
    .png()
    .toBuffer();
}

/** Claims two parts of a profile, of which only the first is there. */
async function cutProfile(jpeg: Buffer): Promise<Buffer> {
  const { icc = Buffer.alloc(0) } = await sharp(jpeg).metadata();
  const part = jpegSegment(0xe2, bytesOf('ICC_PROFILE\0', [1, 2], icc));
  return Buffer.from(withSegments(new Uint8Array(withoutProfile(jpeg)), part));
}

function withoutProfile(jpeg: Buffer): Buffer {
  const at = jpeg.indexOf('ICC_PROFILE\0', 0, 'latin1') - 4;
  return Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + 2 + jpeg.readUInt16BE(at + 2))]);
}

/** Light of gamma 1.0 as sRGB encodes it: what browsers show of such a file. */
async function linearSeen(plain: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(plain).raw().toBuffer({ resolveWithObject: true });
  const encoded = data.map((value) => {
    const light = value / 255;
    return Math.round(
      255 * (light <= 0.003_130_8 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055),
    );
  });
  const { width, height, channels } = info;
  return sharp(encoded, { raw: { width, height, channels } }).png().toBuffer();
}
