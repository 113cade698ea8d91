import type { WriteCanvas } from './codec';

/** To `encode-worker.ts`. */
export interface EncodeRequest {
  id: number;
  bitmap: ImageBitmap;
  options: ImageEncodeOptions;
}

/** From `encode-worker.ts`; without a blob if the browser could not encode. */
export interface EncodeAnswer {
  id: number;
  blob?: Blob;
}

interface Waiting {
  resolve(blob: Blob): void;
  reject(error: Error): void;
}

/**
 * Encodes in a worker. Chromium encodes PNG and JPEG of a document only when that document is idle. An
 * invisible one never says so, and each picture waits for a limit of about one second (measured in
 * 156). A worker encodes at once.
 * @param start starts `encode-worker.ts`; called at once, so that the first picture need not wait
 * @returns empties the canvas; rejects if the browser could not encode
 */
export function createEncoder(start: () => Worker): WriteCanvas {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function started(): Worker {
    if (worker) return worker;
    const next = start();
    next.addEventListener('message', ({ data: { id, blob } }: MessageEvent<EncodeAnswer>) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (blob) resolve?.(blob);
      else reject?.(new Error('the browser could not encode'));
    });
    next.addEventListener('error', () => {
      next.terminate();
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error('the encoder has stopped'));
      waiting.clear();
    });
    worker = next;
    return next;
  }

  started();
  return (canvas, options = {}) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const bitmap = canvas.transferToImageBitmap();
      const request: EncodeRequest = { id: lastId, bitmap, options };
      waiting.set(lastId, { resolve, reject });
      started().postMessage(request, [bitmap]);
    });
}
