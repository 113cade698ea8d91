import type { Limits } from './limits';
import type { PageOrigin } from './origin';

/** A frame of a tab, and the document that is expected in it. */
export interface FramePlace {
  tabId: number;
  frameId: number;
  /** A frame that now shows another origin is not read. */
  frameUrl: string;
}

/** A request to a frame to read an image. */
export interface PageRequest {
  url: string;
  /** Whether the request may carry the frame's own cookies, if the address has the frame's origin. */
  cookies: boolean;
}

/** What reading needs from the browser. */
export interface SourceDeps {
  fetch: typeof fetch;
  /**
   * Reads an address with the rights of a frame. Undefined: that frame cannot read it (no
   * `activeTab`, CORS, gone). May throw SourceError if the host itself clearly said no.
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
  /** A screenshot of the image; undefined if its tab is not active or cannot be accessed. */
  readScreen(origin: PageOrigin): Promise<Blob | undefined>;
  /** Whether access to this match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
  /** Whether the person has agreed to use the service; before that no cookie is sent. */
  hasConsent(): Promise<boolean>;
  /** Whether a host is the service's own, which never gets cookies when an image is read. */
  isServiceHost(host: string): boolean;
  /** Runs `run` while our requests to exactly `url` carry the Referer. */
  withReferer<T>(url: string, referer: string, run: () => Promise<T>): Promise<T>;
  /** The file a page of ours left for the background. */
  readInbox(key: string): Promise<Blob | undefined>;
  /** Absent: `LIMITS`. */
  limits?: Limits;
}

export interface Acquired {
  bytes: Blob;
  via: 'data' | 'page' | 'background' | 'inbox' | 'capture' | 'screen';
  /** Address the bytes came from; differs from the origin's where https was tried for http. */
  url?: string;
}
