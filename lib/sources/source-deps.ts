import type { Limits } from './limits';
import type { PageOrigin } from './origin';

/** A frame of a tab, and the document expected in it. */
export interface FramePlace {
  tabId: number;
  frameId: number;
  /** A frame that shows another origin by now is not read. */
  frameUrl: string;
}

/** What a frame reads. */
export interface PageRequest {
  url: string;
  /** Whether to send the frame's own cookies, if the address has the origin of the frame. */
  cookies: boolean;
}

/** What lib/sources needs from the browser. */
export interface SourceDeps {
  fetch: typeof fetch;
  /**
   * Reads an address with the rights of a frame. Undefined if the frame cannot read it (no
   * `activeTab`, CORS, gone). Throws SourceError if the host refused for good.
   */
  readInPage(
    place: FramePlace,
    request: PageRequest,
    signal?: AbortSignal,
  ): Promise<Blob | undefined>;
  /** Draws an `<img>` that a frame shows; undefined if there is none, or the page may not read it. */
  drawInPage(place: FramePlace, url: string, signal?: AbortSignal): Promise<Blob | undefined>;
  /** Reads pixels that the finder keeps in a frame; undefined if they are gone. */
  readCaptured(place: FramePlace, key: string, signal?: AbortSignal): Promise<Blob | undefined>;
  /** A screenshot of the image; undefined if its tab is not in front or not accessible. */
  readScreen(origin: PageOrigin): Promise<Blob | undefined>;
  /** Whether access to this match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
  /** Whether the person consented to the service. Before that no cookie is sent. */
  hasConsent(): Promise<boolean>;
  /** Whether a host belongs to the service. Reading an image never sends it cookies. */
  isServiceHost(host: string): boolean;
  /** Runs `run` while our requests to exactly `url` carry the Referer. */
  withReferer<T>(url: string, referer: string, run: () => Promise<T>): Promise<T>;
  /** A file that one of our pages stored for the background. */
  readInbox(key: string): Promise<Blob | undefined>;
  /** Absent: `LIMITS`. */
  limits?: Limits;
}

export interface Acquired {
  bytes: Blob;
  via: 'data' | 'page' | 'background' | 'inbox' | 'capture' | 'screen';
  /** Address of the bytes. Differs from the origin's if https worked instead of http. */
  url?: string;
}
