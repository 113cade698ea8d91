import { type Cluster, roleOf, SERVICE_HOSTS } from './clusters';

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
  | 'preflight'
  | 'gallery-page'
  | 'gallery-image'
  | 'unknown';

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
  ...SERVICE_HOSTS,
  GALLERY_HOST,
  ...IMAGE_HOSTS,
  ...PICTURE_HOSTS,
];

/** Pages that each site has, all of them the stand-in. */
const PAGES: Record<string, EndpointName> = {
  '/': 'page',
  '/ai-tool/home': 'page',
  '/ai-tool/image/generate': 'page',
  '/ai-tool/login': 'page',
  '/ai-tool/logout': 'page',
};

/** Calls of `/mweb` that are known at every site. */
const API: Record<string, EndpointName> = {
  '/mweb/v1/get_upload_token': 'upload-token',
  '/mweb/v1/aigc_draft/generate': 'generate',
  '/mweb/v1/get_history_by_ids': 'history',
  '/mweb/v1/workspace/list': 'workspaces',
};

const COMMERCE: Record<string, EndpointName> = {
  '/commerce/v1/benefits/user_credit': 'credits',
};

/** Calls that are known at Jimeng only. */
const JIMENG_PATHS: Record<string, EndpointName> = {
  ...PAGES,
  ...API,
  ...COMMERCE,
  '/mweb/v1/get_history_queue_info': 'queue-info',
  '/mweb/v1/get_user_info': 'user-info',
  '/passport/account/info/v2': 'account',
  '/passport/account/info/v2/': 'account',
};

const DREAMINA_PAGE_PATHS: Record<string, EndpointName> = {
  ...PAGES,
  '/passport/web/account/info/': 'account',
};

/** An endpoint, and the cluster of its host; the gallery belongs to none. */
export interface Endpoint {
  name: EndpointName;
  cluster?: Cluster;
}

/** The endpoint of a URL, by its host and path. A page of both clusters belongs to the first. */
export function endpointOf(url: URL): Endpoint {
  const host = url.hostname;
  const known = roleOf(host);
  if (!known) return { name: galleryEndpoint(host, url.pathname) };
  const { role, cluster } = known;
  switch (role) {
    case 'site':
      return { name: pathsOf(cluster, host)[url.pathname] ?? 'unknown', cluster };
    case 'imagex':
      return { name: imagexEndpoint(url), cluster };
    case 'upload':
      return { name: url.pathname.startsWith('/upload/v1/') ? 'put' : 'unknown', cluster };
    case 'result':
      return { name: 'result', cluster };
  }
}

function pathsOf(cluster: Cluster, host: string): Record<string, EndpointName> {
  if (cluster.site === 'jimeng') return JIMENG_PATHS;
  if (host === cluster.pageHost) return DREAMINA_PAGE_PATHS;
  return host === cluster.apiHost ? API : COMMERCE;
}

function imagexEndpoint(url: URL): EndpointName {
  const action = url.pathname === '/' ? url.searchParams.get('Action') : undefined;
  if (action === 'ApplyImageUpload') return 'apply';
  return action === 'CommitImageUpload' ? 'commit' : 'unknown';
}

function galleryEndpoint(host: string, path: string): EndpointName {
  if (includes(PICTURE_HOSTS, host)) return 'gallery-image';
  if (host !== GALLERY_HOST && !includes(IMAGE_HOSTS, host)) return 'unknown';
  return /^\/(?:images|wp-content|media|_next)\//.test(path) ? 'gallery-image' : 'gallery-page';
}

function includes(hosts: readonly string[], host: string): boolean {
  return hosts.includes(host);
}
