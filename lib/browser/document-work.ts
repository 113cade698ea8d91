import type { ImageFacts, PreparedImage } from '@/lib/images/formats/types';
import type { FileRequest, MadeFile, PrepareRequest } from './document-requests';
import { sendMessage } from './messages';
import { askOffscreen, tidyOffscreen, withOffscreen } from './offscreen';

/**
 * Image work that is rare or not urgent. It needs much code and, for SVG, a document. Bytes are passed
 * through the blob store.
 */
export interface DocumentWork {
  /** Reads the header of an image of any type. @throws ImageError */
  inspect(blobKey: string): Promise<ImageFacts>;
  /** Converts an image for upload and stores it in place of the original. @throws ImageError */
  prepare(request: PrepareRequest): Promise<Omit<PreparedImage, 'image'>>;
  makeFile(request: FileRequest): Promise<MadeFile>;
}

/** For Chrome's service worker: runs in the offscreen document (entrypoints/offscreen). */
export const offscreenWork: DocumentWork = {
  inspect: (blobKey) => thenClose(() => sendMessage('inspectPicture', blobKey)),
  prepare: (request) => thenClose(() => sendMessage('preparePicture', request)),
  // The document stays open for the address of the file; revoking that address closes it.
  makeFile: (request) => withOffscreen(() => askOffscreen(() => sendMessage('makeFile', request))),
};

/** For work after which the document can close. */
async function thenClose<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await withOffscreen(() => askOffscreen(ask));
  } finally {
    // Nothing waits for it, and an open document does no harm.
    tidyOffscreen(async () => (await sendMessage('objectUrlsInUse')) > 0).catch(() => undefined);
  }
}
