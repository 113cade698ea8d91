import { isConnected, localName, queryList, type Root } from '../find/dom';
import { PICTURES } from '../find/read-element';

/** Elements that are read before everything else. */
const IS_FIRST = new Set(PICTURES.split(', '));
/** Most elements of one tree that are read. */
const MAX_ELEMENTS = 200_000;

interface List {
  elements: ArrayLike<Element>;
  at: number;
  /** Without what another list holds. */
  isRest: boolean;
}

/** Elements that wait to be read, pictures first. */
export class Work {
  private readonly single = new Set<Element>();
  private first: List[] = [];
  private rest: List[] = [];

  get isEmpty(): boolean {
    return this.single.size === 0 && this.first.length === 0 && this.rest.length === 0;
  }

  /** One element that has changed. */
  add(element: Element): void {
    // Whoever changes so many elements at once is read by the next full scan.
    if (this.single.size < MAX_ELEMENTS) this.single.add(element);
  }

  /** All elements below a root or an element. The lists are those of the moment; what has left since is skipped. */
  addTree(root: Root | Element): void {
    this.first.push({ elements: queryList(root, PICTURES), at: 0, isRest: false });
    this.rest.push({ elements: queryList(root, '*'), at: 0, isRest: true });
  }

  clear(): void {
    this.single.clear();
    this.first = [];
    this.rest = [];
  }

  /**
   * Visits waiting elements for a while.
   * @param ms after which it stops; one visit may last longer
   */
  run(ms: number, visit: (element: Element, name: string) => void): void {
    const until = performance.now() + ms;
    for (let next = this.take(); next; next = this.take()) {
      if (isConnected(next)) visit(next, localName(next));
      if (performance.now() >= until) return;
    }
  }

  private take(): Element | undefined {
    for (const element of this.single) {
      this.single.delete(element);
      return element;
    }
    return takeFrom(this.first) ?? takeFrom(this.rest);
  }
}

function takeFrom(lists: List[]): Element | undefined {
  for (let list = lists[0]; list; list = lists[0]) {
    while (list.at < Math.min(list.elements.length, MAX_ELEMENTS)) {
      const element = list.elements[list.at];
      list.at += 1;
      if (element && !(list.isRest && IS_FIRST.has(localName(element)))) return element;
    }
    lists.shift();
  }
  return undefined;
}
