import { browser } from 'wxt/browser';
import { type Place, runInFrame } from './inject';

/** A box on the screen of a tab, px of a capture. */
export interface ScreenBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A box in the viewport of a frame, CSS px. */
export interface FrameBox extends ScreenBox {
  devicePixelRatio: number;
}

/**
 * What a tab shows now of a page, as PNG. Works under `activeTab` while the tab is in front.
 * @returns 'hidden' if another tab is in front of it, undefined if the page is gone or out of reach
 */
export async function captureTab(
  tabId: number,
  pageUrl: string,
): Promise<Blob | 'hidden' | undefined> {
  const tab = await tell(() => browser.tabs.get(tabId));
  // The leave to see the tab may have been given on another page than the one that was clicked.
  if (!tab || withoutHash(tab.url) !== withoutHash(pageUrl)) return undefined;
  if (!tab.active) return 'hidden';
  return tell(async () => {
    const address = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
    return (await fetch(address)).blob();
  });
}

/**
 * Where a capture of the tab shows an image of a frame.
 * @param known where it was when it was found, if the page can no longer tell
 */
export async function locateOnScreen(
  place: Place,
  imageUrl: string,
  frameUrl: string,
  known?: FrameBox,
): Promise<ScreenBox | undefined> {
  const inFrame = (await tell(() => runInFrame(place, boxOfImage, [imageUrl]))) ?? known;
  if (place.frameId === 0) return inFrame && scaled(inFrame, { x: 0, y: 0 });
  const top = { tabId: place.tabId, frameId: 0 };
  const frame = await tell(() => runInFrame(top, boxOfFrame, [frameUrl]));
  if (!frame) return undefined;
  // A frame nobody may look into is taken as a whole.
  return inFrame ? scaled(inFrame, frame) : scaled(frame, { x: 0, y: 0 });
}

function withoutHash(url = ''): string {
  return url.replace(/#.*/s, '');
}

async function tell<T>(ask: () => Promise<T | null>): Promise<T | undefined> {
  try {
    return (await ask()) ?? undefined;
  } catch {
    return undefined;
  }
}

function scaled(box: FrameBox, offset: { x: number; y: number }): ScreenBox {
  const { devicePixelRatio: ratio } = box;
  return {
    x: (box.x + offset.x) * ratio,
    y: (box.y + offset.y) * ratio,
    width: box.width * ratio,
    height: box.height * ratio,
  };
}

/** Injected. The largest visible image with an address. */
function boxOfImage(url: string): FrameBox | null {
  const roots: (Document | ShadowRoot)[] = [document];
  const boxes: DOMRect[] = [];
  for (let root = roots.pop(); root; root = roots.pop()) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const shown =
        element instanceof HTMLImageElement
          ? element.currentSrc || element.src
          : element instanceof HTMLInputElement && element.type === 'image'
            ? element.src
            : undefined;
      if (url !== '' && shown === url) boxes.push(element.getBoundingClientRect());
    }
  }
  const visible = (box: DOMRect) => {
    const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
    const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    return Math.max(0, width) * Math.max(0, height);
  };
  const best = boxes.sort((a, b) => visible(b) - visible(a))[0];
  if (!best || visible(best) === 0) return null;
  const { x, y, width, height } = best;
  return { x, y, width, height, devicePixelRatio };
}

/** Injected into the top frame. The frame that shows an address, without its border. */
function boxOfFrame(url: string): FrameBox | null {
  const frames = [...document.querySelectorAll('iframe, frame')];
  const frame = frames.find((element) => (element as HTMLIFrameElement).src === url) ?? null;
  if (!(frame instanceof HTMLElement)) return null;
  const { x, y } = frame.getBoundingClientRect();
  return {
    x: x + frame.clientLeft,
    y: y + frame.clientTop,
    width: frame.clientWidth,
    height: frame.clientHeight,
    devicePixelRatio,
  };
}
