import type { Simulator } from '@/simulator/simulator';

type Request = Simulator['requests'][number];
type Log = Pick<Simulator, 'requests'>;

/** Requests to a host after the first `skip` of all. */
export function requestsTo({ requests }: Log, host: string, skip = 0): Request[] {
  return requests.slice(skip).filter(({ url }) => new URL(url).hostname === host);
}

/** How many cookies went with these. */
export function cookiesIn(requests: readonly Request[]): number {
  return requests.reduce((sum, { sender }) => sum + sender.cookies, 0);
}

/** Requests with the address of the extension in any of their headers. */
export function requestsNamingUs({ requests }: Log): string[] {
  return requests
    .filter(({ sender }) => sender.namesExtension)
    .map(({ method, url, sender }) => `${method} ${url} ${sender.origin ?? ''}`);
}
