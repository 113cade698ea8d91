/** What `bench-strips.ts` runs inside Chromium. */
import { planParts, type StripPlan } from '@/lib/images/pipeline/strips/plan-parts';
import { cutFile, joinFiles, type ResultFile } from '@/lib/images/pipeline/strips/strip-files';
import { restoreAlpha, splitFile } from '@/lib/images/pipeline/transparency/restore-alpha';
import type { AlphaPlane } from '@/lib/images/pipeline/transparency/split';

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
let alpha: AlphaPlane | undefined;

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
  const parts = await splitFile(picture.bytes, picture);
  alpha = parts.alpha;
  return `${(parts.colour.size / 2 ** 20).toFixed(1)} MB`;
}

/** Makes a result for the picture, 4096 px wide, and its alpha. */
export async function makeResult(side: number): Promise<number> {
  alpha = { data: new Uint8Array(side * side), width: side, height: side };
  // Discs, so that there are many edges.
  for (let at = 0; at < alpha.data.length; at += 1) {
    const [x, y] = [(at % side) % 64, Math.floor(at / side) % 64];
    alpha.data[at] = Math.hypot(x - 32, y - 32) < 24 ? 255 : 0;
  }
  picture = await draw(4096, 4096, 'image/jpeg');
  return picture.bytes.size;
}

export async function restore(): Promise<string> {
  if (!picture || !alpha) throw new Error('no picture');
  const restored = await restoreAlpha(picture.bytes, picture, alpha);
  return `${(restored.size / 2 ** 20).toFixed(1)} MB`;
}
