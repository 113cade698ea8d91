/**
 * The URL, if it is https, has no user, password or port, and its host is one of the domains or a
 * subdomain. Servers name hosts that we then call, so only an exact domain boundary counts:
 * `evilbyteimg.com` and `byteimg.com.evil.net` are not `byteimg.com`.
 */
export function allowedUrl(text: string, domains: readonly string[]): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = url.protocol === 'https:' && !url.username && !url.password && !url.port;
  const within = domains.some(
    (domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`),
  );
  return plain && within ? url : undefined;
}
