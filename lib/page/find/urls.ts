const MAX_ADDRESS = 8192;
/** Most characters of a `data:` address; a longer one would exhaust memory. */
const MAX_DATA = 32 * 1024 * 1024;

/**
 * Resolves an address of the page.
 * @returns undefined unless an image can be read from it
 */
export function imageUrl(address: string | null | undefined, base: string): string | undefined {
  const trimmed = address?.trim();
  if (!trimmed || trimmed.length > MAX_DATA) return undefined;
  // Do not parse megabytes of `data:`, which would delay the click.
  if (/^data:/i.test(trimmed)) return /^data:image\//i.test(trimmed) ? trimmed : undefined;
  if (trimmed.length > MAX_ADDRESS) return undefined;
  const url = URL.parse(trimmed, base);
  if (!url) return undefined;
  switch (url.protocol) {
    case 'http:':
    case 'https:':
    case 'blob:':
      return url.href;
    case 'file:':
      // A web page must not address local files.
      return /^file:/i.test(base) ? url.href : undefined;
    default:
      return undefined;
  }
}

const EXTENSION = /\.(?:jpe?g|jfif|pjpeg|png|apng|webp|avif|gif|bmp|tiff?|svg|heic|ico)$/i;
const FORMAT_VALUE = /^(?:image\/)?(?:jpe?g|png|webp|avif|gif|bmp)$/i;

/** Whether an address most likely returns an image, and not a page about one. */
export function looksLikeImage(address: string): boolean {
  if (/^data:image\//i.test(address)) return true;
  if (/^blob:/i.test(address)) return false;
  const url = URL.parse(address);
  if (!url) return false;
  const path = url.pathname;
  // "File:Cat.jpg" in a wiki and viewers such as /blob/main/cat.png are pages about a file.
  if (/\/(?:\w+:)[^/]*$/.test(decodedPercent(path)) || /\/(?:blob|wiki)\//.test(path)) return false;
  if (EXTENSION.test(path)) return true;
  for (const name of ['format', 'fm', 'f', 'ext', 'wx_fmt', 'type']) {
    if (FORMAT_VALUE.test(url.searchParams.get(name) ?? '')) return true;
  }
  return false;
}

/** A text without percent encoding; as it is if the encoding is broken. */
export function decodedPercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
