/** One site of the service, as data. Facts: docs/PROTOCOL.md, section 1. */
export interface Site {
  /** Origin of the pages and of the API. */
  origin: string;
  /** Application id, sent in headers, query and body. */
  aid: number;
  imagex: {
    serviceId: string;
    /** API host used when the token names none, or one that does not answer. */
    host: string;
    /** SigV4 region used when the token names none. */
    region: string;
    /** SigV4 region for each short name a token may carry. */
    regions: Readonly<Record<string, string>>;
  };
  /** The login cookie. Its value is never read here. */
  cookie: { name: string; url: string };
  /** `Lan` and `Loc` headers, and `region` in the query. */
  language: string;
  location: string;
  region: string;
  /** Domains, with all their subdomains, that uploads may go to: those of the manifest, no others. */
  uploadDomains: readonly string[];
  /** Domains, with all their subdomains, that results may come from. */
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
  cookie: { name: 'sessionid', url: 'https://jimeng.jianying.com/' },
  language: 'zh-Hans',
  location: 'cn',
  region: 'CN',
  uploadDomains: ['jianying.com', 'bytedanceapi.com', 'snssdk.com', 'douyin.com', 'byteimg.com'],
  resultDomains: ['byteimg.com'],
};

/**
 * Domains of the service, mainland and international, and of its company's related products. An image
 * is requested from them without cookies, because the login is only for orders.
 * Hosts: docs/PROTOCOL.md, section 1, and the pages of the sites.
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

/** Whether a host belongs to the service. @param host without a dot at its end */
export function isServiceHost(host: string): boolean {
  return SERVICE_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
