import { create } from '../find/dom';

let answer: boolean | undefined;

/**
 * Whether this browser gives back other pixels than were drawn, as Firefox does against
 * fingerprinting. Such a canvas must not be uploaded: it is noise. Asked once per frame.
 */
export function isCanvasNoisy(
  read: (canvas: HTMLCanvasElement) => Uint8ClampedArray = pixels,
): boolean {
  answer ??= probe(read);
  return answer;
}

/** For tests. */
export function forgetProbe(): void {
  answer = undefined;
}

const SIZE = 16;

function probe(read: (canvas: HTMLCanvasElement) => Uint8ClampedArray): boolean {
  const canvas = create('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const context = canvas.getContext('2d');
  if (!context) return true;
  const colour = (x: number, y: number) => [x * 16, y * 16, (x * y) % 256] as const;
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      context.fillStyle = `rgb(${colour(x, y).join(',')})`;
      context.fillRect(x, y, 1, 1);
    }
  }
  let data: Uint8ClampedArray;
  try {
    data = read(canvas);
  } catch {
    return true;
  }
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      const at = (y * SIZE + x) * 4;
      if (colour(x, y).some((value, channel) => data[at + channel] !== value)) return true;
    }
  }
  return false;
}

function pixels(canvas: HTMLCanvasElement): Uint8ClampedArray {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
  return context.getImageData(0, 0, SIZE, SIZE).data;
}
