import type { Box } from './geometry';

/** A place on the page: CSS px in the viewport of this frame, and device px per CSS px. */
export interface ShownBox extends Box {
  devicePixelRatio: number;
  /** Key of the element in `globalThis.upscaleElements` of this frame; see kept-elements.ts. */
  elementKey?: string;
}

/** What on the page shows (or names) the picture. */
export type How =
  | 'img'
  | 'picture'
  | 'lazy'
  | 'link'
  | 'background'
  | 'border-image'
  | 'mask'
  | 'list-style'
  | 'content'
  | 'cursor'
  | 'canvas'
  | 'video'
  | 'poster'
  | 'svg-image'
  | 'svg'
  | 'input'
  | 'object'
  | 'embed'
  | 'document';

/** Why the pixels of a canvas, video or drawing could not be kept. */
export type CaptureFailure = 'tainted' | 'blank' | 'unreliable' | 'failed';

/** One picture that may be meant. Plain JSON; every string in it comes from the page. */
export interface Candidate {
  /** Unique within one finding. */
  id: string;
  how: How;
  /** Absolute `http(s):`, `data:`, `blob:` or `file:` address. Absent: only pixels exist. */
  url?: string;
  /** Key of the bytes in `globalThis.upscaleImages` of this frame, as `readSlice` wants it. */
  captureKey?: string;
  /** Why there are no captured bytes; then only the screen can be used. */
  captureFailure?: CaptureFailure;
  /** Size of the file in px, as the page tells it; of an inline drawing, on the page. 0 if unknown. */
  width: number;
  height: number;
  /** Size on the page in CSS px. */
  shownWidth: number;
  shownHeight: number;
  /** Where it is shown. */
  rect: ShownBox;
  /** Addresses that may hold a larger version, the most promising first. At most 8. */
  originals: string[];
  referrerPolicy?: string;
  crossOrigin?: string;
  alt?: string;
  /** It is faded out: nobody sees it. */
  isFaded?: true;
  /** From the pointer in CSS px; 0 is under it. */
  distance: number;
  /** Higher is more likely meant; see rank.ts. */
  score: number;
}

/** How much is known about the place that was clicked; see pointer.ts. */
export type Certainty = 'point' | 'element' | 'guess';

/** What was found. Plain JSON. */
export interface Finding {
  /** Best first. */
  candidates: Candidate[];
  /** The one that is clearly meant. Absent: ask. */
  winner?: Candidate;
  /** The point, or the element, is a frame that only an injection into that frame can look into. */
  frame?: { rect: ShownBox; url: string };
  certainty: Certainty;
}

/** What a reader of one element reports; find.ts makes it a candidate. */
export interface Source {
  how: How;
  element: Element;
  url?: string;
  width: number;
  height: number;
  /** Larger versions, the most promising first. */
  originals: string[];
  /** Box in the viewport of the element's own document, where it is not the element's. */
  box?: Box;
  alt?: string;
  referrerPolicy?: string;
  crossOrigin?: string;
  /** Its pixels have to be captured. */
  isPixels?: boolean;
}
