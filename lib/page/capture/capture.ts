import { fromBase64 } from '../find/base64';
import type { Candidate, CaptureFailure, Finding } from '../find/candidate';
import { isCanvasNoisy } from '../find/canvas-probe';
import { create, isHtml, isSvg } from '../find/dom';
import { isOneColour } from '../find/one-colour';
import { randomUuid } from '../find/uuid';
import { svgFile } from './svg-file';

/** Most captures at once: their bytes are in the memory of the page's process. */
const MAX_CAPTURES = 4;
/** How long a capture is kept, ms; as long as `openImage` keeps an image. */
const KEEP_MS = 300_000;
/** Longest wait for the page to draw, ms. */
const FRAME_MS = 150;

/**
 * Captures what may soon be gone, for `readSlice`, and adds the keys to the candidates: the pixels of the best
 * canvases, video frames and drawings, and `blob:` images, whose address the page can revoke at any time.
 * Blank images are dropped.
 */
export async function capturePixels(
  finding: Finding,
  elements: ReadonlyMap<string, Element>,
  isNoisy: () => boolean = isCanvasNoisy,
): Promise<Finding> {
  const wanted = finding.candidates
    .filter((candidate) => candidate.distance === 0 && needsCapture(candidate))
    .slice(0, MAX_CAPTURES);
  const captured = new Map<string, Candidate>();
  for (const candidate of wanted) {
    const element = elements.get(candidate.id);
    if (!element) continue;
    const result = await capture(element, candidate, isNoisy);
    captured.set(
      candidate.id,
      typeof result === 'string'
        ? { ...candidate, captureFailure: result }
        : { ...candidate, captureKey: keep(result) },
    );
  }
  const update = (candidate: Candidate) => captured.get(candidate.id) ?? candidate;
  const { winner } = finding;
  const candidates = finding.candidates.map(update);
  return winner ? { ...finding, candidates, winner: update(winner) } : { ...finding, candidates };
}

function needsCapture({ how, url }: Candidate): boolean {
  return how === 'canvas' || how === 'video' || how === 'svg' || isBlobUrl(url);
}

function isBlobUrl(url: string | undefined): url is string {
  return url?.startsWith('blob:') ?? false;
}

function keep(bytes: Blob): string {
  const world = globalThis as { upscaleImages?: Map<string, Blob> };
  world.upscaleImages ??= new Map();
  const images = world.upscaleImages;
  const key = randomUuid();
  images.set(key, bytes);
  setTimeout(() => images.delete(key), KEEP_MS);
  return key;
}

/**
 * The bytes of an image that may soon be gone: the file behind a `blob:` address, else the pixels that its element
 * shows. @returns why there are none
 */
export async function capture(
  element: Element,
  {
    url,
    shownWidth,
    shownHeight,
  }: { url?: string | undefined; shownWidth: number; shownHeight: number },
  isNoisy: () => boolean = isCanvasNoisy,
): Promise<Blob | CaptureFailure> {
  if (isBlobUrl(url)) {
    const original = await blobAt(url);
    if (original) return original;
  }
  if (isSvg(element, 'svg')) {
    return svgFile(element, shownWidth, shownHeight) ?? 'tainted';
  }
  if (!isDrawable(element)) return 'failed';
  if (isNoisy()) return 'unreliable';
  const first = copyOf(element);
  // WebGL clears its buffer after presenting it; right after the page draws, the pixels are still there.
  if (first !== 'blank' || !isHtml(element, 'canvas')) return first;
  await nextFrame();
  return copyOf(element);
}

/** The unchanged bytes; undefined if the page has revoked the address. */
async function blobAt(url: string): Promise<Blob | undefined> {
  try {
    return await (await fetch(url)).blob();
  } catch {
    return undefined;
  }
}

type Drawable = HTMLCanvasElement | HTMLVideoElement | HTMLImageElement;

function isDrawable(element: Element): element is Drawable {
  return isHtml(element, 'canvas') || isHtml(element, 'video') || isHtml(element, 'img');
}

/** Size of the pixels, not of the box on the page. */
function sizeOf(element: Drawable): [width: number, height: number] {
  if (isHtml(element, 'video')) return [element.videoWidth, element.videoHeight];
  if (isHtml(element, 'img')) return [element.naturalWidth, element.naturalHeight];
  return [element.width, element.height];
}

/**
 * The pixels as PNG, through a canvas of ours, because a page can hide the methods of its element. It uses the
 * synchronous `toDataURL`: Chromium runs `toBlob` while the page is idle, which takes seconds in an animated
 * page (measured in Chromium 156: 0.3 to 5.6 s, against 25 ms).
 */
function copyOf(element: Drawable): Blob | CaptureFailure {
  const [width, height] = sizeOf(element);
  try {
    if (isOneColour(element, SAMPLE)) return 'blank';
    const copy = create('canvas');
    copy.width = width;
    copy.height = height;
    copy.getContext('2d')?.drawImage(element, 0, 0);
    const base64 = copy.toDataURL('image/png').slice('data:image/png;base64,'.length);
    if (base64 === '') return 'failed';
    return new Blob([fromBase64(base64)], { type: 'image/png' });
  } catch (error) {
    // An image of another site was drawn on it, so it is tainted.
    return error instanceof DOMException && error.name === 'SecurityError' ? 'tainted' : 'failed';
  }
}

const SAMPLE = 24;

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
