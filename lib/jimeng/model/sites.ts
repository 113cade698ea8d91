import type { Target, Tool } from './tools';

/** The sites as people know them. A person has an account at one of them, or at both. */
export const SITE_NAMES = ['jimeng', 'dreamina'] as const;
export type SiteName = (typeof SITE_NAMES)[number];

/** A value for each site. */
export function perSite<T>(make: (name: SiteName) => T): Record<SiteName, T> {
  return Object.fromEntries(SITE_NAMES.map((name) => [name, make(name)])) as Record<SiteName, T>;
}

/** The same for values that are read, all at once. */
export async function readPerSite<T>(
  read: (name: SiteName) => Promise<T>,
): Promise<Record<SiteName, T>> {
  const values = SITE_NAMES.map(async (name) => [name, await read(name)] as const);
  return Object.fromEntries(await Promise.all(values)) as Record<SiteName, T>;
}

/** One record each. The two clusters of Dreamina are one site to people, and two to the client. */
export const SITE_IDS = ['jimeng', 'dreamina-us', 'dreamina-sg'] as const;
export type SiteId = (typeof SITE_IDS)[number];

/** Paths about credits and benefits. */
export const COMMERCE = /^\/commerce\//;

/** One cluster of a site, as data. Facts and their strength: docs/PROTOCOL.md, section 1. */
export interface Site {
  id: SiteId;
  name: SiteName;
  /** Not known to work: nobody has reported a success yet. */
  isBeta: boolean;
  /** Origin of the pages. */
  origin: string;
  /** Origin of `/mweb/*`. */
  api: string;
  /** Origin of `/commerce/*`. */
  commerce: string;
  /** Paths of the pages that calls name as their `Referer`. Calls about credits come from a page of their own. */
  referers: { calls: string; credits: string };
  /** Application id, sent in headers, query and body. */
  aid: number;
  imagex: {
    serviceId: string;
    /** API host if the token names none, or one that does not answer. */
    host: string;
    /** SigV4 regions if the token names none: each is tried once after a signature error, in this order. */
    regions: readonly [string, ...string[]];
    /** SigV4 region of each short name in a token. */
    regionNames: Readonly<Record<string, string>>;
    /** Further query parameters of the apply call. */
    applyQuery: Readonly<Record<string, string>>;
  };
  /** Whether orders leave from the background, or only from the site's own page (docs/PROTOCOL.md, section 2.6). */
  orders: 'background' | 'page';
  /** The page that can send orders. */
  page: {
    path: string;
    /** Query parameters that its code adds when it signs a request. */
    signatures: readonly string[];
    /** Headers beyond the common ones that pass the preflight of a request from the page, lower case. */
    headers: readonly string[];
  };
  /**
   * Names of the session cookie. The page sets several with the same value; the service accepts any of them.
   * Their value is never read here.
   */
  cookie: { names: readonly string[]; url: string };
  /** Domain of the pages and of the login, subdomains included. */
  domain: string;
  /** `Lan` header. */
  language: string;
  /** `Loc` header, unless a cookie names the country of the account. */
  location: string;
  /** Cookie with the country of the account, in lower case. Absent: no request names that country. */
  countryCookie?: string;
  /** Cookie with the data centre of the account. */
  idcCookie?: string;
  /** `region` in the query. */
  region: string;
  /** Whether the query carries `webId`, the id of this browser in the page's own cookie. */
  hasWebId: boolean;
  /** Whether calls below `/commerce/` have the usual query. */
  hasCommerceQuery: boolean;
  /** Free read that names the account. Absent: none is known, so the login stands for the account. */
  accountPath?: string;
  /** Digits of `extend.workspace_id` if the account lists no workspace. Absent: the field is left out. */
  defaultWorkspaceId?: string;
  /** How cookies of the login hint at this cluster. A hint is confirmed by a read. */
  hints: {
    /** Beginnings of `store-idc`. */
    idc: readonly string[];
    /** Values of `store-country-code`. `others`: every country that no other cluster names. */
    countries: readonly string[] | 'others';
  };
  /** Domains that uploads may go to, subdomains included. */
  uploadDomains: readonly string[];
  /** Domains that results may come from, subdomains included. */
  resultDomains: readonly string[];
  /**
   * Upscalers in the order in which Automatic tries them, and their sizes. Smart HD comes first: every public live
   * test of super-resolution with an uploaded image failed (docs/PROTOCOL.md, section 4.2).
   */
  upscalers: readonly [Tool, ...Tool[]];
  targets: readonly Target[];
  /** Whether prices were reported. If not, the first order of a kind goes alone, to show what it costs. */
  isPriceKnown: boolean;
}

