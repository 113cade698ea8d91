/** What `bench-strips.ts` runs inside Chromium. */

import { restoreTransparency } from '@/lib/images/pipeline/restore-transparency';
import { planParts, type StripPlan } from '@/lib/images/pipeline/strips/plan-parts';
import { cutFile, joinFiles, type ResultFile } from '@/lib/images/pipeline/strips/strip-files';
import { withoutTransparency } from '@/lib/images/pipeline/without-transparency';

/** Long side of a result that Jimeng has been seen to make for 2K, px. */
const RESULT_SIDE = 3840;

/** Fine detail everywhere, so that it compresses like a photo. */
async function draw(width: number, height: number, type: string, alpha = 1): Promise<ResultFile> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const tile = new OffscreenCanvas(509, 509);
  const noise = new ImageData(509, 509);
  for (let at = 0; at < noise.data.length; at += 1) {
    noise.data[at] = 128 + 90 * Math.sin(at / 4001) + ((at * 7919) % 31);
    if (at % 4 === 3) noise.data[at] = 255 * alpha;
  }
  tile.getContext('2d')?.putImageData(noise, 0, 0);
  for (let y = 0; y < height; y += 509) {
    for (let x = 0; x < width; x += 509) context.drawImage(tile, x, y);
  }
  return { bytes: await canvas.convertToBlob({ type, quality: 0.9 }), width, height };
}

let plan: StripPlan | undefined;
let strip: Blob | undefined;
let results: ResultFile[] = [];
let picture: ResultFile | undefined;
/** The picture with transparency to which a result belongs. */
let shown: Blob | undefined;

/** Makes a strip and the results of its parts, each as large as the service is known to make them. */
export async function makeStrip(width: number, height: number): Promise<number> {
  const decision = planParts({ width, height }, '2k', { longSide: 4096 });
  if (decision.kind !== 'parts') throw new Error(decision.kind);
  plan = decision;
  strip = (await draw(width, height, 'image/png')).bytes;
  results = [];
  for (const part of plan.parts) {
    const scale = RESULT_SIDE / Math.max(part.width, part.height);
    const size = [Math.round(part.width * scale), Math.round(part.height * scale)] as const;
    results.push(await draw(...size, 'image/jpeg'));
  }
  return plan.parts.length;
}

export async function cut(): Promise<string> {
  if (!plan || !strip) throw new Error('no strip');
  let bytes = 0;
  for await (const part of cutFile(strip, plan)) bytes += part.size;
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

export async function join(): Promise<string> {
  if (!plan) throw new Error('no strip');
  const { bytes, width, height } = await joinFiles(plan, results);
  return `${width} x ${height}, ${(bytes.size / 2 ** 20).toFixed(1)} MB`;
}

/** Makes a picture with transparency. */
export async function makePicture(side: number): Promise<number> {
  picture = await draw(side, side, 'image/png', 0.7);
  return picture.bytes.size;
}

export async function split(): Promise<string> {
  if (!picture) throw new Error('no picture');
  const decoded = await createImageBitmap(picture.bytes, { premultiplyAlpha: 'none' });
  const { bitmap, shown: kept } = await withoutTransparency(decoded, picture, 'keep');
  bitmap.close();
  return `${((kept?.size ?? 0) / 2 ** 20).toFixed(1)} MB`;
}

/** Makes a result for a picture with transparency, 4096 px wide. */
export async function makeResult(side: number): Promise<number> {
  const { bytes } = await draw(side, side, 'image/png');
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  // Discs, so that there are many edges.
  for (let at = 32; at < side; at += 64) {
    for (let down = 32; down < side; down += 64) {
      context.beginPath();
      context.arc(at, down, 24, 0, 7);
      context.fill();
    }
  }
  context.globalCompositeOperation = 'source-in';
  context.drawImage(await createImageBitmap(bytes), 0, 0);
  shown = await canvas.convertToBlob();
  picture = await draw(4096, 4096, 'image/jpeg');
  return picture.bytes.size;
}

export async function restore(): Promise<string> {
  if (!picture || !shown) throw new Error('no picture');
  const restored = await restoreTransparency(picture.bytes, shown, { kind: 'kept' });
  return `${(restored.size / 2 ** 20).toFixed(1)} MB`;
}
