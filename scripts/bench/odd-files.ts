/** Files of which one picture has to be chosen or drawn, and files that are refused by name. */
import sharp from 'sharp';
import { icon, iconBitmap, jxlStart } from '@/tests/support/images/icons';
import { animatedPng, bmp, bytesOf } from '@/tests/support/images/image-files';
import type { TableFile } from './table-file';

const SIDE = 256;
/** Red, so that it is noticed if a smaller picture of an icon is sent. */
const RED = [0, 0, 255, 255];
const DRAWING = `<linearGradient id="g"><stop stop-color="#0a84ff"/><stop offset="1" stop-color="#ffd60a"/></linearGradient><path fill="url(#g)" d="M0 0h400v200H0z"/><path fill="#1d3557" d="M40 40h80v120H40z"/>`;

/** SVG of each way to tell a size, or none. The content is 400 by 200 units. */
function drawings(): TableFile[] {
  const ways = {
    'width="100%", no viewBox': 'width="100%"',
    'width and height 100%, no viewBox': 'width="100%" height="100%"',
    'no size, no viewBox': '',
    'width and height': 'width="400" height="200"',
    'viewBox only': 'viewBox="0 0 400 200"',
    'width in mm, viewBox': 'width="120mm" viewBox="0 0 400 200"',
  };
  return Object.entries(ways).map(([way, attributes], index) => {
    // Two files of one drawing would be one row.
    const content = `${DRAWING}<path fill="#e63946" d="M${200 + index * 20} 50h60v90h-60z"/>`;
    const svg = (size: string) =>
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content}</svg>`);
    return {
      label: `SVG, ${way}`,
      extension: 'svg',
      bytes: svg(attributes),
      by: 'librsvg',
      reference: ({ width, height }) =>
        sharp(svg(`width="${width}" height="${height}" viewBox="0 0 400 200"`))
          .png()
          .toBuffer(),
    };
  });
}

/** The first two frames have one colour. */
async function animations(plain: Buffer): Promise<TableFile[]> {
  const blank = await sharp({
    create: { width: SIDE, height: SIDE, channels: 3, background: '#fff' },
  })
    .png()
    .toBuffer();
  // As many colours as a GIF has.
  const frame = async (hue: number) =>
    sharp(plain)
      .resize(SIDE, SIDE, { fit: 'cover' })
      .modulate({ hue })
      .png({ palette: true, colours: 64, dither: 0 })
      .toBuffer();
  const opaque = async (png: Buffer) => sharp(png).removeAlpha().png().toBuffer();
  const [first, second, third] = [await frame(20), await frame(40), await opaque(await frame(60))];
  const joined = (shown: Buffer) => sharp([blank, blank, shown], { join: { animated: true } });
  const gif = await joined(first).gif({ dither: 0 }).toBuffer();
  const webp = await joined(second).webp({ lossless: true }).toBuffer();
  // A GIF has equal frames once.
  const last = async (file: Buffer) => ((await sharp(file).metadata()).pages ?? 1) - 1;
  const still = async (file: Buffer) =>
    sharp(file, { page: await last(file) })
      .png()
      .toBuffer();
  const apng = animatedPng(new Uint8Array(await opaque(blank)), new Uint8Array(third));
  const by = 'libvips';
  return [
    { label: 'GIF, blank first', extension: 'gif', bytes: gif, by, reference: await still(gif) },
    {
      label: 'WebP, animated, blank first',
      extension: 'webp',
      bytes: webp,
      by,
      reference: await still(webp),
    },
    {
      label: 'APNG, blank first',
      extension: 'png',
      bytes: Buffer.from(apng),
      by,
      reference: third,
    },
  ];
}

async function icons(plain: Buffer): Promise<TableFile[]> {
  const largest = (hue: number) =>
    sharp(plain).resize(SIDE, SIDE, { fit: 'cover' }).modulate({ hue });
  const entry = (bytes: Buffer) => ({
    width: SIDE,
    height: SIDE,
    bytes: new Uint8Array(bytes),
  });
  const small = [iconBitmap(16, 16, RED), iconBitmap(32, 32, RED)];
  const png = await largest(80).png().toBuffer();
  // The rows of a bitmap run from the bottom up, in blue, green, red, alpha.
  const upsideDown = await largest(100).flip().ensureAlpha().raw().toBuffer();
  for (let at = 0; at < upsideDown.length; at += 4) {
    upsideDown.subarray(at, at + 3).reverse();
  }
  const bitmap = iconBitmap(SIDE, SIDE, RED);
  bitmap.bytes.set(upsideDown, 40);
  return [
    {
      label: 'ICO, 16 + 32 + 256 (PNG)',
      extension: 'ico',
      bytes: Buffer.from(icon([...small, entry(png)])),
      by: 'libvips',
      reference: png,
    },
    {
      label: 'ICO, 16 + 32 + 256 (bitmap)',
      extension: 'ico',
      bytes: Buffer.from(icon([...small, bitmap])),
      by: 'libvips',
      reference: await largest(100).png().toBuffer(),
    },
  ];
}

async function bitmaps(plain: Buffer): Promise<TableFile[]> {
  const picture = sharp(plain).resize(320, 200, { fit: 'fill' }).modulate({ hue: 120 });
  const rows = await picture.clone().flip().removeAlpha().raw().toBuffer();
  for (let at = 0; at < rows.length; at += 3) rows.subarray(at, at + 3).reverse();
  const bytes = bmp(320, 200, [0, 0, 0]);
  bytes.set(rows, 54);
  return [
    {
      label: 'BMP',
      extension: 'bmp',
      bytes: Buffer.from(bytes),
      by: 'libvips',
      reference: await picture.clone().png().toBuffer(),
    },
  ];
}

/** Formats that no browser here reads. */
async function foreign(plain: Buffer): Promise<TableFile[]> {
  const avif = await sharp(plain).resize(64).avif().toBuffer();
  const heic = Buffer.from(avif.toString('latin1').replaceAll('avif', 'heic'), 'latin1');
  const files: Record<string, Uint8Array> = {
    jxl: jxlStart(300, 200),
    heic,
    tiff: await sharp(plain).tiff().toBuffer(),
    psd: bytesOf('8BPS', [0, 1], new Array(60).fill(0)),
    pdf: bytesOf('%PDF-1.7\n%%EOF'),
  };
  return Object.entries(files).map(([extension, bytes]) => ({
    label: extension === 'jxl' ? 'JPEG XL' : extension.toUpperCase(),
    // The popup takes what the system calls an image.
    extension: extension === 'pdf' ? 'png' : extension,
    bytes: Buffer.from(bytes),
    by: 'libvips' as const,
  }));
}

/** 17 files. @param plain a PNG of sRGB */
export async function oddFiles(plain: Buffer): Promise<TableFile[]> {
  return [
    ...drawings(),
    ...(await animations(plain)),
    ...(await icons(plain)),
    ...(await bitmaps(plain)),
    ...(await foreign(plain)),
  ];
}
