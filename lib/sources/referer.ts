/**
 * The Referer that a browser sends for an image by default (`strict-origin-when-cross-origin`), which
 * hotlink protection expects: the whole address to the page's own origin, only the origin to others,
 * nothing from https to http. Never a fragment, user name or password.
 * @param policy `referrerpolicy` of the image; it may make the Referer shorter, never longer
 * @returns undefined if a browser would send none
 */
export function refererFor(pageUrl: string, imageUrl: string, policy = ''): string | undefined {
  const page = URL.parse(pageUrl);
  const image = URL.parse(imageUrl);
  if (!page || !image || !/^https?:$/.test(page.protocol)) return undefined;
  if (page.protocol === 'https:' && image.protocol === 'http:') return undefined;
  const isCross = page.origin !== image.origin;
  if (policy === 'no-referrer' || (isCross && policy === 'same-origin')) return undefined;
  if (isCross || /^(strict-)?origin$/.test(policy)) return `${page.origin}/`;
  page.hash = '';
  page.username = '';
  page.password = '';
  return page.href;
}
