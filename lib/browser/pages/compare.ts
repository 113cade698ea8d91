import { browser } from 'wxt/browser';
import { openTab } from './popup';

/** The compare page; it takes a job id, never an address. */
const PAGE = '/compare.html';

/** Opens the compare page of a job in a new tab. */
export function openCompare(jobId: string): Promise<void> {
  return openTab(compareUrl(jobId));
}

/** Hash that opens the compare page at "Upscale again". */
const AGAIN = '#again';

/** Opens the compare page of a job at "Upscale again". */
export function openAgain(jobId: string): Promise<void> {
  return openTab(compareUrl(jobId) + AGAIN);
}

/** Whether a compare page was opened at "Upscale again", by its hash. */
export function isAgainAsked(hash: string): boolean {
  return hash === AGAIN;
}

/** Address of the compare page of a job. */
export function compareUrl(jobId: string): string {
  return browser.runtime.getURL(`${PAGE}?${new URLSearchParams({ job: jobId })}`);
}

/** The job id in the query of a compare page's address. */
export function comparedJobId(search: string): string {
  return new URLSearchParams(search).get('job') ?? '';
}
