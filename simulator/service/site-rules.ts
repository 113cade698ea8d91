import type { Call } from './call';
import type { Account } from './world';

/** Headers that a page of Dreamina may send to the API, which is of another origin, lower case. */
export const PAGE_HEADERS: readonly string[] = [
  ...['accept', 'content-type', 'app-sdk-version', 'appid', 'appvr', 'device-time', 'sign'],
  ...['sign-ver', 'pf', 'lan', 'loc', 'tdid', 'accept-language', 'store-country-code'],
  'store-country-code-src',
];

/** A parameter or header, and what it may be. */
type Rule = readonly [name: string, wanted: readonly string[]];

/** Countries that a client may name: those of the account, of its cluster, and of the cookies. */
function countriesOf({ headers, cluster }: Call, account: Account | undefined): string[] {
  const [, hint] =
    /(?:^|;\s*)store-country-code=([a-z]{2})(?:;|$)/.exec(headers.get('cookie') ?? '') ?? [];
  return [...new Set([account?.country, cluster.country, hint])].filter(
    (each) => each !== undefined,
  );
}

/**
 * The problems of the headers that tell a site which client speaks (docs/PROTOCOL.md, section 2.1). Dreamina checks
 * more than Jimeng, where clients that send less are known to work.
 */
export function siteHeaders(call: Call, account: Account): string[] {
  const { headers, cluster } = call;
  const client: Rule[] = [
    ['Appid', [String(cluster.aid)]],
    ['Pf', ['7']],
  ];
  if (cluster.site === 'jimeng') return problemsIn('', client, (name) => headers.get(name), true);
  const countries = countriesOf(call, account);
  const abroad: Rule[] = [
    ['App-Sdk-Version', ['48.0.0']],
    ['Lan', ['en']],
    ['Loc', countries.flatMap((country) => [country, country.toUpperCase()])],
    ['Tdid', ['']],
  ];
  const store: Rule[] = [
    ['Store-Country-Code', countries],
    ['Store-Country-Code-Src', ['uid']],
  ];
  const read = (name: string) => headers.get(name);
  const hasStore = store.some(([name]) => headers.has(name));
  return [
    ...problemsIn('', [...client, ...abroad], read, true),
    ...problemsIn('', store, read, hasStore),
  ];
}

/**
 * The problems of the query (docs/PROTOCOL.md, section 2.2).
 *
 * @param required whether every parameter must be there; at Dreamina every call of `/mweb` needs them
 */
export function siteQuery(
  call: Call,
  account: Account | undefined,
  client: { daVersion: string; webVersion?: string },
  required: boolean,
): string[] {
  const { cluster, url } = call;
  const isAbroad = cluster.site === 'dreamina';
  const rules: Rule[] = [
    ['aid', [String(cluster.aid)]],
    ['device_platform', ['web']],
    ['region', isAbroad ? regionsOf(call, account) : jimengRegions(client)],
    ['da_version', [client.daVersion]],
  ];
  if (client.webVersion !== undefined) rules.push(['web_version', [client.webVersion]]);
  const optional: Rule[] = [
    ['os', ['windows', 'mac']],
    ['aigc_features', ['app_lip_sync']],
    ['web_component_open_flag', ['0']],
    ['commerce_with_input_video', ['1']],
  ];
  const read = (name: string) => url.searchParams.get(name);
  const isCommerce = isAbroad && url.hostname === cluster.commerceHost;
  return [
    ...problemsIn('query ', rules, read, required || (isAbroad && !isCommerce)),
    ...(isAbroad ? problemsIn('query ', optional, read, false) : []),
  ];
}

function jimengRegions({ webVersion }: { webVersion?: string }): string[] {
  return webVersion === undefined ? ['CN'] : ['CN', 'cn'];
}

/** Clients name the cluster or the country, in either case. */
function regionsOf(call: Call, account: Account | undefined): string[] {
  const names = [call.cluster.region, ...countriesOf(call, account)];
  return names.flatMap((name) => [name.toUpperCase(), name.toLowerCase()]);
}

function problemsIn(
  kind: string,
  rules: readonly Rule[],
  read: (name: string) => string | null,
  required: boolean,
): string[] {
  return rules
    .filter(([name, wanted]) => {
      const value = read(name);
      return value === null ? required : !wanted.includes(value);
    })
    .map(([name, wanted]) => `${kind}${name} must be "${wanted[0]}", not "${read(name) ?? ''}"`);
}
