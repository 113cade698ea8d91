import { CDN_RULES } from './cdn-rules';

/** A changed address no longer fits its signature, and looks like an attack to the host. */
const SIGNED =
  /^(?:x-(?:amz|goog|oss|cos|tos|bce|obs|signature|expires)(?:-.*)?|sig|sign|signature|token|auth(?:_?key)?|access_?token|expires?|exp|hmac|hash|key-pair-id|policy|se|sp|sv|oh|oe|_nc_.*|e|st|ixs|s)$/i;

/** GitHub's size and Photon's checksum-less `ssl` are no signatures. */
const NO_SIGNATURE: readonly (readonly [RegExp, string])[] = [
  [/^avatars\d*\.githubusercontent\.com$/, 's'],
];

/** Whether an address carries a signature or an expiry of any kind. */
export function isSigned(url: URL): boolean {
  const isFine = (name: string) =>
    NO_SIGNATURE.some(([host, harmless]) => harmless === name && host.test(url.hostname));
  const names: string[] = [];
  // In Firefox, what a script in a page sees of a URL has no iterators.
  url.searchParams.forEach((_, name) => {
    names.push(name);
  });
  const byQuery = names.some((name) => SIGNED.test(name) && !isFine(name));
  // Cloudinary signs in the path.
  return byQuery || /\/s--[\w-]{6,}--\//.test(url.pathname);
}

/** Addresses of a larger version by the rules of well-known hosts, the most promising first. */
export function cdnOriginals(address: string): string[] {
  if (!/^https?:/i.test(address)) return [];
  const url = URL.parse(address);
  if (!url || isSigned(url)) return [];
  // Rules add up: a host may hide a size in the path and another in the query.
  const all = new URL(url);
  for (const rule of CDN_RULES) rule.apply(all);
  return all.href === url.href ? [] : [all.href];
}

/**
 * The addresses to try before `shown`, each once: what a rule makes of a known larger version, the
 * version itself, then what the rules make of the shown address.
 */
export function largerOriginals(shown: string | undefined, known: readonly string[]): string[] {
  const found = new Set<string>();
  for (const address of known) {
    // Megabytes in an attribute are no larger version of what is shown.
    if (!address || /^data:/i.test(address)) continue;
    for (const larger of cdnOriginals(address)) found.add(larger);
    found.add(address);
  }
  // Known addresses are facts of the page; only what is nothing but a guess goes behind them.
  for (const larger of shown ? cdnOriginals(shown) : []) found.add(larger);
  if (shown) found.delete(shown);
  return [...found];
}