/** Mainland China: 即梦. */
export const JIMENG_CN: Site = {
  id: 'jimeng',
  name: 'jimeng',
  isBeta: false,
  origin: 'https://jimeng.jianying.com',
  api: 'https://jimeng.jianying.com',
  commerce: 'https://jimeng.jianying.com',
  // The service checks that of the credits (docs/PROTOCOL.md, section 7).
  referers: { calls: '/', credits: '/ai-tool/image/generate' },
  aid: 513695,
  imagex: {
    serviceId: 'tb4s082cfz',
    host: 'imagex.bytedanceapi.com',
    regions: ['cn-north-1'],
    regionNames: { cn: 'cn-north-1' },
    applyQuery: {},
  },
  orders: 'background',
  page: { path: '/ai-tool/home', signatures: ['a_bogus', 'msToken'], headers: [] },
  cookie: {
    names: ['sessionid', 'sessionid_ss', 'sid_tt'],
    url: 'https://jimeng.jianying.com/',
  },
  domain: 'jianying.com',
  language: 'zh-Hans',
  location: 'cn',
  region: 'CN',
  hasWebId: true,
  hasCommerceQuery: false,
  accountPath: '/mweb/v1/get_user_info',
  hints: { idc: [], countries: [] },
  uploadDomains: ['jianying.com', 'bytedanceapi.com', 'snssdk.com', 'douyin.com', 'byteimg.com'],
  resultDomains: ['byteimg.com'],
  upscalers: ['smart-hd', 'super-resolution', 'fast-hd'],
  targets: ['2k', '4k'],
  isPriceKnown: true,
};

/** What both clusters of international Dreamina share. */
const DREAMINA = {
  name: 'dreamina',
  isBeta: true,
  origin: 'https://dreamina.capcut.com',
  referers: { calls: '/ai-tool/home', credits: '/ai-tool/home' },
  aid: 513641,
  orders: 'page',
  page: {
    path: '/ai-tool/home',
    signatures: ['msToken', 'X-Bogus', 'a_bogus'],
    headers: ['store-country-code', 'store-country-code-src'],
  },
  cookie: {
    names: ['sessionid', 'sessionid_ss', 'sid_tt'],
    url: 'https://dreamina.capcut.com/',
  },
  domain: 'capcut.com',
  language: 'en',
  countryCookie: 'store-country-code',
  idcCookie: 'store-idc',
  hasWebId: false,
  hasCommerceQuery: true,
  defaultWorkspaceId: '0',
  upscalers: ['smart-hd', 'fast-hd'],
  targets: ['2k', '4k'],
  isPriceKnown: false,
} as const satisfies Partial<Site>;

/** Dreamina for accounts of the United States. */
export const DREAMINA_US: Site = {
  ...DREAMINA,
  id: 'dreamina-us',
  api: 'https://dreamina-api.us.capcut.com',
  commerce: 'https://commerce.us.capcut.com',
  imagex: {
    serviceId: 'wopfjsm1ax',
    host: 'imagex16-normal-us-ttp.capcutapi.us',
    regions: ['ap-singapore-1', 'us-east-1'],
    regionNames: {},
    applyQuery: { device_platform: 'web' },
  },
  location: 'us',
  region: 'US',
  hints: { idc: ['useast', 'uswest'], countries: ['us'] },
  uploadDomains: ['capcutapi.us', 'capcutapi.com'],
  resultDomains: ['capcutcdn-us.com'],
};

