/**
 * The Referer a browser sends for an image by default (`strict-origin-when-cross-origin`), which is
 * what hosts that refuse hotlinks expect: the whole address to the page's own origin, only the
 * origin to any other, nothing from https to http. Never a fragment, user name or password.
 * @returns undefined if a browser would send none.
 */
export function refererFor(pageUrl: string, imageUrl: string): string | undefined {
  const page = URL.parse(pageUrl);
  const image = URL.parse(imageUrl);
  if (!page || !image || !/^https?:$/.test(page.protocol)) return undefined;
  if (page.protocol === 'https:' && image.protocol === 'http:') return undefined;
  if (page.origin !== image.origin) return `${page.origin}/`;
  page.hash = '';
  page.username = '';
  page.password = '';
  return page.href;
}
