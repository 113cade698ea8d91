import { isElement, isHtml, parentElement, queryAll, type Root } from '../find/dom';

/** What a page did. */
export interface Watcher {
  /** An element, or what it shows, has changed. */
  onChanged(element: Element): void;
  /** An element has come, with everything below it. */
  onCame(element: Element): void;
  /** Elements have left. */
  onLeft(): void;
  /** More has changed at once than can be told one by one. */
  onFlood(): void;
  /** Everything of one call has been told. */
  onEnd?(): void;
}

/** Most records of one call that are told one by one. */
const MAX_RECORDS = 5_000;

/**
 * Watches documents and shadow roots. Costs nothing while they stand still: no timer, and nothing that the page could
 * see, because listeners of an isolated world are invisible to it.
 */
export class Watch {
  private readonly roots = new Map<Root, AbortController>();
  private readonly observer: MutationObserver;

  /** @param attributes whose changes are told; without it, those of all */
  constructor(
    private readonly watcher: Watcher,
    private readonly attributes?: readonly string[],
  ) {
    this.observer = new MutationObserver((records) => this.read(records));
  }

  /** @returns whether the root is new */
  add(root: Root): boolean {
    if (this.roots.has(root)) return false;
    const leave = new AbortController();
    this.roots.set(root, leave);
    this.observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      ...(this.attributes && { attributeFilter: [...this.attributes] }),
    });
    const onLoad = ({ target }: Event): void => {
      if (!isElement(target)) return;
      this.watcher.onChanged(target);
      this.watcher.onEnd?.();
    };
    const options = { capture: true, passive: true, signal: leave.signal };
    // A shadow root keeps the load events of its images to itself.
    for (const type of ['load', 'error']) {
      EventTarget.prototype.addEventListener.call(root, type, onLoad, options);
    }
    return true;
  }

  get all(): Iterable<Root> {
    return this.roots.keys();
  }

  /** Leaves shadow roots whose host is gone. */
  sweep(isThere: (host: Element) => boolean): void {
    for (const [root, leave] of this.roots) {
      if (root instanceof Document || isThere(root.host)) continue;
      leave.abort();
      this.roots.delete(root);
    }
  }

  /** Reads what has changed so far, without waiting for the browser to tell. */
  flush(): void {
    this.read(this.observer.takeRecords());
  }

  stop(): void {
    this.observer.disconnect();
    for (const leave of this.roots.values()) leave.abort();
    this.roots.clear();
  }

  private read(records: readonly MutationRecord[]): void {
    if (records.length > MAX_RECORDS) this.watcher.onFlood();
    let hasLeft = false;
    for (const { type, target, addedNodes, removedNodes } of records.slice(0, MAX_RECORDS)) {
      hasLeft ||= removedNodes.length > 0;
      if (type === 'attributes') this.changed(target);
      else for (const node of addedNodes) if (isElement(node)) this.watcher.onCame(node);
      // What a picture offers has changed.
      if (type === 'childList') this.changed(target, true);
    }
    if (hasLeft) this.watcher.onLeft();
    this.watcher.onEnd?.();
  }

  private changed(target: Node, isOfChildren = false): void {
    if (!isElement(target)) return;
    const around = isHtml(target, 'source') ? parentElement(target) : target;
    if (around && isHtml(around, 'picture')) {
      for (const image of queryAll(around, 'img')) this.watcher.onChanged(image);
    }
    if (!isOfChildren) this.watcher.onChanged(target);
  }
}
