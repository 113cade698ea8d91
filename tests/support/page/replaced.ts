import { page } from 'vitest/browser';
import {
  type PageReplacer,
  type Pending,
  PIECE_BYTES,
  type Replacement,
  type ReplaceRequest,
  type ReplaceState,
  type ShownPicture,
} from '@/lib/page/replace/contract';
import { createReplacer } from '@/lib/page/replace/replacer';

/** For tests of the replacer: a background that knows results by the addresses of their pictures. */

const REPLACE_WORDS: ReplaceState['words'] = {
  language: 'en',
  label: 'Upscale with Dreamina',
  mark: 'Upscaled',
  off: 'Originals',
  part: 'Some upscaled',
  all: 'All upscaled',
  reading: 'Upscaling ahead',
  show: 'Show upscaled images',
  hide: 'Show originals',
  ahead: 'Upscale ahead',
  stopAhead: 'Stop upscaling ahead',
  move: 'Move this button',
  dismiss: 'Hide this button',
  peek: 'Hold Alt+O to see the originals',
  forbidden: 'This page allows no other images',
  impossible: 'Cannot be shown here',
  pending: { working: 'Working', waiting: 'Waiting', limit: 'Limit reached', failed: 'Failed' },
};

export const SHOWN: ReplaceState = { isShown: true, isMarked: false, words: REPLACE_WORDS };
export const HIDDEN: ReplaceState = { ...SHOWN, isShown: false };

interface Given {
  bytes: Uint8Array;
  replacement: Omit<Replacement, 'key'>;
}

export class TestBackground {
  /** What it answers to `start` and `press`; undefined: nothing is wanted in this frame. */
  state: ReplaceState | undefined = SHOWN;
  readonly requests: ReplaceRequest[] = [];
  readonly asked: ShownPicture[] = [];
  /** ms until it answers. */
  lateMs = 0;
  isGone = false;
  /** So many messages do not arrive. */
  lost = 0;
  readonly pending = new Map<string, Pending['state']>();
  /** Finds a result for a picture that none of its addresses tells. */
  byPixels: (one: ShownPicture) => string | undefined = () => undefined;
  private readonly results = new Map<string, Given>();
  private readonly byAddress = new Map<string, string>();

  /** Has a red result for a picture. @param isNoise for a file that is large. @returns its id */
  async give(
    address: string,
    { width, height, isNoise = false }: { width: number; height: number; isNoise?: boolean },
  ): Promise<string> {
    const answer = await fetch(drawn(width, height, isNoise));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const result = `result-${this.results.size}`;
    const replacement = { result, width, height, type: 'image/png', bytes: bytes.length } as const;
    this.results.set(result, { bytes, replacement });
    this.byAddress.set(absolute(address), result);
    return result;
  }

  /** Has it send other bytes than it says. */
  damage(address: string, change: (bytes: Uint8Array) => Uint8Array): void {
    const given = this.results.get(this.byAddress.get(absolute(address)) ?? '');
    if (given) given.bytes = change(given.bytes);
  }

  forget(address: string): void {
    this.byAddress.delete(absolute(address));
  }

  readonly send = async (request: ReplaceRequest): Promise<unknown> => {
    if (this.isGone) throw new Error('Extension context invalidated.');
    this.requests.push(structuredClone(request));
    if (this.lost > 0) {
      this.lost -= 1;
      throw new Error('Could not establish connection.');
    }
    // What is known when it is asked, however late it arrives.
    const answer = this.answerTo(request);
    if (this.lateMs > 0) await new Promise((resolve) => setTimeout(resolve, this.lateMs));
    return answer;
  };

  private answerTo(request: ReplaceRequest): unknown {
    switch (request.ask) {
      case 'start':
      case 'press':
        return this.state;
      case 'piece':
        return this.piece(request.result, request.from);
      case 'ahead':
        return true;
      case 'look':
        return this.look(request.pictures);
    }
  }

  private piece(result: string, from: number): unknown {
    const { bytes } = this.results.get(result) as Given;
    const part = bytes.slice(from, from + PIECE_BYTES);
    let text = '';
    for (const byte of part) text += String.fromCharCode(byte);
    return { data: btoa(text), total: bytes.length };
  }

  private look(pictures: readonly ShownPicture[]): unknown {
    this.asked.push(...pictures);
    const replacements = pictures.flatMap((one): Replacement[] => {
      const named = [one.url, ...(one.others ?? [])].map((url) => this.byAddress.get(url ?? ''));
      const result = named.find((id) => id !== undefined) ?? this.byPixels(one);
      const given = this.results.get(result ?? '');
      return given ? [{ ...given.replacement, key: one.key }] : [];
    });
    const pending = pictures.flatMap(({ key, url }): Pending[] => {
      const state = this.pending.get(url ?? '');
      return state ? [{ key, state }] : [];
    });
    return { replacements, pending };
  }
}

/** Starts a replacer in the document of a test. */
export function replace(
  background: TestBackground,
  options: Partial<Parameters<typeof createReplacer>[0]> = {},
): PageReplacer & { isEnded(): boolean } {
  let isEnded = false;
  const replacer = createReplacer({
    send: background.send,
    isAlive: () => !background.isGone,
    isTop: true,
    isTrusted: () => true,
    ...options,
    onEnd() {
      isEnded = true;
    },
  });
  return { ...replacer, isEnded: () => isEnded };
}

/** A red picture, as a `data:` address. */
function drawn(width: number, height: number, isNoise: boolean): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
  context.fillStyle = 'rgb(255, 0, 0)';
  context.fillRect(0, 0, width, height);
  if (isNoise) {
    const noise = context.createImageData(width, height);
    // So many at a time are the most that the browser gives.
    for (let at = 0; at < noise.data.length; at += 65_536) {
      crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
    }
    noise.data.forEach((_, at) => {
      if (at % 4 === 3) noise.data[at] = 255;
    });
    context.putImageData(noise, 0, 0);
  }
  return canvas.toDataURL();
}

function absolute(address: string): string {
  return new URL(address, document.baseURI).href;
}

/** The colour of the middle of an element on the screen, such as `255,0,0`. */
export async function colourOf(element: Element): Promise<string> {
  const shot = await page.screenshot({ element, base64: true, save: false });
  const image = new Image();
  image.src = `data:image/png;base64,${shot}`;
  await image.decode();
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context?.drawImage(image, -image.width / 2, -image.height / 2);
  return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).join();
}

/** Sums up layout shifts from now on. @returns the sum so far */
export function watchShifts(): () => number {
  let sum = 0;
  const add = (entries: PerformanceEntryList): void => {
    for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: false });
  return () => {
    add(observer.takeRecords());
    return sum;
  };
}

/** Whether an element shows a result, by its own styles. */
export function isReplaced(element: Element): boolean {
  return /blob:/.test(element.getAttribute('style') ?? '');
}
