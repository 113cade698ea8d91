import { browser } from 'wxt/browser';
import type { Downloads } from '@/lib/jobs/engine/save';
import type { ObjectUrls } from './object-urls';

/** How long Chromium takes at most to see that a file is gone, ms. */
const LOOK_MS = 100;

/** Implements the port `Downloads` with the browser's downloads. */
export function createDownloads(urls: ObjectUrls): Downloads {
  return {
    open: urls.create,

    async start(url, path, conflict) {
      try {
        return await browser.downloads.download({
          url,
          filename: path,
          // The dialog asks about overwriting; a number keeps its proposed name free.
          conflictAction: conflict === 'overwrite' ? 'overwrite' : 'uniquify',
          ...(conflict === 'ask' && { saveAs: true }),
        });
      } catch (error) {
        await urls.revoke(url);
        // Firefox waits for the dialog and rejects when it is cancelled; Chrome starts before the dialog.
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

    async exists(downloadId) {
      // Chromium answers with what it knew, and looks at the disk afterwards.
      await browser.downloads.search({ id: downloadId });
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      const [item] = await browser.downloads.search({ id: downloadId });
      return item !== undefined && item.state === 'complete' && item.exists;
    },

    async release(downloadId) {
      // Look the address up: another worker may have started the download.
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
