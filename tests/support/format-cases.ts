import sharp from 'sharp';
import { PICTURES, type Picture } from '@/simulator/pictures/pictures';
import { icon, iconBitmap } from './images/icons';
import { animatedPng, bytesOf } from './images/image-files';

/** A file of which some part must be chosen, and what is sent of it. */
export interface FormatCase {
  name: string;
  picture: Picture;
  /** px */
  sent: { width: number; height: number };
}

const SIDE = 240;
const BLUE = { r: 0, g: 128, b: 255 };
/** Each picture differs by a line: the same bytes twice would be one job. */
const shapes = (line: number) =>
  `<path fill="#0080ff" d="M0 0h400v200H0z"/><path fill="#fff" d="M0 ${line}h400v9H0z"/>`;

function flat(colour = '#ffffff') {
  return sharp({ create: { width: SIDE, height: SIDE, channels: 4, background: colour } });
}

/** White, with a blue upper part. */
function shown(blueRows: number) {
  const part = {
    create: { width: SIDE, height: blueRows, channels: 4 as const, background: BLUE },
  };
  return flat().composite([{ input: part, left: 0, top: 0 }]);
}

async function frames(blueRows: number): Promise<Buffer[]> {
  const [blank, full] = [await flat().png().toBuffer(), await shown(blueRows).png().toBuffer()];
  return [blank, blank, full];
}

const animated = async (blueRows: number) =>
  sharp(await frames(blueRows), { join: { animated: true } });
const bytesIn = async (file: Buffer) => new Uint8Array(file);

const svg = (attributes: string, line: number) => async () =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${shapes(line)}</svg>`);

const FILES: readonly [string, string, () => Promise<Uint8Array>, FormatCase['sent']][] = [
  ['svg-percent', 'svg', svg('width="100%" height="100%"', 100), { width: 2048, height: 1024 }],
  ['svg-bare', 'svg', svg('', 120), { width: 2048, height: 1024 }],
  ['svg-sized', 'svg', svg('width="400" height="200"', 140), { width: 2048, height: 1024 }],
  ['gif-blank-first', 'gif', async () => (await animated(100)).gif().toBuffer(), square()],
  ['webp-blank-first', 'webp', async () => (await animated(120)).webp().toBuffer(), square()],
  [
    'apng-blank-first',
    'png',
    async () => {
      const [blank, , full] = await frames(140);
      if (!blank || !full) throw new Error('no frames');
      return animatedPng(await bytesIn(blank), await bytesIn(full));
    },
    square(),
  ],
  [
    'icon',
    'ico',
    async () => {
      const bytes = await bytesIn(await shown(160).png().toBuffer());
      const red = [0, 0, 255, 255];
      const large = { ...square(), bytes };
      return icon([iconBitmap(16, 16, red), iconBitmap(32, 32, red), large]);
    },
    square(),
  ],
  [
    'icon-of-bitmaps',
    'ico',
    async () => {
      const large = iconBitmap(128, 128, [255, 128, 0, 255]);
      // A white half, or it would be blank: rows run from the bottom up.
      const bytes = bytesOf(large.bytes);
      bytes.fill(255, 40, 40 + 128 * 64 * 4);
      return icon([iconBitmap(16, 16, [0, 0, 255, 255]), { ...large, bytes }]);
    },
    { width: 128, height: 128 },
  ],
];

function square() {
  return { width: SIDE, height: SIDE };
}

const TYPES: Record<string, string> = { svg: 'svg+xml', ico: 'x-icon' };

/** The files, which the gallery serves from now on. */
export function serveFormats(): FormatCase[] {
  return FILES.map(([name, ext, make, sent]) => {
    const picture: Picture = {
      file: `${name}.${ext}`,
      type: `image/${TYPES[ext] ?? ext}`,
      ...sent,
      caption: name,
      make: async () => Buffer.from(await make()),
    };
    Object.assign(PICTURES, { [name]: picture });
    return { name, picture, sent };
  });
}

/** Shows a picture alone on a page of the gallery. Runs there. */
export async function showAlone(file: string): Promise<void> {
  const image = new Image();
  image.src = `/images/${file}`;
  image.alt = file.replace(/\.\w+$/, '');
  image.id = 'shown';
  image.style.cssText = 'display: block; width: 300px; height: 200px; margin: 60px';
  document.body.replaceChildren(image);
  await image.decode().catch(() => undefined);
}

/** What arrived: its size, whether its upper edge is blue, and whether blue reaches both sides. */
export async function lookAt(bytes: Buffer) {
  const { data, info } = await sharp(bytes)
    .flatten({ background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isBlue = (x: number, y: number) => {
    const at = (y * info.width + x) * info.channels;
    return (data[at] ?? 255) < 40 && (data[at + 2] ?? 0) > 215;
  };
  const { width, height } = info;
  return { width, height, isBlue: isBlue(2, 2) && isBlue(width - 3, 2) };
}
