import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { Display } from '../browsers/display';

const run = promisify(execFile);

/** One frame of the screen. */
interface Shot {
  /** Time since the start of the film, ms. */
  at: number;
  /** RGB, 3 bytes per pixel. */
  pixels: Buffer;
  pointer: { x: number; y: number };
}

/** Recorded part of the screen, px. */
export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The server does not draw the pointer, so it is added afterwards, with the movement of a hand. */
const POINTER = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="26" height="36" viewBox="0 0 13 18"><path d="M1 1v14l3.4-3.2 2.2 5 2.3-1-2.2-5H11.500z" fill="#111" stroke="#fff" stroke-width="1.200"/></svg>',
);
const MOVE_MS = 500;
const STEP_MS = 60;
/** Duration of the last frame before the film repeats, ms. */
const LAST_MS = 2_500;
const QUALITY = 72;

/** Records a virtual display with ImageMagick. */
export interface ScreenRecorder {
  /**
   * Ends the recording. A busy machine takes longer for the same story: the film lasts as long as it
   * should, whatever the recording took.
   * @param width px
   * @param lastsMs how long the film lasts
   * @returns an animated WebP of the region
   */
  finish(width: number, lastsMs: number): Promise<Buffer>;
}

/** @param screen recorded part of the display, px */
export function recordScreen({ env, xdotool }: Display, screen: Region): ScreenRecorder {
  const began = Date.now();
  const shots: Shot[] = [];
  let isOver = false;

  async function shoot(): Promise<void> {
    const crop = `${screen.width}x${screen.height}+${screen.left}+${screen.top}`;
    const args = ['-silent', '-window', 'root', '-crop', crop, '-depth', '8', 'rgb:-'];
    const options = { env, encoding: 'buffer', maxBuffer: 2 ** 26 } as const;
    const at = Date.now() - began;
    const { stdout: pixels } = await run('import', args, options);
    const place = xdotool('getmouselocation', '--shell');
    const [x = 0, y = 0] = [...place.matchAll(/[XY]=(\d+)/g)].map(([, value]) => Number(value));
    shots.push({ at, pixels, pointer: { x: x - screen.left, y: y - screen.top } });
  }
  const recording = (async () => {
    while (!isOver) await shoot();
  })();

  return {
    async finish(width, lastsMs) {
      isOver = true;
      await recording;
      const scale = (lastsMs - LAST_MS) / (shots.at(-1)?.at ?? 1);
      for (const shot of shots) shot.at *= scale;
      const frames: Buffer[] = [];
      const delays: number[] = [];
      let shown: { shot: Shot; x: number; y: number } | undefined;
      for (let now = 0; now < lastsMs; now += STEP_MS) {
        const shot = shots.findLast(({ at }) => at <= now) ?? shots[0];
        if (!shot) throw new Error('nothing was recorded');
        const { x, y } = pointerAt(shots, now);
        const isSame = shown && shown.x === x && shown.y === y && isAlike(shown.shot, shot);
        if (isSame) delays[delays.length - 1] = (delays.at(-1) ?? 0) + STEP_MS;
        else {
          frames.push(await frameOf(shot, { x, y }, screen, width));
          delays.push(STEP_MS);
          shown = { shot, x, y };
        }
      }
      return sharp(frames, { join: { animated: true } })
        .webp({ quality: QUALITY, delay: delays, loop: 0, effort: 4 })
        .toBuffer();
    },
  };
}

const isAlike = (one: Shot, other: Shot) => one === other || one.pixels.equals(other.pixels);

/** Position of the pointer, interpolated towards the next recorded one. */
function pointerAt(shots: readonly Shot[], now: number): { x: number; y: number } {
  const origin = shots[0]?.pointer ?? { x: 0, y: 0 };
  let place = origin;
  for (const [index, { at, pointer }] of shots.entries()) {
    const before = shots[index - 1]?.pointer ?? origin;
    if (pointer.x === before.x && pointer.y === before.y) continue;
    if (now >= at) place = pointer;
    else if (now > at - MOVE_MS) {
      const share = 1 - (at - now) / MOVE_MS;
      const eased = share * share * (3 - 2 * share);
      place = {
        x: Math.round(place.x + (pointer.x - place.x) * eased),
        y: Math.round(place.y + (pointer.y - place.y) * eased),
      };
      break;
    } else break;
  }
  return place;
}

async function frameOf(
  { pixels }: Shot,
  { x, y }: { x: number; y: number },
  { width, height }: Region,
  outWidth: number,
): Promise<Buffer> {
  const raw = { width, height, channels: 3 } as const;
  const isInside = x >= 0 && y >= 0 && x < width - 26 && y < height - 36;
  const pointer = isInside ? [{ input: POINTER, left: x, top: y }] : [];
  const whole = await sharp(pixels, { raw })
    .composite(pointer)
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(whole).resize({ width: outWidth }).png({ compressionLevel: 1 }).toBuffer();
}
