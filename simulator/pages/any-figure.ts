import type { PictureName } from '../pictures/pictures';

/** Expected outcome of a right click on the picture of a case. */
type Expected =
  /**
   * This picture reaches the service, at least `width` px wide (default: as wide as the picture
   * is). `chooser`: several pictures are there, and this is one of those to choose from.
   */
  | { picture: PictureName; width?: number; chooser?: true }
  /** Nothing is sent; a sentence matches this source of a regular expression, whatever the case. */
  | { sentence: string }
  /** A larger original is found, and offered as it is instead of being upscaled. */
  | { alreadyLarge: true }
  /** No one may read its pixels: only what is on the screen shows this picture. */
  | { screen: PictureName };

type Menu = 'image' | 'pointer' | 'none';

/** One way an image can be on a page. */
export interface AnyCase {
  /** Also the id of the element to right-click, or of the frame or host around it. */
  id: string;
  title: string;
  note: string;
  /** Page of gallery.example that has it, or a whole address; default `/any`. */
  page?: string;
  /** A page to open once before, such as the one that gives the cookie. */
  visit?: string;
  /** What to right-click, in its middle. In the innermost of `frames`, if there are any. */
  selector: string;
  /** Frames to enter, the outermost first. */
  frames?: readonly string[];
  /**
   * What Chromium 156 calls the place (measured with real clicks). `image`: an image, even through
   * most things that lie on one; the address it names need not be the one that is seen. `pointer`:
   * page, link, video or frame; on a canvas only entries for `all` contexts are in the menu.
   * `none`: it opens no menu at all, so only the keyboard or picking gets there.
   */
  menu: Menu;
  /** What Firefox 153 calls the place, where it is another name. */
  menuInFirefox?: Menu;
  /**
   * With the background asleep and the entry chosen by mouse, at the first use of a page whose site is not allowed,
   * Chromium leaves no trace that tells this picture from others (lib/page/find/deduce.ts), and the chooser asks.
   */
  isOneOfMany?: true;
  /** Browsers in which the picture is out of reach, each with the reason. */
  cannot?: { readonly [browser in 'Chromium' | 'Firefox']?: string };
  /** Host to allow before the picture can be read. */
  needs?: string;
  expect: Expected;
}

/** A case and what shows it. */
export interface AnyFigure extends Omit<AnyCase, 'selector'> {
  /** Default `#<id>`. */
  selector?: string;
  /** Has the case's id once. */
  markup: string | (() => Promise<string>);
}

/** A placeholder of one transparent pixel, as lazy loaders use. */
export const NOTHING =
  'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
