/** Addresses taken at once: more are a crawl, not a choice. */
export const MAX_ADDRESSES = 500;
/** Characters of an address. Longer ones are no addresses of images. */
const MAX_LENGTH = 8_192;

/** Addresses in what a person pasted or dropped. */
export interface Addresses {
  /** `http(s):`, without repeats, in their order. */
  urls: string[];
  /** Lines that are no address. */
  notAddresses: number;
  /** Addresses beyond `MAX_ADDRESSES`. */
  tooMany: number;
}

/** Addresses in lines of text; also of `text/uri-list`, in which `#` begins a comment. Blank lines do not count. */
export function addressesIn(text: string): Addresses {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return chosen(lines.map(addressOf));
}

/** Addresses of the images in pasted or dropped HTML, which is not run or shown. */
export function imagesIn(html: string): Addresses {
  const images = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('img[src]');
  const urls = [...images].map((image) => addressOf(image.getAttribute('src')?.trim() ?? ''));
  return { ...chosen(urls), notAddresses: 0 };
}

function addressOf(line: string): string | undefined {
  if (line.length > MAX_LENGTH || !/^https?:\/\//i.test(line) || /\s/.test(line)) return undefined;
  return URL.parse(line)?.href;
}

function chosen(lines: readonly (string | undefined)[]): Addresses {
  const urls = [...new Set(lines.filter((line) => line !== undefined))];
  return {
    urls: urls.slice(0, MAX_ADDRESSES),
    notAddresses: lines.filter((line) => line === undefined).length,
    tooMany: Math.max(0, urls.length - MAX_ADDRESSES),
  };
}
