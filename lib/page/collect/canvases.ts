import { create, isHtml } from '../find/dom';
import type { Picture } from './ledger';

/** Side of the sample by which a canvas is compared with itself, px. */
const SAMPLE = 24;
/** A canvas that is drawn bit by bit is one picture until it has stood still, ms. */
const DRAWING_MS = 3_000;
/** Most pictures that one canvas is followed through. */
const MAX_TURNS = 200;

interface Seen {
  /** Sample of what was captured. */
  captured: string;
  /** Sample of the last look. */
  last: string;
  since: number;
  turns: number;
}

/**
 * Follows what canvases show: no event tells that a page has drawn. Looks at one canvas a call. What changes all the
 * time is an animation, and stays the picture that it was.
 */
export class Canvases {
  private readonly seen = new WeakMap<Element, Seen>();
  private at = 0;

  /** Notes what a canvas shows while it is captured. */
  noteCaptured(element: Element): void {
    const sample = sampleOf(element);
    if (sample === undefined) return;
    const turns = (this.seen.get(element)?.turns ?? 0) + 1;
    this.seen.set(element, { captured: sample, last: sample, since: performance.now(), turns });
  }

  /**
   * The next canvas that shows something else than what was captured, and stands still.
   * @returns `turned`: the former picture was complete, and this is another one
   */
  next(
    pictures: Iterable<Picture>,
  ): { picture: Picture; element: Element; turned: boolean } | undefined {
    const live = [...pictures].flatMap((picture) =>
      [...picture.nodes.keys()].flatMap((element) =>
        isHtml(element, 'canvas') ? [{ picture, element }] : [],
      ),
    );
    if (live.length === 0) return undefined;
    this.at = (this.at + 1) % live.length;
    const one = live[this.at];
    return one && this.look(one.picture, one.element);
  }

  private look(
    picture: Picture,
    element: Element,
  ): { picture: Picture; element: Element; turned: boolean } | undefined {
    const seen = this.seen.get(element);
    // Nothing was drawn yet.
    if (!seen) return picture.captureKey ? undefined : { picture, element, turned: false };
    if (seen.turns > MAX_TURNS) return undefined;
    const sample = sampleOf(element);
    if (sample === undefined || sample === seen.captured) return undefined;
    const isStill = sample === seen.last;
    seen.last = sample;
    if (!isStill) return undefined;
    return { picture, element, turned: performance.now() - seen.since > DRAWING_MS };
  }
}

/** A text that is the same for the same pixels; undefined if they cannot be read. */
function sampleOf(element: Element): string | undefined {
  if (!isHtml(element, 'canvas') || element.width === 0 || element.height === 0) return undefined;
  const copy = create('canvas');
  copy.width = SAMPLE;
  copy.height = SAMPLE;
  try {
    copy.getContext('2d')?.drawImage(element, 0, 0, SAMPLE, SAMPLE);
    return copy.toDataURL();
  } catch {
    return undefined;
  }
}
