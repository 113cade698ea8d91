import { browser } from 'wxt/browser';
import { openTab } from './popup';

/** The page on which before and after are compared; it is given an id, and never an address. */
const PAGE = '/compare.html';

/** Opens the compare page of a row in a new tab. */
export function openCompare(jobId: string): Promise<void> {
  return openTab(compareUrl(jobId));
}

/** What the address ends in when the picture is to be ordered with other options. */
const AGAIN = '#again';

/** Opens the compare page of a row where the same picture can be ordered with other options. */
export function openAgain(jobId: string): Promise<void> {
  return openTab(compareUrl(jobId) + AGAIN);
}

/** Whether a compare page was opened for that, by the end of its address. */
export function isAgainAsked(hash: string): boolean {
  return hash === AGAIN;
}

/** Address of the compare page of a row. */
export function compareUrl(jobId: string): string {
  return browser.runtime.getURL(`${PAGE}?${new URLSearchParams({ job: jobId })}`);
}

/** The row that a compare page is about, by the query of its address. */
export function comparedJobId(search: string): string {
  return new URLSearchParams(search).get('job') ?? '';
}
