import { browser } from 'wxt/browser';
import { openTab } from './popup';

/** The reader. Its address has the id of a batch, and nothing of the page that it comes from. */
const PAGE = '/reader.html';

/** Opens a batch for reading in a new tab. */
export function openReader(batchId: string): Promise<void> {
  return openTab(browser.runtime.getURL(`${PAGE}?${new URLSearchParams({ batch: batchId })}`));
}

/** Id of the batch in the query of a reader. */
export function readBatchId(search: string): string {
  return new URLSearchParams(search).get('batch') ?? '';
}
