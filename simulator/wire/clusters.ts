/** The sites as people know them. */
export const SITE_NAMES = ['jimeng', 'dreamina'] as const;
export type SiteName = (typeof SITE_NAMES)[number];

/** International Dreamina runs in two clusters. An account lives in one of them. */
export const CLUSTER_IDS = ['jimeng', 'dreamina-us', 'dreamina-sg'] as const;
export type ClusterId = (typeof CLUSTER_IDS)[number];

/** One cluster of the service: its hosts, and the constants that its calls must carry. */
export interface Cluster {
  id: ClusterId;
  site: SiteName;
  /** Host of the pages. Both clusters of Dreamina share one. */
  pageHost: string;
  /** Host of `/mweb/*`. */
  apiHost: string;
  /** Host of `/commerce/*`. */
  commerceHost: string;
  imagexHost: string;
  /** Upload hosts in the order of the service. */
  uploadHosts: readonly string[];
  fallbackUploadHosts: readonly string[];
  resultHosts: readonly string[];
  /** Hosts under domains that no list of the extension names. */
  foreignUploadHosts: readonly string[];
  foreignResultHosts: readonly string[];
  /** Application id in header, query and body. */
  aid: number;
  serviceId: string;
  /** Beginning of every URI in the store, without the slash. */
  store: string;
  /** SigV4 regions that clients use with success. */
  signingRegions: readonly [string, ...string[]];
  /** Domain of the session cookie, with its dot. */
  cookieDomain: string;
  /** Query parameters that the page's code adds when it signs. */
  signatures: readonly [token: string, bogus: string];
  /** `region` in the query. */
  region: string;
  /** Country of an account, if nothing else is said; lower case. */
  country: string;
  /** Value of the cookie `store-idc`. */
  idc: string;
}

const JIMENG: Cluster = {
  id: 'jimeng',
  site: 'jimeng',
  pageHost: 'jimeng.jianying.com',
  apiHost: 'jimeng.jianying.com',
  commerceHost: 'jimeng.jianying.com',
  imagexHost: 'imagex.bytedanceapi.com',
  uploadHosts: ['tos-d-x-lf.douyin.com', 'tos-hl-x.snssdk.com'],
  fallbackUploadHosts: ['tos-lf-x.snssdk.com'],
  resultHosts: ['p3-dreamina-sign.byteimg.com', 'p26-dreamina-sign.byteimg.com'],
  // They exist in the simulator only.
  foreignUploadHosts: ['tos-x-up.bytedns-up.net'],
  foreignResultHosts: ['p16-dreamina-sign.bytedns-img.net', 'p9-dreamina-sign.bytedns-pic.com'],
  aid: 513695,
  serviceId: 'tb4s082cfz',
  store: 'tos-cn-i-tb4s082cfz',
  signingRegions: ['cn-north-1'],
  cookieDomain: '.jianying.com',
  signatures: ['msToken', 'a_bogus'],
  region: 'CN',
  country: 'cn',
  idc: 'lf',
};

const DREAMINA = {
  site: 'dreamina',
  pageHost: 'dreamina.capcut.com',
  aid: 513641,
  serviceId: 'wopfjsm1ax',
  cookieDomain: '.capcut.com',
  signatures: ['msToken', 'X-Bogus'],
} as const satisfies Partial<Cluster>;

const DREAMINA_US: Cluster = {
  ...DREAMINA,
  id: 'dreamina-us',
  apiHost: 'dreamina-api.us.capcut.com',
  commerceHost: 'commerce.us.capcut.com',
  imagexHost: 'imagex16-normal-us-ttp.capcutapi.us',
  // No capture names an upload host of this cluster: these exist in the simulator only.
  uploadHosts: ['tos-simulator-only.capcutapi.us'],
  fallbackUploadHosts: ['tos-simulator-only-2.capcutapi.us'],
  resultHosts: ['p16-dreamina-sign-useast5.capcutcdn-us.com'],
  foreignUploadHosts: ['tos-us-up.bytedns-up.net'],
  // Of this domain only the name is known, and no host below it.
  foreignResultHosts: ['p16-dreamina-sign-us.capcutcdn-eu.com'],
  store: 'tos-useast5-i-wopfjsm1ax-tx',
  signingRegions: ['ap-singapore-1', 'us-east-1'],
  region: 'US',
  country: 'us',
  idc: 'useast5',
};

