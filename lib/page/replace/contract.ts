/**
 * What the replacer of a frame (`lib/page/replace/`) and the background say to each other. The replacer asks by
 * `runtime.sendMessage`, the background tells by calling `upscaleReplacer` in the frame's isolated world. Data only.
 */

/** Marks the replacer's messages among those that other injected scripts send. */
export const REPLACE_MESSAGE = 'upscale-replace';

/** A picture of the page that may have a result. */
export interface ShownPicture {
  /** Names it in the answer. The frame chooses it, and uses it once. */
  key: string;
  /** Absolute `http(s):` address that is shown; absent for a painted canvas and for `blob:`. */
  url?: string;
  /** Further absolute addresses that the page names for the same picture, such as those of `srcset`. */
  others?: string[];
  /** px of the shown file; absent if unknown. */
  size?: { width: number; height: number };
  /** A small lossless copy as a `data:` address, where its pixels may be read; for the search by likeness. */
  small?: string;
}

/** The result that stands for a picture. */
export interface Replacement {
  key: string;
  /** Names the result; the same for every place that shows the picture. */
  result: string;
  /** px of the result. */
  width: number;
  height: number;
  type: 'image/jpeg' | 'image/png' | 'image/webp';
  bytes: number;
}

/** Why a picture of a batch has no result yet. The words come with the state. */
export interface Pending {
  key: string;
  /** `working`, or why it stands still. */
  state: 'working' | 'waiting' | 'limit' | 'failed';
}

/** Each is answered; `undefined` means that the background wants nothing in this frame, which then stops. */
export type ReplaceRequest = { type: typeof REPLACE_MESSAGE } & (
  | /** Sent once by a replacer that starts. Answer: `ReplaceState`. */ { ask: 'start' }
  | /** Answer: `LookAnswer`. */ { ask: 'look'; pictures: ShownPicture[] }
  | /** Answer: `Piece`. */ { ask: 'piece'; result: string; from: number }
  | /** The person pressed the button of the page, or a key. Answer: `ReplaceState`. */ {
      ask: 'press';
      action: 'show' | 'hide' | 'ahead' | 'stop-ahead';
    }
  | /**
   * Pictures that come next while the person reads, in reading order. Answer: `true`, when those that are made have
   * their rows; a look tells what becomes of them.
   */ { ask: 'ahead'; pictures: ShownPicture[] }
);

export interface LookAnswer {
  replacements: Replacement[];
  pending: Pending[];
}

/** Bytes of a result from `from` on, base64; at most `PIECE_BYTES` of them. */
export interface Piece {
  data: string;
  total: number;
}

export const PIECE_BYTES = 1024 * 1024;

/** What the replacer shows, and how. */
export interface ReplaceState {
  /** Whether results are shown in place of originals. */
  isShown: boolean;
  /** Whether replaced pictures have a mark in a corner. */
  isMarked: boolean;
  /** Button of the page, in the top frame of a site that is switched on; absent elsewhere. */
  button?: {
    /** `off`; `part`: some pictures of the page are ready; `all`: every one that is known is. */
    state: 'off' | 'part' | 'all';
    /** Whether pictures ahead are being upscaled while the person reads. */
    isReading: boolean;
    /** Pictures that are made ahead; 0 where that was not allowed. */
    ahead: number;
  };
  words: ReplaceWords;
}

/** Every sentence that the replacer shows, in the language of the extension. */
export interface ReplaceWords {
  /** BCP 47 tag of the sentences. */
  language: string;
  /** Name of the extension, which the button says first. */
  label: string;
  mark: string;
  /** Of the button, by its state, and while reading ahead. */
  off: string;
  part: string;
  all: string;
  reading: string;
  show: string;
  hide: string;
  ahead: string;
  stopAhead: string;
  /** Moves the button to the other corner. */
  move: string;
  /** Takes the button away until the page is loaded again. */
  dismiss: string;
  /** Tells that Alt+O, held, shows the originals. */
  peek: string;
  /** A policy of the page forbids every way to show results. */
  forbidden: string;
  /** There is a result for a picture, and no way to show it in its place. */
  impossible: string;
  /** By `Pending['state']`. */
  pending: Record<Pending['state'], string>;
}

/** What the background can call in a frame: `globalThis.upscaleReplacer`. */
export interface PageReplacer {
  readonly version: number;
  /** Shows or hides, and takes over words. */
  tell(state: ReplaceState): void;
  /** Results are new: asks again about all pictures. */
  look(): void;
  /** Undoes every change of the page, and ends. */
  stop(): void;
  /** For the row that asked: pictures replaced, and those that no way can show. */
  counts(): { replaced: number; impossible: number };
}
