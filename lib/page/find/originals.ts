import { CDN_RULES } from './cdn-rules';

/** A changed address breaks its signature, and the host may treat the request as an attack. */
const SIGNED =
  /^(?:x-(?:amz|goog|oss|cos|tos|bce|obs|signature|expires)(?:-.*)?|sig|sign|signature|token|auth(?:_?key)?|access_?token|expires?|exp|hmac|hash|key-pair-id|policy|se|sp|sv|oh|oe|_nc_.*|e|st|ixs|s)$/i;

/** Parameters that are no signatures: GitHub's size, and Photon's `ssl`, which has no checksum. */
const NO_SIGNATURE: readonly (readonly [RegExp, string])[] = [
  [/^avatars\d*\.githubusercontent\.com$/, 's'],
];

/** Whether an address has a signature or an expiry. */
export function isSigned(url: URL): boolean {
  const isFine = (name: string) =>
    NO_SIGNATURE.some(([host, harmless]) => harmless === name && host.test(url.hostname));
  const names: string[] = [];
  // In Firefox, a URL in a content script has no iterators.
  url.searchParams.forEach((_, name) => {
    names.push(name);
  });
  const byQuery = names.some((name) => SIGNED.test(name) && !isFine(name));
  // Cloudinary puts its signature in the path.
  return byQuery || /\/s--[\w-]{6,}--\//.test(url.pathname);
}

/** Addresses of a larger version by the rules of well-known hosts, the most promising first. */
export function cdnOriginals(address: string): string[] {
  if (!/^https?:/i.test(address)) return [];
  const url = URL.parse(address);
  if (!url || isSigned(url)) return [];
  // Several rules may apply: a host may have one size in the path and another in the query.
  const all = new URL(url);
  for (const rule of CDN_RULES) rule.apply(all);
  return all.href === url.href ? [] : [all.href];
}

/**
 * The addresses to try before `shown`, each once: known larger versions after the rules, the versions
 * themselves, then the shown address after the rules.
 */
export function largerOriginals(shown: string | undefined, known: readonly string[]): string[] {
  const found = new Set<string>();
  for (const address of known) {
    // Megabytes in an attribute are no address of a larger version.
    if (!address || /^data:/i.test(address)) continue;
    for (const larger of cdnOriginals(address)) found.add(larger);
    found.add(address);
  }
  // Addresses from the page come before guesses.
  for (const larger of shown ? cdnOriginals(shown) : []) found.add(larger);
  if (shown) found.delete(shown);
  return [...found];
}
