import type { ImageFacts, PreparedImage } from '@/lib/images/formats/types';
import type { FileRequest, MadeFile, PrepareRequest } from './document-requests';
import { sendMessage } from './messages';
import { askOffscreen, tidyOffscreen, withOffscreen } from './offscreen';

/**
 * Image work that is rare or not urgent. It needs much code and, for
 * SVG, a document. Bytes are passed through the blob store.
 */
export interface DocumentWork {
  /** Reads the header of an image of any type. Rejects with ImageError. */
  inspect(blobKey: string): Promise<ImageFacts>;
  /** Converts an image for the service and stores it under the same key. Rejects with ImageError. */
  prepare(request: PrepareRequest): Promise<Omit<PreparedImage, 'image'>>;
  makeFile(request: FileRequest): Promise<MadeFile>;
}

/** For Chrome's service worker: runs in the offscreen document (entrypoints/offscreen). */
export const offscreenWork: DocumentWork = {
  inspect: (blobKey) => passing(() => sendMessage('inspectPicture', blobKey)),
  prepare: (request) => passing(() => sendMessage('preparePicture', request)),
  // The document is needed again for the object URL of the file; revoking that closes it.
  makeFile: (request) => withOffscreen(() => askOffscreen(() => sendMessage('makeFile', request))),
};

/** Requests work after which the document may close. */
async function passing<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await withOffscreen(() => askOffscreen(ask));
  } finally {
    // Not awaited: a document that stays open does no harm.
    tidyOffscreen(async () => (await sendMessage('objectUrlsInUse')) > 0).catch(() => undefined);
  }
}
