/** Where the picture of a job comes from: enough to fetch it again at any later moment. */
export type ImageOrigin = PageOrigin | FileOrigin;

/** An image found on a web page. Every string is supplied by the page, hence hostile. */
export interface PageOrigin {
  kind: 'page';
  /** `http(s):`, `data:` or `blob:` address of the image. */
  url: string;
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
