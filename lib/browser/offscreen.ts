import { browser } from 'wxt/browser';

/** The document behind Chrome's service worker: it has what a worker lacks. Firefox needs none. */
const DOCUMENT = '/offscreen.html';
let opening: Promise<void> | undefined;
/** Work in progress: the document must not be closed under it. */
let inUse = 0;

/** Whether this context has a document of its own (Firefox's event page, our own pages). */
export function hasDocument(): boolean {
  return typeof document !== 'undefined';
}

/** Runs `work` with the offscreen document open, and leaves it open. */
export async function withOffscreen<T>(work: () => Promise<T>): Promise<T> {
  inUse += 1;
  try {
    await openDocument();
    return await work();
  } finally {
    inUse -= 1;
  }
}

export async function isOffscreenOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}

/** Closes the document unless somebody is using it. */
export async function closeOffscreen(): Promise<void> {
  if (inUse === 0 && (await isOffscreenOpen())) await browser.offscreen.closeDocument();
}

async function openDocument(): Promise<void> {
  if (await isOffscreenOpen()) return;
  // Two at once must not open two documents: the second attempt would be refused.
  opening ??= browser.offscreen
    .createDocument({
      url: DOCUMENT,
      reasons: ['BLOBS'],
      justification: 'Hands finished pictures to the browser as downloads and draws SVG images.',
    })
    .finally(() => {
      opening = undefined;
    });
  await opening;
}
