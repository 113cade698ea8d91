import type { Site } from '../model/sites';

/** What the cookies of a login say about its cluster (docs/PROTOCOL.md, section 1.3). Untrusted. */
export interface ClusterHints {
  /** Value of `store-idc`. */
  idc?: string;
  /** Value of `store-country-code`. */
  country?: string;
}

/**
 * The clusters of a site in the order in which they are asked: the one that `store-idc` names, then the one of
 * `store-country-code`, then the others as listed. A hint alone decides nothing. Pure.
 */
export function clusterByHints(
  clusters: readonly Site[],
  { idc = '', country = '' }: ClusterHints,
): Site[] {
  const [center, land] = [idc.toLowerCase(), country.toLowerCase()];
  const byCenter = clusters.filter(({ hints }) =>
    hints.idc.some((beginning) => center.startsWith(beginning)),
  );
  const naming = clusters.filter(
    ({ hints: { countries } }) => countries !== 'others' && countries.includes(land),
  );
  const others = clusters.filter(({ hints }) => hints.countries === 'others');
  const byCountry = /^[a-z]{2}$/.test(land)
    ? [...naming, ...(naming.length > 0 ? [] : others)]
    : [];
  return [...new Set([...byCenter, ...byCountry, ...clusters])];
}
