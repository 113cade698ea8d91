import { browser } from 'wxt/browser';
import { openTab } from './popup';

/** The compare page. Its address has the id of a job, and never the address of an image. */
const PAGE = '/compare.html';

/** Opens the compare page of a job in a new tab. */
export function openCompare(jobId: string): Promise<void> {
  return openTab(compareUrl(jobId));
}

/** End of the address that opens the page with the options for upscaling again. */
const AGAIN = '#again';

/** Opens the compare page of a job with the options for upscaling again. */
export function openAgain(jobId: string): Promise<void> {
  return openTab(compareUrl(jobId) + AGAIN);
}

/** Whether the end of an address opens those options. */
export function isAgainAsked(hash: string): boolean {
  return hash === AGAIN;
}

/** Address of the compare page of a job. */
export function compareUrl(jobId: string): string {
  return browser.runtime.getURL(`${PAGE}?${new URLSearchParams({ job: jobId })}`);
}

/** Id of the job in the query of a compare page. */
export function comparedJobId(search: string): string {
  return new URLSearchParams(search).get('job') ?? '';
}
