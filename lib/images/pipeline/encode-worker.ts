/** A worker that encodes pictures; `createEncoder` talks to it. */

import type { EncodeAnswer, EncodeRequest } from './encode-elsewhere';

addEventListener('message', async ({ data }: MessageEvent<EncodeRequest>) => {
  const { id, bitmap, options } = data;
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  let answer: EncodeAnswer = { id };
  try {
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
    answer = { id, blob: await canvas.convertToBlob(options) };
  } catch {
    // No memory: an answer without a blob says so.
  }
  // Frees the pixels now. The collector would wait.
  canvas.width = 0;
  postMessage(answer);
});
