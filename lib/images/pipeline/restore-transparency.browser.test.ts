import { expect, test } from 'vitest';
import { rowsOfBlob } from './bands/bitmap-rows';

import { writePng } from './bands/write-png';
import { type PrepareOptions, prepare } from './prepare';
import { restoreTransparency } from './restore-transparency';

const SIZE = { width: 200, height: 120 };

/** Every alpha with every kind of colour, written without a canvas, so that nothing is premultiplied. */
function sweep() {
  const data = new Uint8ClampedArray(SIZE.width * SIZE.height * 4);
  for (let at = 0; at < SIZE.width * SIZE.height; at += 1) {
    data.set([(at * 37) % 256, (at * 91) % 256, (at * 151) % 256, at % 256], at * 4);
  }
  return { data, ...SIZE };
}

async function readAll(blob: Blob, size: { width: number; height: number }) {
  const source = rowsOfBlob(blob, size);
  const picture = await source.read(0, size.height);
  source.close?.();
  return picture;
}

test('reading by a canvas changes no pixel by more than one level on any background', async () => {
  const truth = sweep();
  const png = await writePng(truth, [truth], true);
  const { data } = await readAll(png, truth);
  let worst = 0;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (truth.data[at + 3] ?? 0) / 255;
    expect(data[at + 3]).toBe(truth.data[at + 3]);
    for (const ground of [0, 255]) {
      for (let channel = 0; channel < 3; channel += 1) {
        const found = (data[at + channel] ?? 0) * alpha + ground * (1 - alpha);
        const right = (truth.data[at + channel] ?? 0) * alpha + ground * (1 - alpha);
        worst = Math.max(worst, Math.abs(found - right));
      }
    }
  }
  expect(worst).toBeLessThanOrEqual(1);
});

type Rgba = [red: number, green: number, blue: number, alpha: number];

