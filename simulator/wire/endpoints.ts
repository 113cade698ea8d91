/**
 * Endpoints of the simulator, by the names in faults and logs. This room, `wire/`, holds the names that all other
 * rooms share: hosts, endpoints, tools.
 */
export type EndpointName =
  | 'upload-token'
  | 'apply'
  | 'put'
  | 'commit'
  | 'generate'
  | 'history'
  | 'queue-info'
  | 'credits'
  | 'account'
  | 'user-info'
  | 'workspaces'
  | 'result'
  | 'page'
  | 'gallery-page'
  | 'gallery-image'
  | 'unknown';

export const SITE_HOST = 'jimeng.jianying.com';
export const IMAGEX_HOST = 'imagex.bytedanceapi.com';
/** Upload hosts in the order of the service (docs/PROTOCOL.md, section 1). */
export const UPLOAD_HOSTS = ['tos-d-x-lf.douyin.com', 'tos-hl-x.snssdk.com'] as const;
export const FALLBACK_UPLOAD_HOSTS = ['tos-lf-x.snssdk.com'] as const;
export const RESULT_HOSTS = [
  'p3-dreamina-sign.byteimg.com',
  'p26-dreamina-sign.byteimg.com',
] as const;
/** Hosts under domains that the manifest does not list. They exist in the simulator only. */
export const FOREIGN_UPLOAD_HOSTS = ['tos-x-up.bytedns-up.net'] as const;
export const FOREIGN_RESULT_HOSTS = [
  'p16-dreamina-sign.bytedns-img.net',
  'p9-dreamina-sign.bytedns-pic.com',
] as const;
export const GALLERY_HOST = 'gallery.example';
/** Hosts of the gallery's pictures; `pages/gallery.ts` says how each behaves. */
const IMAGE_HOSTS = [
  'open.example',
  'cdn.example.com',
  'hotlink.example',
  'members.example',
  'slow.example',
  'typed.example',
  'moved.example',
  'norefer.example',
  'small-pictures.imgix.net',
  'pictures.jianying.com',
  'router.local',
  'www.pixiv.net',
] as const;
/** Hosts with nothing but pictures, whose addresses have forms of their own (`pages/other-hosts.ts`). */
const PICTURE_HOSTS = ['pbs.twimg.com', 'i.pximg.net', 'images.weserv.nl'] as const;

/** All host names of the certificate. */
export const ALL_HOSTS: readonly string[] = [
  SITE_HOST,
  IMAGEX_HOST,
  ...UPLOAD_HOSTS,
  ...FALLBACK_UPLOAD_HOSTS,
  ...RESULT_HOSTS,
  ...FOREIGN_UPLOAD_HOSTS,
  ...FOREIGN_RESULT_HOSTS,
  GALLERY_HOST,
  ...IMAGE_HOSTS,
  ...PICTURE_HOSTS,
];

const SITE_PATHS: Record<string, EndpointName> = {
  '/mweb/v1/get_upload_token': 'upload-token',
  '/mweb/v1/aigc_draft/generate': 'generate',
  '/mweb/v1/get_history_by_ids': 'history',
  '/mweb/v1/get_history_queue_info': 'queue-info',
  '/commerce/v1/benefits/user_credit': 'credits',
  '/mweb/v1/get_user_info': 'user-info',
  '/mweb/v1/workspace/list': 'workspaces',
  '/passport/account/info/v2': 'account',
  '/passport/account/info/v2/': 'account',
  '/': 'page',
  '/ai-tool/home': 'page',
  '/ai-tool/image/generate': 'page',
  '/ai-tool/login': 'page',
  '/ai-tool/logout': 'page',
};

function includes(hosts: readonly string[], host: string): boolean {
  return hosts.includes(host);
}

/** The endpoint of a URL, by its host and path. */
export function endpointOf(url: URL): EndpointName {
  const host = url.hostname;
  if (host === SITE_HOST) return SITE_PATHS[url.pathname] ?? 'unknown';
  if (host === IMAGEX_HOST && url.pathname === '/') {
    const action = url.searchParams.get('Action');
    if (action === 'ApplyImageUpload') return 'apply';
    if (action === 'CommitImageUpload') return 'commit';
  }
  if (
    includes(UPLOAD_HOSTS, host) ||
    includes(FALLBACK_UPLOAD_HOSTS, host) ||
    includes(FOREIGN_UPLOAD_HOSTS, host)
  ) {
    return url.pathname.startsWith('/upload/v1/') ? 'put' : 'unknown';
  }
  if (includes(RESULT_HOSTS, host) || includes(FOREIGN_RESULT_HOSTS, host)) return 'result';
  if (includes(PICTURE_HOSTS, host)) return 'gallery-image';
  if (host === GALLERY_HOST || includes(IMAGE_HOSTS, host)) {
    return /^\/(?:images|wp-content|media|_next)\//.test(url.pathname)
      ? 'gallery-image'
      : 'gallery-page';
  }
  return 'unknown';
}

/** Whether the host belongs to the service (and not to the gallery), and is in the manifest. */
export function isServiceHost(host: string): boolean {
  return (
    host === SITE_HOST ||
    host === IMAGEX_HOST ||
    includes(UPLOAD_HOSTS, host) ||
    includes(FALLBACK_UPLOAD_HOSTS, host) ||
    includes(RESULT_HOSTS, host)
  );
}
