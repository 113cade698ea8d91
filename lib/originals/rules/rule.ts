/** How a host, or a program that many hosts use, encodes the size of an image in its address. Plain data. */
export interface Rule {
  name: string;
  /**
   * `i.pximg.net`, or `*.imgix.net` for every host below. Absent: any host, and the path or the query is
   * unmistakable.
   */
  hosts?: readonly string[];
  /** Replacements in the path. Each pattern that matches makes one candidate; one must match. */
  paths?: readonly (readonly [pattern: RegExp, replacement: string])[];
  /** Parameters to remove. */
  drop?: readonly string[] | 'all';
  /** Parameters to replace; one of them must be there, unless a path matches. */
  set?: Readonly<Record<string, string>>;
  /** Host of the original, if it is another. */
  host?: string;
  /** Referer that the host wants. */
  referer?: string;
  /** A signature belongs to the resizer, and the original is public without it. */
  ignoresSignature?: true;
  /** The host has nothing larger for the public, or forbids it: none of its addresses is changed. */
  leavesAlone?: true;
}

/** A real address of a rule, for the tests. Not shipped. */
export interface Example {
  /** Name of the rule. */
  rule: string;
  url: string;
  /** The candidates, in order. */
  larger: readonly string[];
  /** An address of another shape, which has no larger version. */
  other: string;
  /** Where the form is described. */
  source: string;
  /** When it was looked up, year and month. */
  date: string;
}

/** Parameters by which image servers set size, crop and quality. */
export const SIZE_PARAMETERS: readonly string[] = [
  ...['w', 'h', 'width', 'height', 'wid', 'hei', 'size', 'resize', 'fit', 'crop', 'rect', 'dpr'],
  ...['q', 'quality', 'auto', 'strip', 'blur', 'sharp', 'usm', 'mode', 'scale', 'format', 'fm'],
  ...['ar', 'max-w', 'max-h', 'maxwidth', 'maxheight', 'max_w', 'max_h', 'imwidth', 'nf_resize'],
];

/** Whether an address is on one of the hosts of a rule. */
export function isOnHost({ hosts }: Rule, { hostname }: URL): boolean {
  if (!hosts) return true;
  return hosts.some((host) =>
    host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host,
  );
}

/** The candidates of a rule for an address on one of its hosts; none if the address has another shape. */
export function applyRule(rule: Rule, url: URL): URL[] {
  const { paths } = rule;
  if (!paths) return changed(url, withQuery(rule, url, url.pathname));
  return paths.flatMap(([pattern, replacement]) => {
    const path = url.pathname.replace(pattern, replacement);
    return path === url.pathname ? [] : changed(url, withQuery(rule, url, path));
  });
}

function withQuery({ drop = [], set = {}, host }: Rule, url: URL, path: string): URL {
  const candidate = new URL(url);
  candidate.pathname = path;
  candidate.hash = '';
  if (host) candidate.hostname = host;
  if (drop === 'all') candidate.search = '';
  else {
    // Even a removal of nothing writes the query anew.
    for (const name of drop) {
      if (candidate.searchParams.has(name)) candidate.searchParams.delete(name);
    }
  }
  for (const [name, value] of Object.entries(set)) {
    if (candidate.searchParams.has(name)) candidate.searchParams.set(name, value);
  }
  return candidate;
}

function changed(from: URL, to: URL): URL[] {
  const before = new URL(from);
  before.hash = '';
  return before.href === to.href ? [] : [to];
}
