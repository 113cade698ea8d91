import sharp, { type Sharp } from 'sharp';
import { harbour } from './art-landscapes';
import { mushroom, poster } from './art-studies';

function art(draw: () => string, width: number, height: number): Sharp {
  return sharp(Buffer.from(draw())).flatten().resize(width, height, { fit: 'fill' });
}

async function firstHalf(bytes: Promise<Buffer>): Promise<Buffer> {
  const whole = await bytes;
  return whole.subarray(0, Math.floor(whole.length / 2));
}

function uniform(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#d8dce4' } });
}

/** A 24-bit Windows bitmap, rows from the bottom up and padded to 4 bytes. */
async function bmp(image: Sharp): Promise<Buffer> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const row = Math.ceil((info.width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + row * info.height);
  file.write('BM', 0, 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(info.width, 18);
  file.writeInt32LE(info.height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  file.writeUInt32LE(row * info.height, 34);
  for (let y = 0; y < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      const from = (y * info.width + x) * 3;
      const to = 54 + (info.height - 1 - y) * row + x * 3;
      file[to] = data[from + 2] ?? 0;
      file[to + 1] = data[from + 1] ?? 0;
      file[to + 2] = data[from] ?? 0;
    }
  }
  return file;
}

/** The first box of an HEIC file and nothing behind it. */
function heicStub(): Buffer {
  const box = Buffer.alloc(24);
  box.writeUInt32BE(24, 0);
  box.write('ftypheic', 4, 'latin1');
  box.write('mif1heic', 16, 'latin1');
  return Buffer.concat([box, Buffer.alloc(1000)]);
}

async function animated(): Promise<Buffer> {
  const frames = await Promise.all(
    [0, 30, 60, 90].map((hue) => art(mushroom, 320, 320).modulate({ hue }).png().toBuffer()),
  );
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: frames.map(() => 250), loop: 0 })
    .toBuffer();
}

/** A sharp-edged cut-out: the mushroom's circle on nothing. */
async function cutOut(): Promise<Buffer> {
  const hole = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480"><circle cx="240" cy="240" r="220"/></svg>',
  );
  return art(mushroom, 480, 480)
    .ensureAlpha()
    .composite([{ input: hole, blend: 'dest-in' }])
    .png()
    .toBuffer();
}

/** Stored as 600x800 with an EXIF rotation, which makes it 800x600. */
async function rotated(): Promise<Buffer> {
  const upright = await art(harbour, 800, 600).png().toBuffer();
  return sharp(upright)
    .rotate(270)
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** 48 megapixels. */
async function huge(): Promise<Buffer> {
  const small = await art(harbour, 800, 600).png().toBuffer();
  return sharp(small).resize(8000, 6000, { kernel: 'cubic' }).jpeg({ quality: 72 }).toBuffer();
}

const ERROR_PAGE = '<!doctype html><title>Not here</title><h1>This picture has moved</h1>';

/** Difficult pictures, and files that are none, made by code. */
export const BAD_PICTURES = {
  empty: {
    file: 'empty.png',
    type: 'image/png',
    width: 0,
    height: 0,
    caption: 'No bytes at all',
    make: async () => Buffer.alloc(0),
  },
  'truncated-jpeg': {
    file: 'truncated.jpg',
    type: 'image/jpeg',
    width: 800,
    height: 600,
    caption: 'A JPEG that stops half way',
    make: () => firstHalf(art(harbour, 800, 600).jpeg().toBuffer()),
  },
  'truncated-png': {
    file: 'truncated.png',
    type: 'image/png',
    width: 600,
    height: 840,
    caption: 'A PNG that stops half way',
    make: () => firstHalf(art(poster, 600, 840).png().toBuffer()),
  },
  'html-as-png': {
    file: 'error-page.png',
    type: 'image/png',
    width: 0,
    height: 0,
    caption: 'An error page that calls itself PNG',
    make: async () => Buffer.from(ERROR_PAGE),
  },
  pixel: {
    file: 'pixel.png',
    type: 'image/png',
    width: 1,
    height: 1,
    caption: 'One pixel',
    make: () => uniform(1, 1).png().toBuffer(),
  },
  blank: {
    file: 'blank.png',
    type: 'image/png',
    width: 600,
    height: 400,
    caption: 'One colour only',
    make: () => uniform(600, 400).png().toBuffer(),
  },
  'animated-gif': {
    file: 'animated.gif',
    type: 'image/gif',
    width: 320,
    height: 320,
    caption: 'A moving GIF',
    make: animated,
  },
  avif: {
    file: 'harbour.avif',
    type: 'image/avif',
    width: 640,
    height: 480,
    caption: 'AVIF',
    make: () => art(harbour, 640, 480).avif({ quality: 60, effort: 2 }).toBuffer(),
  },
  bmp: {
    file: 'poster.bmp',
    type: 'image/bmp',
    width: 301,
    height: 420,
    caption: 'BMP',
    make: () => bmp(art(poster, 301, 420)),
  },
  svg: {
    file: 'poster.svg',
    type: 'image/svg+xml',
    width: 600,
    height: 840,
    caption: 'SVG',
    make: async () => Buffer.from(poster()),
  },
  heic: {
    file: 'photo.heic',
    type: 'image/heic',
    width: 0,
    height: 0,
    caption: 'HEIC',
    make: async () => heicStub(),
  },
  rotated: {
    file: 'rotated.jpg',
    type: 'image/jpeg',
    width: 800,
    height: 600,
    caption: 'Stored lying on its side, EXIF orientation 6',
    make: rotated,
  },
  transparent: {
    file: 'cut-out.png',
    type: 'image/png',
    width: 480,
    height: 480,
    caption: 'PNG with transparency',
    make: cutOut,
  },
  huge: {
    file: 'huge.jpg',
    type: 'image/jpeg',
    width: 8000,
    height: 6000,
    caption: '48 megapixels',
    make: huge,
  },
};
