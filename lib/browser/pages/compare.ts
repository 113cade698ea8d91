import { browser } from 'wxt/browser';
import { EVERYTHING, FILTERS, isNarrow, type Query, SORTS } from '@/lib/jobs/model/query';
import { openTab } from './popup';

/** The compare page. Its address has the id of a job, and never the address of an image. */
const PAGE = '/compare.html';

/** Which images a compare page goes through, and in which order. Nothing said: the batch of the image, else all. */
export interface Through {
  /** Unix ms; those that were done after it. */
  since?: number | undefined;
  /** Those that the list had from which the page was opened, in its order. */
  list?: Query | undefined;
}

/** Opens the compare page of a job in a new tab. */
export function openCompare(jobId: string, through?: Through): Promise<void> {
  return openTab(browser.runtime.getURL(PAGE) + compareQuery(jobId, through));
}

/** End of the address that opens the page with the options for upscaling again. */
const AGAIN = '#again';

/** Opens the compare page of a job with the options for upscaling again. */
export function openAgain(jobId: string, through?: Through): Promise<void> {
  return openTab(browser.runtime.getURL(PAGE) + compareQuery(jobId, through) + AGAIN);
}

/** Whether the end of an address opens those options. */
export function isAgainAsked(hash: string): boolean {
  return hash === AGAIN;
}

/** The query of the compare page of a job. The whole list, newest first, is the order of a page that says none. */
export function compareQuery(jobId: string, { since, list }: Through = {}): string {
  const query = {
    job: jobId,
    ...(since !== undefined && { since: String(since) }),
    ...(list && isNarrow(list) && list),
  };
  return `?${new URLSearchParams(query)}`;
}

/** Id of the job in the query of a compare page. */
export function comparedJobId(search: string): string {
  return new URLSearchParams(search).get('job') ?? '';
}

/** Which images a compare page goes through, by its query. What it says in vain counts as not said. */
export function comparedThrough(search: string): Through {
  const query = new URLSearchParams(search);
  const since = query.get('since') ?? '';
  const list: Query = {
    words: query.get('words') ?? '',
    filter: FILTERS.find((filter) => filter === query.get('filter')) ?? EVERYTHING.filter,
    sort: SORTS.find((sort) => sort === query.get('sort')) ?? EVERYTHING.sort,
  };
  return {
    ...(/^\d{1,15}$/.test(since) && { since: Number(since) }),
    ...(isNarrow(list) && { list }),
  };
}
