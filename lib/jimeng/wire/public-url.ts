/** Ends of names that only a private network resolves, or nobody. */
const PRIVATE_NAMES =
  /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|arpa|onion|invalid)$/;
/** A name of the public DNS: at least two labels, the last one not a number. */
const PUBLIC_NAME =
  /^(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * The URL, if it is https, has no user, password or port, and its host is a name of the public DNS. Servers name
 * hosts that we then call: never an address (the parser writes every spelling of one in the same way), and never a
 * name inside a private network.
 */
export function publicUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.username || url.password || url.port) return undefined;
  return isPublicName(url.hostname) ? url : undefined;
}

function isPublicName(host: string): boolean {
  return PUBLIC_NAME.test(host) && !PRIVATE_NAMES.test(host);
}

/**
 * Whether a host is one of the domains or below one. Only an exact boundary counts: `evilbyteimg.com` and
 * `byteimg.com.evil.net` are not `byteimg.com`.
 */
export function isListed(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
