/**
 * Injected functions that measure boxes in a frame. They use nothing from outside their bodies, and read
 * the DOM through the prototypes: names of forms and images in a page can hide the members of
 * elements (`<img name="querySelectorAll">`).
 */

/** A box in the viewport of a frame, CSS px. */
export interface FrameBox {
  x: number;
  y: number;
  width: number;
  height: number;
  devicePixelRatio: number;
}

/** The visual viewport (what pinch zoom shows), CSS px. */
export interface View {
  x: number;
  y: number;
  /** Pinch zoom; 1 without it. */
  scale: number;
}

/**
 * Injected. Box of an image in the frame.
 * @param url current address of an `<img>` or image button; empty for other elements
 * @param key of the element that the finder kept; empty for none
 * @returns null if it is outside the viewport
 */
export function boxOfImage(url: string, key: string): FrameBox | null {
  const get = <T>(prototype: object, name: string, self: unknown): T =>
    Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(self) as T;
  const visible = ({ left, right, top, bottom }: DOMRect): number => {
    const width = Math.min(right, window.innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, window.innerHeight) - Math.max(top, 0);
    return Math.max(0, width) * Math.max(0, height);
  };
  const { upscaleElements } = globalThis as {
    upscaleElements?: Map<string, WeakRef<Element>>;
  };
  const boxes: DOMRect[] = [];
  const kept = upscaleElements?.get(key)?.deref();
  const addressOf = (element: Element): string | undefined => {
    if (element instanceof HTMLImageElement) {
      const current = get<string>(HTMLImageElement.prototype, 'currentSrc', element);
      return current || get<string>(HTMLImageElement.prototype, 'src', element);
    }
    if (!(element instanceof HTMLInputElement)) return undefined;
    const type = get<string>(HTMLInputElement.prototype, 'type', element);
    return type === 'image' ? get<string>(HTMLInputElement.prototype, 'src', element) : undefined;
  };
  const measure = (element: Element): void => {
    const isShown = Element.prototype.checkVisibility.call(element, {
      opacityProperty: true,
      visibilityProperty: true,
    });
    if (isShown) boxes.push(Element.prototype.getBoundingClientRect.call(element));
  };
  // A carousel may now show another image in the same element.
  const isOther = /^https?:/.test(url) && ![undefined, url].includes(kept && addressOf(kept));
  if (kept && !isOther && get<boolean>(Node.prototype, 'isConnected', kept)) measure(kept);
  else if (url !== '') {
    const roots = new Set<Document | ShadowRoot>([document]);
    for (const root of roots) {
      const prototype = root === document ? Document.prototype : DocumentFragment.prototype;
      for (const element of prototype.querySelectorAll.call(root, '*')) {
        const shadow = get<ShadowRoot | null>(Element.prototype, 'shadowRoot', element);
        if (shadow) roots.add(shadow);
        if (addressOf(element) === url) measure(element);
      }
    }
  }
  const best = boxes.sort((a, b) => visible(b) - visible(a))[0];
  if (!best || visible(best) === 0) return null;
  const { x, y, width, height } = best;
  return { x, y, width, height, devicePixelRatio: window.devicePixelRatio };
}

/**
 * Injected into the top frame. Content box of the frame with an address.
 * @returns null if no frame or more than one has this address
 */
export function boxOfFrame(url: string): (FrameBox & { scaleX: number; scaleY: number }) | null {
  const get = <T>(prototype: object, name: string, self: unknown): T =>
    Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(self) as T;
  const all: NodeListOf<Element> = Document.prototype.querySelectorAll.call(
    document,
    'iframe, frame',
  );
  const frames = Array.from(all).filter((element) => {
    const isInline = element instanceof HTMLIFrameElement;
    const { prototype } = isInline ? HTMLIFrameElement : HTMLFrameElement;
    return get<string>(prototype, 'src', element) === url;
  });
  const [frame] = frames;
  if (frames.length !== 1 || !(frame instanceof HTMLElement)) return null;
  const box = Element.prototype.getBoundingClientRect.call(frame);
  const of = (name: string): number => get<number>(Element.prototype, name, frame);
  const offset = (name: string): number => get<number>(HTMLElement.prototype, name, frame);
  // A transform of the frame scales its content.
  const scaleX = box.width / (offset('offsetWidth') || box.width || 1);
  const scaleY = box.height / (offset('offsetHeight') || box.height || 1);
  return {
    x: box.x + of('clientLeft') * scaleX,
    y: box.y + of('clientTop') * scaleY,
    width: of('clientWidth') * scaleX,
    height: of('clientHeight') * scaleY,
    devicePixelRatio: window.devicePixelRatio,
    scaleX,
    scaleY,
  };
}

/** Injected into the top frame. The part of the layout viewport that pinch zoom shows. */
export function viewOfPage(): View {
  const { visualViewport } = window;
  if (!visualViewport) return { x: 0, y: 0, scale: 1 };
  const { offsetLeft, offsetTop, scale } = visualViewport;
  return { x: offsetLeft, y: offsetTop, scale };
}