/** A disc of 100 px in the middle, in one colour or two, as a PNG. */
async function disc(...colours: string[]): Promise<Blob> {
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  for (const [index, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(100, 60, 50, 0, 2 * Math.PI);
    context.save();
    context.clip();
    context.fillRect((index * SIZE.width) / colours.length, 0, SIZE.width, SIZE.height);
    context.restore();
  }
  return canvas.convertToBlob();
}

/** Stands in for the service: four times as large. */
async function enlarged(image: Blob): Promise<Blob> {
  const [resizeWidth, resizeHeight] = [SIZE.width * 4, SIZE.height * 4];
  const bitmap = await createImageBitmap(image, { resizeWidth, resizeHeight });
  const canvas = new OffscreenCanvas(resizeWidth, resizeHeight);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
}

/** The whole way of a file, and how to look at what comes back. */
async function upscaled(file: Blob, options: Partial<PrepareOptions> = {}) {
  const prepared = await prepare(file, { target: '2k', ...options });
  const { shown, transparency } = prepared;
  const result = await enlarged(prepared.image);
  const restored =
    shown && transparency ? await restoreTransparency(result, shown, transparency) : result;
  const { data, width } = await readAll(restored, { width: 800, height: 480 });
  const at = (x: number, y: number) =>
    Array.from(data.slice((y * width + x) * 4, (y * width + x) * 4 + 4)) as Rgba;
  return { prepared, restored, at };
}

function expectNear(found: Rgba, wanted: Rgba) {
  for (const [channel, value] of found.entries()) {
    expect(Math.abs(value - (wanted[channel] ?? 0)), found.join()).toBeLessThan(12);
  }
}

test('a picture of two colours is sent opaque, without the edge, and gets its edge back', async () => {
  const { prepared, restored, at } = await upscaled(await disc('#e63946', '#1d3557'));
  expect(prepared).toMatchObject({ transparency: { kind: 'kept' }, changes: [] });
  const sent = await readAll(prepared.image, SIZE);
  // The left border is as red as the disc: no edge is left for the service to sharpen.
  expectNear([...sent.data.slice(60 * 200 * 4, 60 * 200 * 4 + 4)] as Rgba, [230, 57, 70, 255]);
  expect(sent.data.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true);
  expect(restored.type).toBe('image/png');
  expectNear(at(300, 240), [230, 57, 70, 255]);
  expectNear(at(500, 240), [29, 53, 87, 255]);
  expect(at(400 - 205, 240)).toEqual([0, 0, 0, 0]);
  expectNear(at(400 - 194, 240), [230, 57, 70, 255]);
});

test('a shape of one colour is sent as grey, so that the service sees it', async () => {
  const { prepared, at } = await upscaled(await disc('#0b7285'));
  expect(prepared.transparency).toEqual({ kind: 'shape', colour: '#0b7285' });
  const sent = await readAll(prepared.image, SIZE);
  expectNear([...sent.data.slice(0, 4)] as Rgba, [0, 0, 0, 255]);
  expectNear(at(400, 240), [11, 114, 133, 255]);
  expectNear(at(400 - 194, 240), [11, 114, 133, 255]);
  expect(at(400 - 206, 240)[3]).toBe(0);
});

test('two pictures of the same colours and another alpha are two pictures', async () => {
  const [one, other] = await Promise.all(
    [200, 100].map(async (alpha) => {
      const data = new Uint8ClampedArray(SIZE.width * SIZE.height * 4);
      // Colours that a canvas keeps exactly.
      for (let at = 0; at < data.length; at += 4) {
        data.set(at % 800 < 400 ? [255, 0, 0, alpha] : [0, 0, 255, alpha], at);
      }
      const file = await writePng(SIZE, [{ ...SIZE, data }], true);
      return prepare(file, { target: '2k' });
    }),
  );
  expect(await one?.image.text()).toBe(await other?.image.text());
  expect(one?.sha256).not.toBe(other?.sha256);
});

test('on a colour, nothing is restored', async () => {
  const { prepared, at } = await upscaled(await disc('#e63946'), { background: '#00ff00' });
  expect(prepared.transparency).toEqual({ kind: 'flattened', colour: '#00ff00' });
  expect(prepared.shown).toBeUndefined();
  expectNear(at(10, 10), [0, 255, 0, 255]);
  expectNear(at(400, 240), [230, 57, 70, 255]);
});

test('an opaque PNG with an alpha channel passes through byte for byte', async () => {
  const opaque = { ...SIZE, data: new Uint8ClampedArray(SIZE.width * SIZE.height * 4).fill(255) };
  opaque.data.set([10, 20, 30], 400);
  const file = await writePng(opaque, [opaque], true);
  const { image, transparency } = await prepare(file, { target: '2k' });
  expect(image).toBe(file);
  expect(transparency).toBeUndefined();
});

test('what is not larger than the limits is what comes back to the person unchanged', async () => {
  const file = await disc('#e63946', '#1d3557');
  const { shown } = await prepare(file, { target: '2k' });
  expect(await shown?.text()).toBe(await file.text());
});

test('a picture that is too large to send is scaled, and its result keeps the edge', async () => {
  const file = await disc('#e63946', '#1d3557');
  const { prepared, at } = await upscaled(file, { limits: { bytes: 2 ** 20, longSide: 100 } });
  expect(prepared.sent).toMatchObject({ width: 100, height: 60 });
  expect(at(400, 240)[3]).toBe(255);
  expect(at(400 - 212, 240)[3]).toBe(0);
});

test('a result that does not decode is refused', async () => {
  const shown = await disc('#e63946');
  const broken = shown.slice(0, 60);
  for (const kind of [{ kind: 'kept' }, { kind: 'shape', colour: '#000000' }] as const) {
    await expect(restoreTransparency(broken, shown, kind)).rejects.toMatchObject({
      code: 'image-broken',
    });
  }
  await expect(
    restoreTransparency(shown, new Blob(['none']), { kind: 'kept' }),
  ).rejects.toMatchObject({ name: 'ImageError' });
});
