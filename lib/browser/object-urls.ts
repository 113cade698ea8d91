import { browser } from 'wxt/browser';
import { sendMessage } from './messages';

/** Gives stored bytes an address the browser can download from. */
export interface ObjectUrls {
  /** @param blobKey key of the bytes in the blob store: messages cannot carry the bytes themselves */
  create(blobKey: string): Promise<string>;
  revoke(url: string): Promise<void>;
}

/** For contexts that have `URL.createObjectURL` (Firefox's event page, our own pages). */
export function objectUrlsInPlace(
  readBlob: (key: string) => Promise<Blob | undefined>,
): ObjectUrls {
  return {
    async create(blobKey) {
      const blob = await readBlob(blobKey);
      if (!blob) throw new Error(`no bytes under ${blobKey}`);
      return URL.createObjectURL(blob);
    },
    revoke: async (url) => URL.revokeObjectURL(url),
  };
}

const DOCUMENT = '/offscreen.html';
let opening: Promise<void> | undefined;

/** For Chrome's service worker, which has no object URLs: an offscreen document makes them. */
export const offscreenObjectUrls: ObjectUrls = {
  async create(blobKey) {
    await openDocument();
    return sendMessage('createObjectUrl', blobKey);
  },
  async revoke(url) {
    if (!(await isDocumentOpen())) return;
    const left = await sendMessage('revokeObjectUrl', url);
    if (left === 0) await browser.offscreen.closeDocument();
  },
};

async function isDocumentOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}

async function openDocument(): Promise<void> {
  if (await isDocumentOpen()) return;
  // Two saves at once must not open two documents: the second attempt would be refused.
  opening ??= browser.offscreen
    .createDocument({
      url: DOCUMENT,
      reasons: ['BLOBS'],
      justification: 'Hands a finished picture to the browser as a download.',
    })
    .finally(() => {
      opening = undefined;
    });
  await opening;
}

/** Whether this context can make object URLs itself. */
export function hasObjectUrls(): boolean {
  return typeof URL.createObjectURL === 'function';
}
