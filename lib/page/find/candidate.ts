import type { Box } from './geometry';

/** A place on the page: CSS px in the viewport of this frame, and device px per CSS px. */
export interface ShownBox extends Box {
  devicePixelRatio: number;
  /** Key of the element in `globalThis.upscaleElements` of this frame; see kept-elements.ts. */
  elementKey?: string;
}

/** What shows the image on the page, or links to it. */
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

/** Why the pixels of a canvas, video or drawing could not be captured. */
export type CaptureFailure = 'tainted' | 'blank' | 'unreliable' | 'failed';

/** An image that the person may mean. Plain JSON; every string in it comes from the page. */
export interface Candidate {
  /** Unique within one finding. */
  id: string;
  how: How;
  /** Absolute `http(s):`, `data:`, `blob:` or `file:` address; absent if only pixels exist. */
  url?: string;
  /** Key of the bytes in `globalThis.upscaleImages` of this frame, as `readSlice` wants it. */
  captureKey?: string;
  /** Why the capture failed; then only a capture of the screen remains. */
  captureFailure?: CaptureFailure;
  /** Size of the file in px, as the page reports it, or size of an inline drawing on the page; 0 if unknown. */
  width: number;
  height: number;
  /** Size on the page in CSS px. */
  shownWidth: number;
  shownHeight: number;
  /** Its box on the page. */
  rect: ShownBox;
  /** Addresses that may hold a larger version, the most promising first. At most 8. */
  originals: string[];
  /** Address of what the page shows in its place: a menu of the browser names that. */
  standIn?: string;
  referrerPolicy?: string;
  crossOrigin?: string;
  alt?: string;
  /** It is transparent, so it cannot be seen. */
  isFaded?: true;
  /** Something lies over it, so it cannot be seen at this place. */
  isHidden?: true;
  /** From the pointer in CSS px; 0 is under it. */
  distance: number;
  /** Higher is more likely meant; see rank.ts. */
  score: number;
}

/** How certain the clicked place is; see pointer.ts. */
export type Certainty = 'point' | 'element' | 'guess';

/** The result of a search. Plain JSON. */
export interface Finding {
  /** Best first. */
  candidates: Candidate[];
  /** The candidate that is clearly meant; absent if the person has to choose. */
  winner?: Candidate;
  /** The point or element is a frame that can only be searched from inside. */
  frame?: { rect: ShownBox; url: string };
  certainty: Certainty;
}

/** An image source of one element; find.ts turns it into a candidate. */
export interface Source {
  how: How;
  element: Element;
  url?: string;
  width: number;
  height: number;
  /** Larger versions, the most promising first. */
  originals: string[];
  /** Box in the viewport of the element's document, if it differs from the box of the element. */
  box?: Box;
  alt?: string;
  /** Address of what the page shows in its place. */
  standIn?: string;
  referrerPolicy?: string;
  crossOrigin?: string;
  /** Whether its pixels must be captured. */
  isPixels?: boolean;
}
