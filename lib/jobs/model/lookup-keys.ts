import { renditionKeyOf } from '@/lib/page/collect/rendition-key';
import type { Job } from './job';
import { isKept } from './selectors';

/** A longer address is not worth an index. */
const MAX_ADDRESS = 2_048;
/** Most names of sites that one host is below, such as `a.b.example.com`. */
const MAX_SITES = 5;

/** A file as a page shows it. */
interface ShownFile {
  /** Absolute address. */
  url: string;
  /** px, if known. */
  size?: { width: number; height: number } | undefined;
}

/** Keys of an address, and of the picture in all its sizes. None unless it is a short `http(s):` address. */
export function keysOfFile({ url, size }: ShownFile): string[] {
  if (!/^https?:/i.test(url) || url.length > MAX_ADDRESS) return [];
  const rendition = renditionKeyOf(url, size?.width ?? 0, size?.height ?? 0);
  return [`url ${withoutFragment(url)}`, ...(rendition ? [rendition] : [])];
}

/** Key of all rows of a site. @param site a host, or the registrable domain of one */
export function keyOfSite(site: string): string {
  return `site ${site}`;
}

/**
 * The page or frame that a row's image belongs to. A frame without an address of its own belongs to its page.
 * @returns undefined for a file, and for an address that was pasted: no page named it
 */
export function placeOfImage({ origin }: Pick<Job, 'origin'>): string | undefined {
  if (origin.kind !== 'page' || origin.tabId < 0) return undefined;
  return /^https?:/i.test(origin.frameUrl) ? origin.frameUrl : origin.pageUrl;
}

/**
 * Under which keys a row is found by what a page shows. None for an imported row, because nothing in it was chosen
 * here, and none for an image that was kept as it is.
 */
export function lookupKeysOf(job: Job): string[] {
  const { origin, source } = job;
  if (origin.kind !== 'page' || job.isImported || isKept(job)) return [];
  const { url, size = source?.via === undefined ? source : undefined } = origin;
  const host = URL.parse(placeOfImage(job) ?? '')?.hostname ?? '';
  return [...keysOfFile({ url, size }), ...sitesAbove(host).map(keyOfSite)];
}

/** The host and the names above it, without the last: one of them is its registrable domain. */
function sitesAbove(host: string): string[] {
  if (host === '') return [];
  // An address of IPv4 or IPv6, or a name without a dot.
  if (/^[\d.]+$|:/.test(host) || !host.includes('.')) return [host];
  const parts = host.split('.');
  return parts
    .slice(0, -1)
    .map((_, at) => parts.slice(at).join('.'))
    .slice(-MAX_SITES);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
