import sharp from 'sharp';
import type { Picture } from './pictures';

/** Highest number; it is written in the picture in as many bits. */
const BITS = 8;
const COLUMNS = 4;
const ROWS = BITS / COLUMNS;
/** Width of the picture 0, px: each number has a width of its own, so a header tells an upload. */
const LEAST_WIDTH = 400;
const HEIGHT = 300;

/**
 * A picture of a number from 1 to 255, which can be read from it at any size (`numberIn`): its bits are light and dark
 * fields. Pages with more pictures than there are drawn ones consist of them.
 * @param file its name below `/images/`
 */
export function numbered(number: number, file: string): Picture {
  const width = LEAST_WIDTH + number;
  const bits = Array.from({ length: BITS }, (_, at) => (number >> at) & 1);
  const fields = bits.map((bit, at) => {
    const [x, y] = [(at % COLUMNS) / COLUMNS, Math.floor(at / COLUMNS) / ROWS];
    const fill = bit ? `hsl(${number * 37} 60% 88%)` : `hsl(${number * 53} 60% 14%)`;
    return `<rect x="${x * 100}%" y="${y * 100}%" width="${100 / COLUMNS}%" height="${100 / ROWS}%" fill="${fill}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}">${fields.join('')}</svg>`;
  return {
    file,
    type: 'image/png',
    width,
    height: HEIGHT,
    caption: `Number ${number}`,
    make: () => sharp(Buffer.from(svg)).flatten().png().toBuffer(),
  };
}

/** The number that a picture of any size and format shows. Rejects if it is none. */
export async function numberIn(picture: Uint8Array): Promise<number> {
  const luma = await sharp(picture)
    .resize(COLUMNS, ROWS, { fit: 'fill', kernel: 'mitchell' })
    .flatten()
    .greyscale()
    .raw()
    .toBuffer();
  return luma.reduce((sum, light, at) => sum + (light > 127 ? 1 << at : 0), 0);
}

/** The number of a PNG in its own size, by its header. */
export function numberOf(png: Buffer): number {
  return png.readUInt32BE(16) - LEAST_WIDTH;
}

/** The picture at `numbered/<number>/<name>.png`, below `/images/`. */
export function numberedAt(file: string): Picture | undefined {
  const [, number = ''] = /^numbered\/(?:late\/)?([1-9]\d{0,2})\/[\w-]+\.png$/.exec(file) ?? [];
  return Number(number) > 0 && Number(number) < 1 << BITS
    ? numbered(Number(number), file)
    : undefined;
}
