import { create } from '../find/dom';

let answer: boolean | undefined;

/**
 * Whether this browser changes the pixels that a page reads back, as Firefox does against
 * fingerprinting. Such a canvas is noise and must not be uploaded. Probed once per frame.
 */
export function isCanvasNoisy(): boolean {
  answer ??= probeCanvas();
  return answer;
}

const SIZE = 16;

/** Draws known pixels and compares what comes back. @param read reads the pixels of the canvas */
export function probeCanvas(
  read: (canvas: HTMLCanvasElement) => Uint8ClampedArray = pixels,
): boolean {
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
