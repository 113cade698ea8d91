import { PICTURES, type Picture, type PictureName } from '../pictures/pictures';

/** A picture, and the width to which its host shrinks it, px. */
export interface Version {
  name: PictureName;
  width?: number;
}

function named(text: string): PictureName | undefined {
  return Object.hasOwn(PICTURES, text) ? (text as PictureName) : undefined;
}

/** `/media/<name>?format=jpg&name=small`; `orig` is the whole picture. */
function twitter({ pathname, searchParams }: URL): Version | undefined {
  const name = named(pathname.replace(/^\/media\//, ''));
  return name && (searchParams.get('name') === 'orig' ? { name } : { name, width: 340 });
}

/** Work 118 is a PNG, which the thumbnails do not tell; its thumbnails are JPEG under another path. */
function pixiv({ pathname }: URL): Version | undefined {
  const place = 'img/2024/05/01/12/00/00/118_p0';
  if (pathname === `/c/540x540_70/img-master/${place}_master1200.jpg`) {
    return { name: 'balloons', width: 320 };
  }
  return pathname === `/img-original/${place}.png` ? { name: 'balloons' } : undefined;
}

/** `?url=<host>/images/<file>&w=<width>`: a proxy that shrinks. */
function proxied({ searchParams }: URL): Version | undefined {
  const file = /\/images\/([\w.-]+)$/.exec(searchParams.get('url') ?? '')?.[1];
  const found = Object.entries(PICTURES).find(([, picture]) => picture.file === file);
  const name = found && named(found[0]);
  return name && { name, width: Number(searchParams.get('w') ?? Number.NaN) };
}

const FORMS: Record<string, (url: URL) => Version | undefined> = {
  'pbs.twimg.com': twitter,
  'i.pximg.net': pixiv,
  'images.weserv.nl': proxied,
};

/** The picture at an address of a form that belongs to one host, or of an optimiser (`/_next/image`) on any host. */
export function versionAt(url: URL): Version | undefined {
  if (url.pathname === '/_next/image') return proxied(url);
  return FORMS[url.hostname]?.(url);
}

export function pictureOf({ name }: Version): Picture {
  return PICTURES[name];
}
