import { browser } from 'wxt/browser';
import type { Downloads } from '@/lib/jobs/engine/save';
import type { ObjectUrls } from './object-urls';

/** The browser's downloads behind the port that saving needs. */
export function createDownloads(urls: ObjectUrls): Downloads {
  return {
    open: urls.create,

    async start(url, path, conflict) {
      try {
        return await browser.downloads.download({
          url,
          filename: path,
          // The dialog asks about the file itself; a number keeps what it proposes from being one.
          conflictAction: conflict === 'overwrite' ? 'overwrite' : 'uniquify',
          ...(conflict === 'ask' && { saveAs: true }),
        });
      } catch (error) {
        await urls.revoke(url);
        // Firefox waits for the dialog, and refuses when it is closed; Chrome begins before it.
        if (error instanceof Error && /cancell?ed by the user/i.test(error.message))
          return undefined;
        throw error;
      }
    },

    async find(url) {
      const [item] = await browser.downloads.search({ url });
      return item?.id;
    },

    close: urls.revoke,

    async status(downloadId) {
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
