import type { ImageFacts, PreparedImage } from '@/lib/images/formats/types';
import type { FileRequest, MadeFile, PrepareRequest } from './document-requests';
import { sendMessage } from './messages';
import { askOffscreen, tidyOffscreen, withOffscreen } from './offscreen';

/**
 * Work on pictures that seldom has to be done, or that is not waited for. It needs much code and, for
 * SVG, a document. Bytes are handed over in the blob store.
 */
export interface DocumentWork {
  /** Reads the header of a picture of any type. Rejects with ImageError. */
  inspect(blobKey: string): Promise<ImageFacts>;
  /** Makes a picture fit for the service, and leaves it in the place of the one found. Rejects with ImageError. */
  prepare(request: PrepareRequest): Promise<Omit<PreparedImage, 'image'>>;
  makeFile(request: FileRequest): Promise<MadeFile>;
}

/** For Chrome's service worker: the offscreen document does it (entrypoints/offscreen). */
export const offscreenWork: DocumentWork = {
  inspect: (blobKey) => passing(() => sendMessage('inspectPicture', blobKey)),
  prepare: (request) => passing(() => sendMessage('preparePicture', request)),
  // The document is needed once more, for the address of the file; releasing that closes it.
  makeFile: (request) => withOffscreen(() => askOffscreen(() => sendMessage('makeFile', request))),
};

/** Asks for work that leaves nothing behind in the document. */
async function passing<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await withOffscreen(() => askOffscreen(ask));
  } finally {
    // Nobody waits for it, and a document that stays open does no harm.
    tidyOffscreen(async () => (await sendMessage('objectUrlsInUse')) > 0).catch(() => undefined);
  }
}
