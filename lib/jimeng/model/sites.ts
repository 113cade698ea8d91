/** One site of the service, as data. Facts: docs/PROTOCOL.md, section 1. */
export interface Site {
  /** Origin of the pages and of the API. */
  origin: string;
  /** Application id, sent in headers, query and body. */
  aid: number;
  imagex: {
    serviceId: string;
    /** API host if the token names none, or one that does not answer. */
    host: string;
    /** SigV4 region if the token names none. */
    region: string;
    /** SigV4 region of each short name in a token. */
    regions: Readonly<Record<string, string>>;
  };
  /** The page that can send orders (docs/PROTOCOL.md, section 2.6). */
  page: {
    path: string;
    /** Query parameters that its code adds when it signs a request. */
    signatures: readonly string[];
  };
  /**
   * Names of the session cookie. The page sets several with the same value; the service accepts any of them.
   * Their value is never read here.
   */
  cookie: { names: readonly string[]; url: string };
  /** `Lan` and `Loc` headers, and `region` in the query. */
  language: string;
  location: string;
  region: string;
  /** Domains that uploads may go to, subdomains included. The manifest lists the same. */
  uploadDomains: readonly string[];
  /** Domains that results may come from, subdomains included. */
  resultDomains: readonly string[];
}

/** Mainland China: 即梦. */
export const JIMENG_CN: Site = {
  origin: 'https://jimeng.jianying.com',
  aid: 513695,
  imagex: {
    serviceId: 'tb4s082cfz',
    host: 'imagex.bytedanceapi.com',
    region: 'cn-north-1',
    regions: { cn: 'cn-north-1' },
  },
  page: { path: '/ai-tool/home', signatures: ['a_bogus', 'msToken'] },
  cookie: {
    names: ['sessionid', 'sessionid_ss', 'sid_tt'],
    url: 'https://jimeng.jianying.com/',
  },
  language: 'zh-Hans',
  location: 'cn',
  region: 'CN',
  uploadDomains: ['jianying.com', 'bytedanceapi.com', 'snssdk.com', 'douyin.com', 'byteimg.com'],
  resultDomains: ['byteimg.com'],
};

/**
 * Domains of the service, mainland and international, and of its company's other products. Images on them are
 * fetched without cookies: the session is for orders alone.
 * Source: docs/PROTOCOL.md, section 1, and the pages of the sites.
 */
const SERVICE_DOMAINS: readonly string[] = [
  ...JIMENG_CN.uploadDomains,
  'capcut.com',
  'capcutapi.com',
  'dreamina.com',
  'bytedance.com',
  'ibyteimg.com',
  'byteoversea.com',
  'vodupload.com',
  'douyinpic.com',
  'tiktok.com',
];

/** Whether a host belongs to the service. @param host without a trailing dot */
export function isServiceHost(host: string): boolean {
  return SERVICE_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
