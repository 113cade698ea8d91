/** Where the picture of a job comes from: enough to fetch it again at any later moment. */
export type ImageOrigin = PageOrigin | FileOrigin;

/** An image found on a web page. Every string is supplied by the page, hence hostile. */
export interface PageOrigin {
  kind: 'page';
  /**
   * `http(s):`, `data:`, `blob:` or `file:` address of the image; `capture:<key>` for pixels that
   * the finder keeps in the frame; `screen:` (with the address of the
   * image behind it, if it has one) where only the screen shows them.
   */
  url: string;
  /** Addresses that may hold a larger version, the most promising first. */
  originals?: string[];
  /** The page's wish for this image, if it has one: `no-referrer` and so on. */
  referrerPolicy?: string;
  /** Where the frame shows it: CSS px in the frame's viewport, and device px per CSS px. */
  rect?: ShownRect;
  pageUrl: string;
  pageTitle: string;
  tabId: number;
  frameId: number;
  /** Address of the frame that holds the image; its origin and path make the Referer. */
  frameUrl: string;
}

/** A file that was dropped, pasted or picked in one of our own pages. */
export interface FileOrigin {
  kind: 'file';
  /** Key of the bytes in the blob store, written by the page before it told the background. */
  blobKey: string;
  name: string;
}

/** A box in the viewport of a frame, CSS px. */
interface ShownRect {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Device px per CSS px; page zoom is part of it. */
  devicePixelRatio: number;
  /** Key of the element that the finder keeps in the frame, to be measured again. */
  elementKey?: string;
}
