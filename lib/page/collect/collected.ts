import type { CaptureFailure, How } from '../find/candidate';

/** Why bytes could not be kept; `full`: the collector keeps as many bytes as it may. */
export type CollectFailure = CaptureFailure | 'full';

/** A picture of one frame, also when its node is gone. Plain JSON; every string in it comes from the page. */
export interface Collected {
  /** UUID. Stable for this picture as long as its document lives. */
  id: string;
  how: How;
  /** Address of the best rendition that the page shows; absent for what only exists as pixels. */
  url?: string;
  /** Key of kept bytes (`blob:`, long `data:`, canvas, drawing) in `globalThis.upscaleImages` of its frame. */
  captureKey?: string;
  /** Why bytes could not be kept. */
  captureFailure?: CollectFailure;
  /** Size of the file, px; absent until it is decoded. */
  width?: number;
  height?: number;
  /** Size on the page, CSS px. */
  shownWidth: number;
  shownHeight: number;
  /** Addresses that may hold a larger version, the most promising first. At most 8. */
  originals: string[];
  /** Size that the page announces for a larger version, px. */
  announced?: { width: number; height?: number };
  alt?: string;
  referrerPolicy?: string;
  /** In the text selection of the moment in which the collector started. */
  isInSelection?: true;
  /** The page calls it an icon, or it looks like one; see icon.ts. */
  isIcon?: true;
  /** Its node is no longer in the document. */
  isGone?: true;
}

/** A question to the collector of a frame. */
export interface CollectRequest {
  /** UUID of the picker that asks. */
  session: string;
  /** It asks this frame for the first time: whatever was collected before is forgotten. */
  isFirst: boolean;
  /** Revision of the last answer of each document. */
  known: Record<string, number>;
  /** How many bytes more may be kept. */
  roomBytes: number;
}

/** What changed in a frame since a revision. Plain JSON. */
export interface CollectAnswer {
  /** UUID of the document. */
  document: string;
  rev: number;
  /** At most 250 at a time; `isBusy` says that more follow. */
  pictures: Collected[];
  /** Ids that turned out to be no pictures, or the same as another one. */
  dropped: string[];
  /** By id of a dropped picture that is the same as another one: the id of that one. */
  joined: Record<string, string>;
  /** Reading order, if it changed: ids of pictures, and `frame:<index>` for a child frame. */
  order?: string[];
  /** Comes with `order`: addresses of the child frames in shadow roots, `frame:100` first. */
  hiddenFrames?: string[];
  /** Indexes in `window.frames` from the top document down to this frame; absent if unknown. */
  path?: number[];
  url: string;
  keptBytes: number;
  /** Elements wait to be read, or pictures to be told: ask again at once. */
  isBusy: boolean;
  isScrolling: boolean;
  /** The collector has scrolled to the end. */
  isAtEnd: boolean;
  /** More pictures were found than are kept. */
  isFull?: true;
}

/** A small picture, made in the frame. Plain JSON. */
export interface SmallPicture {
  /** `data:image/…;base64,` */
  image: string;
  /** Size of the file, px. */
  width: number;
  height: number;
  bytes?: number;
  type?: string;
}

/** The API in the isolated world of a frame. `undefined`: unknown picture or session. */
export interface PageCollector {
  version: number;
  /**
   * Starts to collect if it is the first question.
   * @returns `replaced` if another picker has taken over
   */
  update(request: CollectRequest): CollectAnswer | 'replaced';
  scroll(session: string, isOn: boolean): void;
  thumbnail(session: string, id: string): Promise<SmallPicture | null>;
  /** Keeps the present pixels of a picture. @returns the key for `readSlice` */
  capture(session: string, id: string): Promise<string | null>;
  /** Leaves the page as it was. */
  stop(session: string): void;
}

/** Most pictures of a tab. */
export const MAX_PICTURES = 2_000;
/** Most child frames of a document that get a place, and as many in its shadow roots. */
export const MAX_FRAMES = 100;
/** Most pictures in one answer. */
export const MAX_ANSWERED = 250;
/** Most characters of a `data:` address that is told; of longer ones the bytes are kept. */
export const MAX_TOLD = 8_192;
