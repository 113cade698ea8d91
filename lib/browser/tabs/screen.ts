import { browser } from 'wxt/browser';
import { type Place, runInFrame } from './inject';
import { boxOfFrame, boxOfImage, type View, viewOfPage } from './on-screen';
import { pauseToasts } from './toast';

/** A box on the screen of a tab, px of a capture. */
interface ScreenBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An image that only the screen shows. */
export interface ShownImage extends Place {
  pageUrl: string;
  frameUrl: string;
  /** Address that an `<img>` shows; empty where there is none. */
  imageUrl: string;
  /** Key of its element in the frame (lib/page/ui/kept-elements.ts). */
  elementKey?: string | undefined;
}

/** What a tab shows now, and where in it the image is. */
export interface Shot {
  screen: Blob;
  box: ScreenBox;
}

/** A box moves by less than this between two looks, px of a capture, or it has moved. */
const STILL_PX = 1;

/**
 * Captures the tab that shows an image. Its place is measured before and after: what moves meanwhile
 * is not captured, because the cut would show something else.
 * @returns 'hidden' if the image is not on the screen or does not stand still, or if another tab is
 *   in front; undefined if the page is gone or out of reach
 */
export async function captureImage(image: ShownImage): Promise<Shot | 'hidden' | undefined> {
  const before = await locateOnScreen(image);
  if (!before) return 'hidden';
  await pauseToasts(image.tabId);
  const box = await locateOnScreen(image);
  const screen = await captureTab(image.tabId, image.pageUrl);
  if (screen === 'hidden' || screen === undefined) return screen;
  const after = await locateOnScreen(image);
  return box && after && isSame(box, after) ? { screen, box } : 'hidden';
}

function isSame(a: ScreenBox, b: ScreenBox): boolean {
  return (['x', 'y', 'width', 'height'] as const).every(
    (side) => Math.abs(a[side] - b[side]) < STILL_PX,
  );
}

/**
 * What a tab shows now of a page, as PNG. Works under `activeTab` while the tab is in front.
 * @returns 'hidden' if another tab is in front of it, undefined if the page is gone or out of reach
 */
export async function captureTab(
  tabId: number,
  pageUrl: string,
): Promise<Blob | 'hidden' | undefined> {
  const before = await tell(() => browser.tabs.get(tabId));
  // The leave to see the tab may have been given on another page than the one that was clicked.
  if (!before || withoutHash(before.url) !== withoutHash(pageUrl)) return undefined;
  if (!before.active) return 'hidden';
  return tell(async () => {
    const address = await browser.tabs.captureVisibleTab(before.windowId, { format: 'png' });
    // The capture is of the window: another tab, or page, may have come to its front meanwhile.
    const after = await browser.tabs.get(tabId);
    if (withoutHash(after.url) !== withoutHash(pageUrl)) return null;
    if (!after.active || after.windowId !== before.windowId) return 'hidden';
    return (await fetch(address)).blob();
  });
}

/**
 * Where a capture of the tab shows an image of a frame, measured now.
 * @returns undefined if it is not in view, or if nobody can tell
 */
async function locateOnScreen({
  frameUrl,
  imageUrl,
  elementKey = '',
  ...place
}: ShownImage): Promise<ScreenBox | undefined> {
  const top = { tabId: place.tabId, frameId: 0 };
  const view = await tell(() => runInFrame(top, viewOfPage, []));
  if (!view) return undefined;
  const { tabId, frameId } = place;
  const measured = await runInFrame({ tabId, frameId }, boxOfImage, [imageUrl, elementKey]).catch(
    () => 'out of reach' as const,
  );
  if (measured === null || measured === undefined) return undefined;
  if (frameId === 0) return measured === 'out of reach' ? undefined : seen(measured, view);
  const frame = await tell(() => runInFrame(top, boxOfFrame, [frameUrl]));
  if (!frame) return undefined;
  // A frame nobody may look into is taken as a whole.
  if (measured === 'out of reach') return seen(frame, view);
  const { scaleX, scaleY, devicePixelRatio } = frame;
  const inPage = {
    x: frame.x + measured.x * scaleX,
    y: frame.y + measured.y * scaleY,
    width: measured.width * scaleX,
    height: measured.height * scaleY,
    devicePixelRatio,
  };
  return seen(inPage, view);
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

function seen(box: ScreenBox & { devicePixelRatio: number }, view: View): ScreenBox {
  const ratio = box.devicePixelRatio * view.scale;
  return {
    x: (box.x - view.x) * ratio,
    y: (box.y - view.y) * ratio,
    width: box.width * ratio,
    height: box.height * ratio,
  };
}
