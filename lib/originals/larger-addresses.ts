import { RULES } from './all-rules';
import { innerAddresses } from './forms';
import { GENERAL } from './rules/general';
import { applyRule, isOnHost, type Rule } from './rules/rule';
import { isSigned } from './signed';

/** An address that may hold a larger version of a picture. */
export interface LargerAddress {
  url: string;
  /** The page names it; a rule for the host; or it is part of another address. */
  by: 'page' | 'rule' | 'form';
  /** Referer that the host wants. Only from a rule for this very host. */
  referer?: string;
}

const MAX_ADDRESS = 8_192;
/** Candidates of one address: two rules with two candidates each. */
const MAX_OF_ONE = 4;
const MAX_ALL = 12;

/**
 * Addresses that may hold a larger version, the most promising first, each once, never the shown one. Nothing is
 * certain: whoever uses one compares the pictures.
 * @param shown address of the picture; undefined if it has none
 * @param named what the page names for it: the link, `srcset`, lazy-loading attributes
 */
export function largerAddresses(
  shown: string | undefined,
  named: readonly string[],
): LargerAddress[] {
  const found = new Map<string, LargerAddress>();
  const add = (one: LargerAddress): void => {
    if (one.url !== shown && !found.has(one.url)) found.set(one.url, one);
  };
  for (const address of named) {
    // Megabytes in an attribute are no address of a larger version.
    if (!address || /^data:/i.test(address)) continue;
    for (const inner of innerAddresses(address, false)) addWithRules(inner, 'form', add);
    addWithRules(address, 'page', add);
  }
  if (shown) {
    for (const inner of withoutAlone(shown)) addWithRules(inner, 'form', add);
    for (const larger of byRules(shown)) add(larger);
  }
  return [...found.values()].slice(0, MAX_ALL);
}

function addWithRules(
  url: string,
  by: LargerAddress['by'],
  add: (one: LargerAddress) => void,
): void {
  for (const larger of byRules(url)) add(larger);
  add({ url, by });
}

function withoutAlone(shown: string): string[] {
  const url = parse(shown);
  return url && !isLeftAlone(url) ? innerAddresses(shown, true) : [];
}

/** Larger versions of one address by the rules of its host, the most promising first. */
export function byRules(address: string): LargerAddress[] {
  const url = parse(address);
  if (!url || isLeftAlone(url)) return [];
  const isBound = isSigned(url);
  const own = RULES.filter((rule) => isOnHost(rule, url));
  const rules = own.filter(({ ignoresSignature }) => !isBound || ignoresSignature);
  const found = chained(rules, url);
  // A host whose form is known needs no guess.
  if (found.length > 0 || isBound || own.some(({ hosts }) => hosts)) return found;
  return chained(GENERAL, url);
}

function chained(rules: readonly Rule[], url: URL): LargerAddress[] {
  // Several rules may apply: a host may have one size in the path and another in the query.
  let candidates = [url];
  let referer: string | undefined;
  for (const rule of rules) {
    const next = candidates.flatMap((one) => {
      const larger = isOnHost(rule, one) ? applyRule(rule, one) : [];
      if (larger.length > 0) referer ??= rule.referer;
      return larger.length > 0 ? larger : [one];
    });
    candidates = next.slice(0, MAX_OF_ONE);
  }
  return candidates
    .filter(({ href }) => href !== url.href)
    .map(({ href }) => ({ url: href, by: 'rule', ...(referer !== undefined && { referer }) }));
}

function parse(address: string): URL | null {
  return address.length <= MAX_ADDRESS && /^https?:/i.test(address) ? URL.parse(address) : null;
}

function isLeftAlone(url: URL): boolean {
  return RULES.some((rule) => rule.leavesAlone && isOnHost(rule, url));
}
