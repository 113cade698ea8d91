import { attribute } from '../find/dom';

interface Swapped {
  /** The attribute as the page had it. */
  before: string | null;
  url: string;
  /** Places that show it: a drawing can use the image of another one. */
  users: number;
}

/** Images whose `href` is ours. */
const swapped = new WeakMap<Element, Swapped>();

/** Has an image of a drawing show a result. It has its size from the drawing. */
export class HrefSwap {
  readonly isPinned = false;

  constructor(
    private readonly image: Element,
    private readonly url: string,
  ) {
    const known = swapped.get(image);
    const isOurs = known !== undefined && attribute(image, 'href') === known.url;
    const before = isOurs ? known.before : attribute(image, 'href');
    swapped.set(image, { before, url, users: (isOurs ? known.users : 0) + 1 });
    Element.prototype.setAttribute.call(image, 'href', url);
  }

  /** Whether the page has left it as it is. */
  get isIntact(): boolean {
    return attribute(this.image, 'href') === this.url;
  }

  undo(): void {
    const known = swapped.get(this.image);
    if (!known || !this.isIntact) return;
    known.users -= 1;
    if (known.users > 0) return;
    swapped.delete(this.image);
    if (known.before === null) Element.prototype.removeAttribute.call(this.image, 'href');
    else Element.prototype.setAttribute.call(this.image, 'href', known.before);
  }
}
