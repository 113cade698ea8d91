import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { PICTURES } from '@/simulator/pictures/pictures';
import { enlargeWithSharp } from '@/simulator/service/enlarge';
import { readBySharp } from '@/tests/support/read-by-sharp';
import { inspect } from '../pipeline/inspect';
import { checkResult } from './check-result';
import type { ReadPixels } from './read-pixels';

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
  const sent = { width: sentWidth, height: sentHeight };
  const facts = await checkResult(await result(width, height), sent, inspect);
  expect(facts).toMatchObject({ type: 'png', width, height });
});

test('refuses a preview', async () => {
  const preview = await result(360, 180);
  await expect(checkResult(preview, { width: 400, height: 200 }, inspect)).rejects.toMatchObject({
    code: 'image-too-small',
  });
});

test.each([
  ['nothing', '', 'image-empty'],
  ['an error page', '{"ret":"1015"}', 'image-is-page'],
])('refuses %s', async (_, content, code) => {
  const blob = new Blob([content]);
  await expect(checkResult(blob, { width: 9, height: 9 }, inspect)).rejects.toMatchObject({ code });
});

test('refuses an SVG: no upscaler makes one', async () => {
  const drawing = new Blob([
    '<svg xmlns="http://www.w3.org/2000/svg" width="4096" height="4096"/>',
  ]);
  const sent = { width: 800, height: 600 };
  await expect(checkResult(drawing, sent, inspect)).rejects.toMatchObject({
    code: 'image-unknown-type',
  });
});

describe('the look of a result', () => {
  const sent = { width: 400, height: 200 };
  const flat = (background: string, format: 'png' | 'jpeg' | 'webp') =>
    sharp({ create: { width: 2048, height: 1536, channels: 3, background } })
      .toFormat(format, { compressionLevel: 2 })
      .toBuffer()
      .then((bytes) => new Blob([new Uint8Array(bytes)]));

  test.each(['png', 'jpeg', 'webp'] as const)('of one colour is named, as %s', async (format) => {
    expect(await checkResult(await flat('#000', format), sent, inspect, readBySharp)).toMatchObject(
      {
        flaw: 'black',
      },
    );
    expect(
      await checkResult(await flat('#8892a0', format), sent, inspect, readBySharp),
    ).toMatchObject({
      flaw: 'uniform',
    });
  });

  test('is not decoded if its bytes rule one colour out', async () => {
    const picture = await PICTURES.harbour.make();
    const { bytes } = await enlargeWithSharp(picture, '2x');
    let asked = 0;
    const counting: ReadPixels = (...given) => {
      asked += 1;
      return readBySharp(...given);
    };
    const facts = await checkResult(new Blob([new Uint8Array(bytes)]), sent, inspect, counting);
    expect([asked, facts.flaw]).toEqual([0, undefined]);
  });

  test('that cannot be read is no reason to lose the picture', async () => {
    const broken: ReadPixels = () => Promise.reject(new Error('no decoder'));
    const facts = await checkResult(await flat('#000', 'png'), sent, inspect, broken);
    expect(facts).toMatchObject({ type: 'png', width: 2048 });
    expect(facts.flaw).toBeUndefined();
  });
});
