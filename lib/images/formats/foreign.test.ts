import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { icon, iconBitmap, jxlInBoxes, jxlStart } from '@/tests/support/images/icons';
import { bytesOf } from '@/tests/support/images/image-files';
import { inspect } from '../pipeline/inspect';
import { ByteSource } from './byte-source';
import { largestOfIco } from './ico';
import { readJxl } from './jxl';

type Bytes = Uint8Array<ArrayBuffer>;

const RED = [0, 0, 255, 255];
const BLUE = [255, 0, 0, 255];
const small = iconBitmap(16, 16, RED);
const middle = iconBitmap(32, 32, RED);
const large = iconBitmap(256, 256, BLUE);

async function png(width: number, height: number): Promise<Bytes> {
  const image = sharp({ create: { width, height, channels: 4, background: '#00f' } });
  return new Uint8Array(await image.png().toBuffer());
}

const entry = async (width: number, height = width) => ({
  width,
  height,
  bytes: await png(width, height),
});
const largestIn = (bytes: Bytes) => {
  const blob = new Blob([bytes]);
  return largestOfIco(blob, new ByteSource(blob));
};

describe('an icon', () => {
  test.each([
    ['with bitmaps', () => icon([small, middle, large]), 256],
    ['in another order', () => icon([large, small, middle]), 256],
    ['with one entry', () => icon([small]), 16],
    ['that is a cursor', () => icon([small, middle], 'cursor'), 32],
    ['with a PNG', async () => icon([small, middle, await entry(256)]), 256],
    // The directory cannot tell sides above 255.
    ['with a PNG larger than an icon can be', async () => icon([large, await entry(512)]), 512],
    ['with an entry that is cut off', () => icon([small, middle, large]).slice(0, -90_000), 32],
  ])('%s is as large as its largest picture', async (_, make, side) => {
    const bytes = await make();
    expect(await inspect(new Blob([bytes]))).toEqual({
      type: 'ico',
      width: side,
      height: side,
      bytes: bytes.length,
      orientation: 1,
      animated: false,
    });
  });

  test('gives a PNG as it is', async () => {
    const inner = await entry(256);
    const file = await largestIn(icon([small, inner, middle]));
    expect(file.type).toBe('image/png');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(inner.bytes);
  });

  test.each(['icon', 'cursor'] as const)('gives a bitmap of a %s as an icon', async (kind) => {
    const file = await largestIn(icon([small, large, middle], kind));
    expect(new Uint8Array(await file.slice(22).arrayBuffer())).toEqual(large.bytes);
    expect(await inspect(file)).toMatchObject({ type: 'ico', width: 256, height: 256 });
    expect(await file.slice(0, 6).bytes()).toEqual(bytesOf([0, 0, 1, 0, 1, 0]));
  });

  test('takes the one with more colours of two that are equally large', async () => {
    const plain = { width: 32, height: 32, bytes: bytesOf(middle.bytes.subarray(0, 2_000)) };
    const file = await largestIn(icon([plain, middle, plain]));
    expect(file.size).toBe(22 + middle.bytes.length);
  });

  test('without a whole picture is broken', async () => {
    const cut = icon([small]).slice(0, 300);
    await expect(inspect(new Blob([cut]))).rejects.toMatchObject({ code: 'image-broken' });
  });

  test('below the smallest side is too small', async () => {
    const tiny = icon([iconBitmap(8, 8, RED)]);
    await expect(inspect(new Blob([tiny]))).rejects.toMatchObject({ code: 'image-too-small' });
  });
});

describe('a format that browsers do not read is refused by its name', () => {
  test.each([
    ['image-tiff', bytesOf('II*\0', [8, 0, 0, 0], new Array(60).fill(0))],
    ['image-tiff', bytesOf('MM\0*', [0, 0, 0, 8], new Array(60).fill(0))],
    ['image-tiff', bytesOf('II+\0', [8, 0, 0, 0], new Array(60).fill(0))],
    ['image-psd', bytesOf('8BPS', [0, 1], new Array(60).fill(0))],
    ['image-psd', bytesOf('8BPS', [0, 2], new Array(60).fill(0))],
    ['image-pdf', bytesOf('%PDF-1.7\n1 0 obj <</Type /Catalog>>')],
    ['image-jxl', jxlStart(800, 600)],
    ['image-jxl', jxlInBoxes(jxlStart(800, 600))],
    ['image-heic', bytesOf([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic')],
  ])('%s', async (code, bytes) => {
    await expect(inspect(new Blob([bytes]))).rejects.toMatchObject({ code });
  });
});

describe('the size of a JPEG XL', () => {
  const sizeOf = async (bytes: Bytes) => readJxl(new ByteSource(new Blob([bytes])));
  test.each([
    ['bare', jxlStart(800, 601), 800, 601],
    ['in boxes', jxlInBoxes(jxlStart(8000, 17)), 8000, 17],
    // One bit, 5 bits of the height in eighths, then the ratio 4:3.
    ['small, by its ratio', bytesOf([0xff, 0x0a, 0x01 | (29 << 1) | ((3 & 3) << 6), 0]), 320, 240],
    // By Cloudflare's encoder for 512 x 512: a height of 9 bits, and the ratio 1:1.
    ['square', bytesOf([0xff, 0x0a, 0xf8, 0x1f, 0x00]), 512, 512],
  ])('%s', async (_, bytes, width, height) => {
    expect(await sizeOf(bytes)).toMatchObject({ width, height });
  });

  test('without a picture in its boxes is unknown', async () => {
    const empty = bytesOf([0, 0, 0, 12], 'JXL \r\n\x87\n', new Array(60).fill(0));
    await expect(sizeOf(empty)).rejects.toMatchObject({ code: 'image-broken' });
  });
});
