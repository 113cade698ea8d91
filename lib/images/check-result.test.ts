import sharp from 'sharp';
import { expect, test } from 'vitest';
import { checkResult } from './check-result';

async function result(width: number, height: number): Promise<Blob> {
  const picture = sharp({ create: { width, height, channels: 3, background: '#c63' } });
  return new Blob([new Uint8Array(await picture.png().toBuffer())]);
}

test.each([
  ['grown', 2048, 1024, 400, 200],
  ['as large as before', 400, 200, 400, 200],
  ['smaller than an original above the target', 2048, 1024, 6000, 3000],
  ['wider only', 500, 190, 400, 200],
])('accepts a result %s', async (_, width, height, sentWidth, sentHeight) => {
  const facts = await checkResult(await result(width, height), {
    width: sentWidth,
    height: sentHeight,
  });
  expect(facts).toMatchObject({ type: 'png', width, height });
});

test('refuses a preview', async () => {
  const preview = await result(360, 180);
  await expect(checkResult(preview, { width: 400, height: 200 })).rejects.toMatchObject({
    code: 'image-too-small',
  });
});

test.each([
  ['nothing', '', 'image-empty'],
  ['an error page', '{"ret":"1015"}', 'image-is-page'],
])('refuses %s', async (_, content, code) => {
  const blob = new Blob([content]);
  await expect(checkResult(blob, { width: 9, height: 9 })).rejects.toMatchObject({ code });
});
