/** Where the image of a job comes from: enough to read it again later. */
export type ImageOrigin = PageOrigin | FileOrigin;

/** An image found on a web page. Every string is supplied by the page, hence hostile. */
export interface PageOrigin {
  kind: 'page';
  /**
   * `http(s):`, `data:`, `blob:` or `file:` address of the image; `stored:<digest>` for bytes that came
   * with the click and are in the blob store under `blobKey`; `capture:<key>` for pixels that
   * the finder keeps in the frame; `screen:` (with the address of the
   * image behind it, if it has one) where only the screen shows them.
   */
  url: string;
  /**
   * The browser itself displays `url`. Absent: the page merely names it, in the attribute of a lazy
   * loader or in a link, and it is requested without cookies and without a Referer.
   */
  isShown?: true;
  /** Key of bytes that came with the click, until they are read. */
  blobKey?: string;
  /** Size in px of the file that is shown, as the page tells it. */
  size?: { width: number; height: number };
  /** Addresses of possible larger versions, most promising first. The page merely names them. */
  originals?: string[];
  /** Hosts that the person has allowed in the prompt of this job. */
  allowedHosts?: string[];
  /** The page's referrer policy for this image, if any: `no-referrer` and so on. */
  referrerPolicy?: string;
  /** Where the frame shows it: CSS px in the frame's viewport, and device px per CSS px. */
  rect?: ShownRect;
  pageUrl: string;
  pageTitle: string;
  tabId: number;
  frameId: number;
  /** Address of the frame that contains the image; its origin and path make the Referer. */
  frameUrl: string;
}

/** A file that was dropped, pasted or picked in one of our own pages. */
interface FileOrigin {
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
