/** A changed address breaks its signature, and the host may treat the request as an attack. */
const SIGNED =
  /^(?:x-(?:amz|goog|oss|cos|tos|bce|obs|signature|expires)(?:-(?!process$).*)?|sig|sign|signature|token|auth(?:_?key)?|access_?token|expires?|exp|hmac|hash|key-pair-id|policy|se|sp|sv|oh|oe|_nc_.*|e|st|ixs|s)$/i;

/** Parameters that are no signatures: GitHub's size. */
const NO_SIGNATURE: readonly (readonly [RegExp, string])[] = [
  [/^avatars\d*\.githubusercontent\.com$/, 's'],
  [/\.gravatar\.com$/, 's'],
  [/^cdn\.discordapp\.com$/, 's'],
];

/** Whether an address has a signature or an expiry. */
export function isSigned(url: URL): boolean {
  const isFine = (name: string) =>
    NO_SIGNATURE.some(([host, harmless]) => harmless === name && host.test(url.hostname));
  const byQuery = [...url.searchParams.keys()].some((name) => SIGNED.test(name) && !isFine(name));
  // Cloudinary puts its signature in the path.
  return byQuery || /\/s--[\w-]{6,}--\//.test(url.pathname);
}
