import { afterEach, describe, expect, test, vi } from 'vitest';
import { icon, iconBitmap } from '@/tests/support/images/icons';
import { animatedPng, fromBase64 } from '@/tests/support/images/image-files';
import { prepare } from './prepare';
import { thumbnail } from './thumbnail';

type Bytes = Uint8Array<ArrayBuffer>;

/** 40 x 24 px by sharp: white, once more white, then blue on its left half. */
const GIF =
  'R0lGODlhKAAYAIAAAExpcf///yH/C05FVFNDQVBFMi4wAwEAAAAh+QQFCgAAACwAAAAAKAAYAAACHYyPqcvtD6OctNqLs968+w+G4kiW5omm6sq27isVACH5BAUMAAAALAAAAAABAAEAAAICRAEAIfkEBQoAAAAsAAAAABQAGACBTGlx////AAD/AAAAAhSUj6nL7Q+jnLTai7PevPsPhuJUAAA7';
const WEBP =
  'UklGRoYAAABXRUJQVlA4WAoAAAACAAAAJwAAFwAAQU5JTQYAAAD/////AABBTk1GKgAAAAAAAAAAACcAABcAANwAAAJWUDhMEQAAAC8nwAUAB9D//ve//4GI6H8AAEFOTUYoAAAAAAAAAAAAEwAAFwAAZAAAAFZQOEwPAAAALxPABQAHENH//gciov8BAA==';

async function painted(left: string, right: string): Promise<Bytes> {
  const canvas = new OffscreenCanvas(40, 24);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = left;
  context.fillRect(0, 0, 20, 24);
  context.fillStyle = right;
  context.fillRect(20, 0, 20, 24);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

async function colours(image: Blob): Promise<number[][]> {
  const bitmap = await createImageBitmap(image);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return [4, bitmap.width - 5].map((x) => [...(context?.getImageData(x, 8, 1, 1).data ?? [])]);
}

const WHITE = [255, 255, 255, 255];
const BLUE = [0, 0, 255, 255];

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('an animation that begins with one colour', () => {
  test.each([
    ['GIF', async () => fromBase64(GIF)],
    ['WebP', async () => fromBase64(WEBP)],
    ['APNG', async () => animatedPng(await painted('#fff', '#fff'), await painted('#00f', '#fff'))],
  ])('is sent by its first frame with more: %s', async (_, make) => {
    const { image, changes, found } = await prepare(new Blob([await make()]), { target: '2k' });
    expect(found).toMatchObject({ animated: true, width: 40, height: 24 });
    expect(changes).toContain('later-frame');
    expect(await colours(image)).toEqual([BLUE, WHITE]);
    expect((await thumbnail(image)).blank).toBe(false);
  });

  test('is sent as it begins where the browser decodes no frames', async () => {
    vi.stubGlobal('ImageDecoder', undefined);
    const { image, changes } = await prepare(new Blob([fromBase64(GIF)]), { target: '2k' });
    expect(changes).toContain('first-frame');
    expect(await colours(image)).toEqual([WHITE, WHITE]);
  });
});

test('an animation that shows something at once is sent by its first frame', async () => {
  const moving = animatedPng(await painted('#00f', '#fff'), await painted('#fff', '#00f'));
  const { image, changes } = await prepare(new Blob([moving]), { target: '2k' });
  expect(changes).toEqual(['first-frame']);
  expect(await colours(image)).toEqual([BLUE, WHITE]);
});

test('an animation of one colour in each frame stays blank', async () => {
  const moving = animatedPng(await painted('#fff', '#fff'), await painted('#00f', '#00f'));
  const { image } = await prepare(new Blob([moving]), { target: '2k' });
  expect((await thumbnail(image)).blank).toBe(true);
});

describe('an icon', () => {
  const red = (side: number) => iconBitmap(side, side, [0, 0, 255, 255]);
  const blue = (side: number) => iconBitmap(side, side, [255, 0, 0, 255]);

  test.each(['icon', 'cursor'] as const)('is sent by its largest bitmap: %s', async (kind) => {
    const file = new Blob([icon([red(16), blue(256), red(32)], kind)]);
    const { image, sent, changes } = await prepare(file, { target: '2k' });
    expect(changes).toEqual(['converted']);
    expect(sent).toMatchObject({ width: 256, height: 256 });
    const [[r = 255, , b = 0] = []] = await colours(image);
    expect([r < 9, b > 246]).toEqual([true, true]);
  });

  test('is sent by its PNG untouched', async () => {
    const bytes = await painted('#00f', '#fff');
    const file = new Blob([icon([red(16), { width: 40, height: 24, bytes }, red(24)])]);
    const { image, found } = await prepare(file, { target: '2k' });
    expect(found).toMatchObject({ type: 'ico', width: 40, height: 24 });
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(bytes);
  });
});
