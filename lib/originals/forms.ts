/** Parameters whose value is the address of a picture, whatever it looks like. */
const PICTURE =
  /^(?:img_?url|image_?url|media_?url|photo_?url|imgsrc|img|image|src|photo|picture|originalurl)$/i;
/** Parameters whose value may be any address. */
const ADDRESS = /^(?:url|u|uri|link|href|target|file|path|source|remote|q|r|to)$/i;

const IMAGE_NAME = /\.(?:jpe?g|jfif|png|webp|avif|gif|bmp|tiff?|heic)$/i;
const BASE64 = /^[\w+/-]{24,}={0,2}$/;
/** A host with a dot, then a path. */
const BARE = /^[a-z\d-]+(?:\.[a-z\d-]+)+\/\S+$/i;

const MAX_ADDRESS = 8_192;
const MAX_PARAMETERS = 24;
/** An address in an address in an address. */
const MAX_DEPTH = 2;

/**
 * Addresses of pictures that an address holds: in a parameter (`imgurl=`, `url=`) or in its path, as proxies, viewers
 * and search results have it; also encoded twice, in base64, or without a scheme. At most `MAX_DEPTH` deep.
 * @param isPicture whether the address itself is that of a picture; a link is not
 */
export function innerAddresses(address: string, isPicture: boolean, depth = 1): string[] {
  const url = address.length <= MAX_ADDRESS ? URL.parse(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return [];
  const own = [...fromQuery(url, isPicture), ...fromPath(url)];
  const deeper =
    depth < MAX_DEPTH ? own.flatMap((inner) => innerAddresses(inner, true, depth + 1)) : [];
  // The innermost is the original.
  return [...new Set([...deeper, ...own])];
}

function fromQuery(url: URL, isPicture: boolean): string[] {
  return [...url.searchParams].slice(0, MAX_PARAMETERS).flatMap(([name, value]) => {
    const isNamed = PICTURE.test(name);
    if (!isNamed && !ADDRESS.test(name)) return [];
    const found = addressIn(value, url);
    // A proxy names a picture, whatever its name; a link may name a page.
    const isFine = found && (isNamed || isPicture || IMAGE_NAME.test(found.pathname));
    return isFine ? [found.href] : [];
  });
}

/** `/https://host/cat.jpg`, `/https%3A%2F%2Fhost%2Fcat.jpg`, or base64 of it as one part of the path. */
function fromPath(url: URL): string[] {
  const path = decoded(url.pathname);
  const at = path.search(/https?:\/{1,2}[^/]/i);
  if (at > 0) {
    const found = addressIn(path.slice(at).replace(/^(https?:)\/+/i, '$1//') + url.search, url);
    return found ? [found.href] : [];
  }
  const parts = path.split('/').filter((part) => BASE64.test(part));
  return parts.slice(0, 4).flatMap((part) => {
    const found = addressIn(part, url);
    return found ? [found.href] : [];
  });
}

/** The address in a value: as it is, encoded once more, or in base64. */
function addressIn(value: string, outer: URL): URL | undefined {
  const text = value.trim();
  for (const form of [text, decoded(text), fromBase64(text)]) {
    const found = form === undefined ? undefined : parsed(form, outer);
    if (found && found.hostname !== '' && found.href !== outer.href) return found;
  }
  return undefined;
}

function parsed(text: string, outer: URL): URL | undefined {
  if (/^https?:\/\//i.test(text)) return withoutUser(URL.parse(text));
  if (text.startsWith('//')) return withoutUser(URL.parse(`https:${text}`));
  if (/^\/[^/]/.test(text) && IMAGE_NAME.test(text.replace(/[?#].*$/s, ''))) {
    return withoutUser(URL.parse(text, outer.origin));
  }
  const isBare = BARE.test(text) && IMAGE_NAME.test(text.replace(/[?#].*$/s, ''));
  return isBare ? withoutUser(URL.parse(`https://${text}`)) : undefined;
}

function withoutUser(url: URL | null): URL | undefined {
  return url && url.username === '' && url.password === '' ? url : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fromBase64(text: string): string | undefined {
  if (!BASE64.test(text)) return undefined;
  try {
    const decodedText = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return /^(?:https?:\/\/|\/)[\x21-\x7e]+$/.test(decodedText) ? decodedText : undefined;
  } catch {
    return undefined;
  }
}
