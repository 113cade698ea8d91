import type { ImageFacts } from '@/lib/images/formats/types';
import type {
  CutRequest,
  FileRequest,
  JoinRequest,
  MadeFile,
  PreparedFacts,
  PrepareRequest,
  RestoreRequest,
  ZipNameRequest,
  ZipWork,
} from './document-requests';
import { sendMessage } from './messages';
import { askOffscreen, tidyOffscreen, warmOffscreen, withOffscreen } from './offscreen';

/**
 * Image work that is rare or not urgent. It needs much code and, for SVG, a document. Bytes are passed
 * through the blob store.
 */
export interface DocumentWork extends ZipWork {
  /** Starts the document, if there is one to start: work is likely to follow at once. */
  warmUp(): void;
  /** Reads the header of an image of any type. @throws ImageError */
  inspect(blobKey: string): Promise<ImageFacts>;
  /** Converts an image for upload and stores it in place of the original. @throws ImageError */
  prepare(request: PrepareRequest): Promise<PreparedFacts>;
  /** Stores the restored result in place of the result. @throws ImageError */
  restoreTransparency(request: RestoreRequest): Promise<{ bytes: number }>;
  /** @throws ImageError */
  cutPart(request: CutRequest): Promise<{ bytes: number }>;
  /** @returns size of the joined picture, px @throws ImageError */
  joinParts(request: JoinRequest): Promise<{ width: number; height: number }>;
  makeFile(request: FileRequest): Promise<MadeFile>;
  /** @returns path of a ZIP, relative to the browser's downloads folder */
  nameZip(request: ZipNameRequest): Promise<string>;
}

/** For Chrome's service worker: runs in the offscreen document (entrypoints/offscreen). */
export const offscreenWork: DocumentWork = {
  warmUp() {
    // The work itself reports why the document does not open.
    thenClose(warmOffscreen).catch(() => undefined);
  },
  inspect: (blobKey) => ask(() => sendMessage('inspectPicture', blobKey)),
  prepare: (request) => ask(() => sendMessage('preparePicture', request)),
  restoreTransparency: (request) => ask(() => sendMessage('restoreTransparency', request)),
  cutPart: (request) => ask(() => sendMessage('cutPart', request)),
  joinParts: (request) => ask(() => sendMessage('joinParts', request)),
  // The document stays open for the address of the file; revoking that address closes it.
  makeFile: (request) => withOffscreen(() => askOffscreen(() => sendMessage('makeFile', request))),
  nameZip: (request) => withOffscreen(() => askOffscreen(() => sendMessage('nameZip', request))),
  // It also stays open for an unfinished ZIP.
  openZip: (id) => inDocument(() => sendMessage('openZip', id)),
  addToZip: (entry) => withOffscreen(() => askOffscreen(() => sendMessage('addToZip', entry))),
  closeZip: (id) => withOffscreen(() => askOffscreen(() => sendMessage('closeZip', id))),
  discardZip: (id) => inDocument(() => sendMessage('discardZip', id)),
};

/** For work that has no answer. The question tells an answer from none. */
async function inDocument(question: () => Promise<boolean>): Promise<void> {
  await withOffscreen(() => askOffscreen(question));
}

/**
 * How long the document stays open after its work, ms. Starting it takes about 100 ms, and one picture may
 * need it twice. Shorter than the 30 s after which the browser ends an idle worker.
 */
export const LINGER_MS = 5_000;
let closing: ReturnType<typeof setTimeout> | undefined;

function ask<T>(question: () => Promise<T>): Promise<T> {
  return thenClose(() => withOffscreen(() => askOffscreen(question)));
}

/** For work after which the document can close. */
async function thenClose<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    clearTimeout(closing);
    closing = setTimeout(() => {
      // Nothing waits for it, and an open document does no harm.
      tidyOffscreen(async () => (await sendMessage('objectUrlsInUse')) > 0).catch(() => undefined);
    }, LINGER_MS);
  }
}
