/** Where the image of a job comes from: enough to fetch it again later. */
export type ImageOrigin = PageOrigin | FileOrigin;

/** An image on a web page. Every string comes from the page and may be hostile. */
export interface PageOrigin {
  kind: 'page';
  /**
   * `http(s):`, `data:`, `blob:` or `file:` address of the image. `stored:<digest>`: bytes that came
   * with the click, in the blob store under `blobKey`. `capture:<key>`: pixels that the finder keeps
   * in the frame. `screen:`, followed by the address of the image if it has one: only the screen shows
   * it.
   */
  url: string;
  /**
   * The browser itself displays `url`. Absent: the page only names it, in a lazy-loading attribute or
   * a link, and it is requested without cookies and without a Referer.
   */
  isShown?: true;
  /** Key of the bytes that came with the click, until they are read. */
  blobKey?: string;
  /** Size of the shown file according to the page, px. */
  size?: { width: number; height: number };
  /** Addresses that may hold a larger version, the best first. The page only names them. */
  originals?: string[];
  /** The person wants what the page shows, and no larger version. */
  asShown?: true;
  /** Hosts that may get cookies for this job, allowed by the person. */
  allowedHosts?: string[];
  /** `referrerpolicy` of the image, if it has one, such as `no-referrer`. */
  referrerPolicy?: string;
  /** Referer that the host of a larger version wants, by lib/originals; never stored. */
  referer?: string;
  /** Description of the image in the page; at most 200 characters. */
  alt?: string;
  /** Where the frame shows it. */
  rect?: ShownRect;
  pageUrl: string;
  pageTitle: string;
  tabId: number;
  frameId: number;
  /** Address of the frame that holds the image; the Referer derives from it. */
  frameUrl: string;
}

/** A file that was dropped, pasted or picked in one of our pages. */
interface FileOrigin {
  kind: 'file';
  /** Key of the bytes in the blob store. The page stores them before it sends the job. */
  blobKey: string;
  name: string;
  /** Place inside a folder or an archive, cleaned (lib/intake/entry-path.ts), such as `chapter 1/003.png`. */
  path?: string;
  /** Name of the archive that held it, without extension, after the folders that the archive was in. */
  archive?: string;
  /** Its place in the directory of the archive, from 0. */
  entry?: number;
}

/** A box in the viewport of a frame, in CSS px. */
interface ShownRect {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Device px per CSS px, page zoom included. */
  devicePixelRatio: number;
  /** Key of the element, which the finder keeps in the frame to measure it again. */
  elementKey?: string;
}
