import { PICTURES, type Picture, type PictureName } from '../pictures/pictures';
import type { Call, Handler } from '../service/call';
import { readCookies } from '../service/cookies';
import { GALLERY_HOST } from '../wire/endpoints';
import { layerPage } from './any-layers';
import { artworkPage } from './any-originals';
import { ANY_SHEET, anyPage, strictPage } from './any-page';
import { STYLE } from './gallery-document';
import { casesPage, framePage, galleryHome, membersPage } from './gallery-pages';
import { hostilePage, LOCAL_HOST, PRIVATE_SERVICE_HOST } from './hostile-page';
import { pictureAt } from './image-paths';
import { chapterPage, listPage } from './list-pages';
import { manyPage } from './many-page';
import { severalPage } from './several-page';
import { sixtyPage } from './sixty-page';
import { virtualPage } from './virtual-page';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

function html(body: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { ...HTML, ...headers } });
}

function refererHost(call: Call): string | undefined {
  const referer = call.headers.get('referer');
  return referer && URL.canParse(referer) ? new URL(referer).hostname : undefined;
}

async function served(picture: Picture, headers: Record<string, string> = {}): Promise<Response> {
  const bytes = await picture.make();
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': picture.type, 'cache-control': 'max-age=60', ...headers },
  });
}

const openly = (_: Call, picture: Picture) =>
  served(picture, { 'access-control-allow-origin': '*' });

/** How each host serves its pictures. The gallery's own host does nothing special. */
const SPECIAL: Record<string, (call: Call, picture: Picture) => Promise<Response> | Response> = {
  'open.example': openly,
  'pbs.twimg.com': openly,
  'images.weserv.nl': openly,
  'i.pximg.net': (call, picture) =>
    refererHost(call) === 'www.pixiv.net'
      ? served(picture, { vary: 'Referer' })
      : html('<!doctype html><title>403 Forbidden</title>', 403),
  'cdn.example.com': (_, picture) => served(picture),
  'hotlink.example': (call, picture) =>
    refererHost(call) === GALLERY_HOST
      ? served(picture, { vary: 'Referer', 'cache-control': 'no-store' })
      : html('<!doctype html><title>Forbidden</title><h1>No hotlinking</h1>', 403),
  'members.example': (call, picture) =>
    readCookies(call.headers.get('cookie')).get('member') === '1'
      ? served(picture, { 'cache-control': 'no-store' })
      : html('<!doctype html><title>Members only</title><h1>Members only</h1>', 401),
  'slow.example': async (call, picture) => {
    await new Promise((resolve) => setTimeout(resolve, call.world.options.slowMs));
    return served(picture, { 'cache-control': 'no-store' });
  },
  'typed.example': (_, picture) => served(picture, HTML),
  'moved.example': (call) =>
    new Response(null, { status: 302, headers: { location: movedTo(call.url) } }),
  'small-pictures.imgix.net': (_, picture) => served(picture),
  [PRIVATE_SERVICE_HOST]: (call, picture) =>
    readCookies(call.headers.get('cookie')).has('sessionid')
      ? served(picture, { 'cache-control': 'no-store' })
      : html('<!doctype html><title>Sign in</title><h1>Sign in</h1>', 401),
  [LOCAL_HOST]: openly,
  'norefer.example': (call, picture) =>
    refererHost(call) === undefined
      ? served(picture, { vary: 'Referer', 'cache-control': 'no-store' })
      : html('<!doctype html><title>Forbidden</title><h1>No hotlinking</h1>', 403),
};

const DESTINATIONS: Record<string, string> = { open: 'open.example', local: LOCAL_HOST };

/**
 * `?hops=3` redirects three times on this host, then to the foreign one. `to=open` ends at the open host,
 * `to=local` in the local network.
 */
function movedTo({ pathname, searchParams }: URL): string {
  const hops = Number(searchParams.get('hops') ?? 1);
  const to = searchParams.get('to') ?? '';
  if (hops > 1) return `${pathname}?hops=${hops - 1}${to && `&to=${to}`}`;
  return `https://${DESTINATIONS[to] ?? 'cdn.example.com'}${pathname}`;
}