const DREAMINA_SG: Cluster = {
  ...DREAMINA,
  id: 'dreamina-sg',
  apiHost: 'mweb-api-sg.capcut.com',
  commerceHost: 'commerce-api-sg.capcut.com',
  imagexHost: 'imagex-normal-sg.capcutapi.com',
  uploadHosts: ['tos-my216-share.vodupload.com', 'tos-my16-share.vodupload.com'],
  fallbackUploadHosts: ['tos-d-alisg16-up.byteoversea.com'],
  resultHosts: ['p16-dreamina-sign-sg.ibyteimg.com', 'p19-dreamina-sign-sg.ibyteimg.com'],
  foreignUploadHosts: ['tos-sg-up.bytedns-up.net'],
  foreignResultHosts: ['p16-dreamina-sign-sg.capcutcdn-eu.com'],
  store: 'tos-alisg-i-wopfjsm1ax-sg',
  signingRegions: ['ap-singapore-1', 'ap-southeast-1'],
  region: 'SG',
  country: 'sg',
  idc: 'alisg',
};

/**
 * The simulator's own table. It repeats the facts of docs/PROTOCOL.md, section 1, and never reads those of the
 * client: a mistake there must fail here.
 */
export const CLUSTERS: Readonly<Record<ClusterId, Cluster>> = {
  jimeng: JIMENG,
  'dreamina-us': DREAMINA_US,
  'dreamina-sg': DREAMINA_SG,
};

/** The clusters of each site; the first is where an account lives if nothing else is said. */
export const CLUSTERS_OF: Readonly<Record<SiteName, readonly [Cluster, ...Cluster[]]>> = {
  jimeng: [JIMENG],
  dreamina: [DREAMINA_SG, DREAMINA_US],
};

const ALL = Object.values(CLUSTERS);

/** The hosts of a cluster that the extension knows by their domain. */
function listedHosts(cluster: Cluster): string[] {
  const { pageHost, apiHost, commerceHost, imagexHost } = cluster;
  const own = [pageHost, apiHost, commerceHost, imagexHost];
  return [...own, ...uploadHosts(cluster), ...cluster.resultHosts];
}

function uploadHosts({ uploadHosts: main, fallbackUploadHosts }: Cluster): string[] {
  return [...main, ...fallbackUploadHosts];
}

/** Every host of every cluster. */
export const SERVICE_HOSTS: readonly string[] = [
  ...new Set(
    ALL.flatMap((cluster) => [
      ...listedHosts(cluster),
      ...cluster.foreignUploadHosts,
      ...cluster.foreignResultHosts,
    ]),
  ),
];

/** What a host does in its cluster. */
export type Role = 'site' | 'imagex' | 'upload' | 'result';

/** The role and the cluster of a host of the service. A page of both clusters belongs to the first. */
export function roleOf(host: string): { role: Role; cluster: Cluster } | undefined {
  for (const cluster of [JIMENG, DREAMINA_SG, DREAMINA_US]) {
    const role = roleIn(cluster, host);
    if (role) return { role, cluster };
  }
  return undefined;
}

function roleIn(cluster: Cluster, host: string): Role | undefined {
  const { pageHost, apiHost, commerceHost, imagexHost, resultHosts } = cluster;
  if ([pageHost, apiHost, commerceHost].includes(host)) return 'site';
  if (host === imagexHost) return 'imagex';
  if ([...uploadHosts(cluster), ...cluster.foreignUploadHosts].includes(host)) return 'upload';
  if ([...resultHosts, ...cluster.foreignResultHosts].includes(host)) return 'result';
  return undefined;
}

/** The cluster of a host that the extension knows by its domain; undefined for any other host. */
export function listedCluster(host: string): Cluster | undefined {
  return [JIMENG, DREAMINA_SG, DREAMINA_US].find((cluster) => listedHosts(cluster).includes(host));
}
