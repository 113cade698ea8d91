import { expect, test } from 'vitest';
import { withChunks } from '@/tests/support/images/image-files';
import { cicpChunk } from '@/tests/support/images/profiles';
import { writePng } from './bands/write-png';
import { hdrToSrgb } from './hdr-to-srgb';
import { prepare } from './prepare';

const SIZE = { width: 256, height: 64 };
const BT2020 = 9;

/** All levels of grey, and some colours. */
function levels() {
  const data = new Uint8ClampedArray(SIZE.width * SIZE.height * 4);
  for (let at = 0; at < SIZE.width * SIZE.height; at += 1) {
    const [x, y] = [at % SIZE.width, Math.floor(at / SIZE.width)];
    data.set([x, Math.max(0, x - y), Math.min(255, x + y), 255], at * 4);
  }
  return { ...SIZE, data };
}

test.each([
  ['PQ', 16],
  ['HLG', 18],
] as const)('%s is converted here, not by the browser', async (transfer, code) => {
  const picture = levels();
  const bare = await writePng(SIZE, [picture], false);
  const bytes = withChunks(new Uint8Array(await bare.arrayBuffer()), cicpChunk(BT2020, code));
  const { image, changes } = await prepare(new Blob([bytes]), { target: '2k' });
  expect(changes).toEqual(['colours']);
  const bitmap = await createImageBitmap(image);
  const context = new OffscreenCanvas(SIZE.width, SIZE.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const sent = context?.getImageData(0, 0, SIZE.width, SIZE.height).data ?? [];
  hdrToSrgb(picture, { transfer, primaries: 'BT.2020' });
  const differences = picture.data.map((value, at) => Math.abs(value - (sent[at] ?? 0)));
  // JPEG, if it is the smaller file.
  expect(differences.reduce((most, each) => Math.max(most, each), 0)).toBeLessThanOrEqual(6);
});