/**
 * Serves a picture (see `pictureAt`) as its host does; one with `once` in its address only the first time, one with
 * `/late/` in its path after `slowMs`. This room, `pages/`, holds the web pages of the gallery.
 */
export const galleryImage: Handler = async (call) => {
  const picture = pictureAt(call.url);
  if (!picture) return html('<!doctype html><title>404</title><h1>Not found</h1>', 404);
  if (call.url.searchParams.has('once') && isAnswered(call)) {
    return html('<!doctype html><title>410</title><h1>Gone</h1>', 410);
  }
  if (call.url.pathname.includes('/late/')) {
    await new Promise((resolve) => setTimeout(resolve, call.world.options.slowMs));
  }
  const special = SPECIAL[call.url.hostname];
  return special ? special(call, picture) : served(picture);
};

const answered = new WeakMap<Call['world'], Set<string>>();

/** Whether this address was answered before; from now on it is. */
function isAnswered({ url, world }: Call): boolean {
  const before = answered.get(world) ?? new Set();
  answered.set(world, before);
  const isKnown = before.has(url.href);
  before.add(url.href);
  return isKnown;
}

function join(): Response {
  return new Response(null, {
    status: 303,
    headers: {
      location: '/',
      // None, for browsers that still send such cookies with another site's pictures.
      'set-cookie': 'member=1; Path=/; HttpOnly; Secure; SameSite=None',
    },
  });
}

function frame({ searchParams }: URL): Response {
  const name = searchParams.get('show') ?? 'portrait';
  if (!Object.hasOwn(PICTURES, name)) return html('<!doctype html><title>404</title>', 404);
  return html(framePage(name as PictureName, Number(searchParams.get('depth') ?? 0)));
}

/** The strict list in a sandbox that its own policy makes: `?allow=` has what it allows. */
function sandboxed({ searchParams }: URL): Response {
  const policy = `sandbox ${searchParams.get('allow') ?? ''}`.trim();
  return html(listPage('strict') ?? '', 200, { 'content-security-policy': policy });
}

const CSS = { 'content-type': 'text/css' };
const OWN_IMAGES = { 'content-security-policy': "img-src 'self'" };
const STRICT = "default-src 'self'; img-src *";

/** Serves the pages of the gallery and of the other hosts. */
export const galleryPage: Handler = async (call) => {
  const { hostname, pathname } = call.url;
  if (hostname === 'members.example') return pathname === '/join' ? join() : html(membersPage());
  if (pathname === '/frame') return frame(call.url);
  if (hostname === 'www.pixiv.net') return html(artworkPage());
  if (hostname !== GALLERY_HOST) return html('<!doctype html><title>Nothing here</title>', 404);
  if (pathname === '/') return html(galleryHome());
  if (pathname === '/cases') return html(await casesPage());
  if (pathname === '/any') return html(await anyPage());
  if (pathname === '/any-csp') {
    return html(await strictPage(), 200, { 'content-security-policy': STRICT });
  }
  if (pathname === '/layer') {
    const page = layerPage(call.url.searchParams.get('of'));
    if (page) return html(page);
  }
  if (pathname === '/hostile') return html(hostilePage());
  if (pathname === '/several') return html(severalPage());
  if (pathname === '/sixty') return html(sixtyPage());
  if (pathname === '/virtual') return html(virtualPage());
  if (pathname === '/many') return html(manyPage());
  if (pathname === '/chapter') return html(chapterPage());
  if (pathname === '/sandbox') return sandboxed(call.url);
  const [, shape = ''] = /^\/lists\/(\w+)$/.exec(pathname) ?? [];
  const list = listPage(shape);
  if (list) return html(list, 200, shape === 'strict' ? OWN_IMAGES : {});
  if (pathname === '/gallery.css') return html(STYLE, 200, CSS);
  if (pathname === '/any.css') return html(ANY_SHEET, 200, CSS);
  return html('<!doctype html><title>404</title><h1>Not found</h1>', 404);
};
