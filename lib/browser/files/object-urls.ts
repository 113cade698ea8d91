import { sendMessage } from '../messages';
import { askOffscreen, tidyOffscreen, withOffscreen } from '../offscreen';

/** Creates object URLs of stored bytes, for downloads. */
export interface ObjectUrls {
  /** @param blobKey key in the blob store; messages cannot carry bytes */
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

/** For Chrome's service worker, which has no object URLs: an offscreen document makes them. */
export const offscreenObjectUrls: ObjectUrls = {
  create: (blobKey) =>
    withOffscreen(() => askOffscreen(() => sendMessage('createObjectUrl', blobKey))),
  revoke: (url) =>
    tidyOffscreen(async () => {
      const left = await sendMessage('revokeObjectUrl', url);
      return left > 0;
    }),
};
