import { browser } from 'wxt/browser';
import { openTab } from './popup';

/** The compare page. Its address has the id of a job, and never the address of an image. */
const PAGE = '/compare.html';

/**
 * Opens the compare page of a job in a new tab.
 * @param since Unix ms; the page goes through the images that were done after it
 */
export function openCompare(jobId: string, since?: number): Promise<void> {
  return openTab(browser.runtime.getURL(PAGE) + compareQuery(jobId, since));
}

/** End of the address that opens the page with the options for upscaling again. */
const AGAIN = '#again';

/** Opens the compare page of a job with the options for upscaling again. */
export function openAgain(jobId: string): Promise<void> {
  return openTab(browser.runtime.getURL(PAGE) + compareQuery(jobId) + AGAIN);
}

/** Whether the end of an address opens those options. */
export function isAgainAsked(hash: string): boolean {
  return hash === AGAIN;
}

/** The query of the compare page of a job. @param since Unix ms */
export function compareQuery(jobId: string, since?: number): string {
  const query = { job: jobId, ...(since !== undefined && { since: String(since) }) };
  return `?${new URLSearchParams(query)}`;
}

/** Id of the job in the query of a compare page. */
export function comparedJobId(search: string): string {
  return new URLSearchParams(search).get('job') ?? '';
}

/** Unix ms after which the images were done that a compare page goes through; undefined if it does not say. */
export function comparedSince(search: string): number | undefined {
  const since = new URLSearchParams(search).get('since') ?? '';
  return /^\d{1,15}$/.test(since) ? Number(since) : undefined;
}
