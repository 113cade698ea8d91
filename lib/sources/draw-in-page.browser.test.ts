import { afterEach, expect, test } from 'vitest';
import { drawThroughSlices } from './draw-in-page';
import type { RunInFrame } from './page-read';

const MOST = 1_000_000;

/** The injected source runs as text, as it would in the page. */
const run: RunInFrame = async (func, args) => {
  // biome-ignore lint/security/noGlobalEval: that is how a browser injects
  const alone = globalThis.eval(`(${func.toString()})`);
  return JSON.parse(JSON.stringify((await alone(...args)) ?? null));
};
const HERE = { frameUrl: location.href };

afterEach(() => document.body.replaceChildren());

/** Shows a picture of one colour whose address answers no more. */
async function show(root: Node = document.body): Promise<string> {
  const canvas = new OffscreenCanvas(40, 30);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = 'rgb(10, 200, 30)';
  context.fillRect(0, 0, 40, 30);
  const image = new Image();
  image.src = URL.createObjectURL(await canvas.convertToBlob());
  await image.decode();
  URL.revokeObjectURL(image.src);
  root.appendChild(image);
  return image.currentSrc;
}

async function pixelOf(blob: Blob): Promise<[number, number, number[]]> {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  return [bitmap.width, bitmap.height, [...context.getImageData(5, 5, 1, 1).data]];
}

test('a shown image is drawn although its address answers no more', async () => {
  const url = await show();
  const drawn = await drawThroughSlices(run, HERE, url, MOST);
  expect(drawn?.type).toBe('image/png');
  expect(await pixelOf(drawn as Blob)).toEqual([40, 30, [10, 200, 30, 255]]);
});

test('so is one in a shadow root, on a page whose forms hide the members of elements', async () => {
  document.body.innerHTML =
    '<form><img name="querySelectorAll"><fieldset name="shadowRoot"></fieldset></form>';
  const host = document.createElement('div');
  document.body.append(host);
  const url = await show(host.attachShadow({ mode: 'open' }));
  expect(await drawThroughSlices(run, HERE, url, MOST)).toBeDefined();
});

test('an image that is not shown, too large to carry, or of another site’s page is not drawn', async () => {
  const url = await show();
  expect(await drawThroughSlices(run, HERE, `${url}x`, MOST)).toBeUndefined();
  expect(await drawThroughSlices(run, HERE, url, 10)).toBeUndefined();
  const elsewhere = { frameUrl: 'https://other.test/' };
  expect(await drawThroughSlices(run, elsewhere, url, MOST)).toBeUndefined();
});

test('nothing stays behind', async () => {
  await drawThroughSlices(run, HERE, await show(), MOST);
  const { upscaleImages } = globalThis as { upscaleImages?: Map<string, Blob> };
  await expect.poll(() => upscaleImages?.size).toBe(0);
});