/** Dreamina for accounts of all other countries. */
export const DREAMINA_SG: Site = {
  ...DREAMINA,
  id: 'dreamina-sg',
  api: 'https://mweb-api-sg.capcut.com',
  commerce: 'https://commerce-api-sg.capcut.com',
  imagex: {
    serviceId: 'wopfjsm1ax',
    host: 'imagex-normal-sg.capcutapi.com',
    regions: ['ap-singapore-1', 'ap-southeast-1'],
    regionNames: {},
    applyQuery: { device_platform: 'web' },
  },
  location: 'sg',
  region: 'SG',
  hints: { idc: ['alisg', 'sg', 'my'], countries: 'others' },
  uploadDomains: ['capcutapi.com', 'vodupload.com', 'byteoversea.com'],
  resultDomains: ['ibyteimg.com'],
};

/** The clusters of each site. Without a hint the first is asked first. */
export const SITES: Readonly<Record<SiteName, readonly [Site, ...Site[]]>> = {
  jimeng: [JIMENG_CN],
  dreamina: [DREAMINA_SG, DREAMINA_US],
};

/** Address of the page where people sign in to a site, and which sends its orders. */
export function pageUrlOf(name: SiteName): string {
  const [{ origin, page }] = SITES[name];
  return origin + page.path;
}

/**
 * Domains of all clusters of a site, for uploads or for results: the person allows them together, and any cluster
 * may name any of them.
 */
export function domainsOf(name: SiteName, kind: 'uploadDomains' | 'resultDomains'): string[] {
  return [...new Set(SITES[name].flatMap((site) => site[kind]))];
}

/** Why the extension needs access to a domain of a site. */
export type AccessReason = 'account' | 'upload' | 'result';

/** Access to one domain of a site. */
export interface DomainAccess {
  domain: string;
  reasons: readonly AccessReason[];
  /** Match patterns. */
  patterns: readonly string[];
}

/**
 * The access that a site needs, for all of its clusters: the person is asked for it once, and for no other site.
 * The domain of the login is named under both schemes: the cookie is not `Secure`, and Chromium reports its changes
 * only to extensions that may access `http:` as well (measured in Chromium 156).
 */
export function accessOf(name: SiteName): DomainAccess[] {
  const reasons = new Map<string, Set<AccessReason>>();
  const note = (domain: string, reason: AccessReason) =>
    reasons.set(domain, (reasons.get(domain) ?? new Set()).add(reason));
  for (const { domain, uploadDomains, resultDomains } of SITES[name]) {
    note(domain, 'account');
    for (const each of uploadDomains) note(each, 'upload');
    for (const each of resultDomains) note(each, 'result');
  }
  return [...reasons].map(([domain, why]) => ({
    domain,
    reasons: [...why],
    patterns: [`https://*.${domain}/*`, ...(why.has('account') ? [`http://*.${domain}/*`] : [])],
  }));
}

/**
 * Domains of the service, mainland and international, and of its company's other products. Images on them are
 * fetched without cookies: the session is for orders alone.
 * Source: docs/PROTOCOL.md, section 1, and the pages of the sites.
 */
const SERVICE_DOMAINS: readonly string[] = [
  ...Object.values(SITES)
    .flat()
    .flatMap(({ domain, uploadDomains, resultDomains }) => [
      domain,
      ...uploadDomains,
      ...resultDomains,
    ]),
  'dreamina.com',
  'bytedance.com',
  'douyinpic.com',
  'tiktok.com',
];

/** Whether a host belongs to the service. @param host without a trailing dot */
export function isServiceHost(host: string): boolean {
  return SERVICE_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
