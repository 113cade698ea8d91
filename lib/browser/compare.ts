import { browser } from 'wxt/browser';
import { openTab } from './popup';

/** The page on which before and after are compared; it is given an id, and never an address. */
const PAGE = '/compare.html';

/** Opens the compare page of a row in a new tab. */
export function openCompare(jobId: string): Promise<void> {
  return openTab(compareUrl(jobId));
}

/** Address of the compare page of a row. */
export function compareUrl(jobId: string): string {
  return browser.runtime.getURL(`${PAGE}?${new URLSearchParams({ job: jobId })}`);
}

/** The row that a compare page is about, by the query of its address. */
export function comparedJobId(search: string): string {
  return new URLSearchParams(search).get('job') ?? '';
}
