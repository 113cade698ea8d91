import { browser } from 'wxt/browser';
import type { Downloads } from '@/lib/jobs/save';
import type { ObjectUrls } from './object-urls';

/** The browser's downloads behind the port that saving needs. */
export function createDownloads(urls: ObjectUrls): Downloads {
  return {
    async start(blobKey, fileName) {
      const url = await urls.create(blobKey);
      try {
        const options = { url, filename: fileName, conflictAction: 'uniquify' } as const;
        return await browser.downloads.download(options);
      } catch (error) {
        await urls.revoke(url);
        throw error;
      }
    },

    async look(downloadId) {
      const [item] = await browser.downloads.search({ id: downloadId });
      if (!item) return undefined;
      return {
        state: item.state,
        bytes: item.bytesReceived,
        fileName: item.filename.split(/[\\/]/).at(-1) ?? item.filename,
        ...(item.error !== undefined && { error: item.error }),
      };
    },

    async release(downloadId) {
      // The address is asked for, not remembered: this worker may not be the one that began it.
      const [item] = await browser.downloads.search({ id: downloadId });
      if (item?.url.startsWith('blob:')) await urls.revoke(item.url);
    },
  };
}

/** Registers the listener. Call it in the first synchronous turn. */
export function onDownloadEnd(listener: (downloadId: number) => void): void {
  browser.downloads.onChanged.addListener(({ id, state }) => {
    if (state?.current && state.current !== 'in_progress') listener(id);
  });
}
