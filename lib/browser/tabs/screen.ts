import { browser } from 'wxt/browser';
import { type Place, runInFrame } from './inject';
import { boxOfFrame, boxOfImage, type View, viewOfPage } from './on-screen';
import { pauseToasts } from './toast';

/** A box in a screenshot of a tab, px. */
interface ScreenBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An image whose pixels can only be read from the screen. */
export interface ShownImage extends Place {
  pageUrl: string;
  frameUrl: string;
  /** Current address of an `<img>`; empty for other elements. */
  imageUrl: string;
  /** Key of its element in the frame (lib/page/ui/kept-elements.ts). */
  elementKey?: string | undefined;
}

/** A capture of a tab, and the box of the image in it. */
export interface Shot {
  screen: Blob;
  box: ScreenBox;
}

/** A box that moves by less between two measurements counts as still, px of a capture. */
const STILL_PX = 1;

/**
 * Captures the tab that shows an image. The box is measured before and after the capture: a crop of a moving
 * image would show something else.
 * @returns 'hidden' if the image is off the screen or moves, or if another tab is active; undefined if the
 *   page is gone or out of reach
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
 * Captures the visible part of a page as PNG. Works under `activeTab` while the tab is active.
 * @returns 'hidden' if another tab is active; undefined if the page is gone or out of reach
 */
export async function captureTab(
  tabId: number,
  pageUrl: string,
): Promise<Blob | 'hidden' | undefined> {
  const before = await orUndefined(() => browser.tabs.get(tabId));
  // `activeTab` may have been granted for a different page.
  if (!before || withoutHash(before.url) !== withoutHash(pageUrl)) return undefined;
  if (!before.active) return 'hidden';
  return orUndefined(async () => {
    const address = await browser.tabs.captureVisibleTab(before.windowId, { format: 'png' });
    // The capture is of the window: another tab or page may have become active meanwhile.
    const after = await browser.tabs.get(tabId);
    if (withoutHash(after.url) !== withoutHash(pageUrl)) return null;
    if (!after.active || after.windowId !== before.windowId) return 'hidden';
    return (await fetch(address)).blob();
  });
}

/**
 * Measures the box of an image in a capture of its tab.
 * @returns undefined if it is out of view, or if it cannot be measured
 */
async function locateOnScreen({
  frameUrl,
  imageUrl,
  elementKey = '',
  ...place
}: ShownImage): Promise<ScreenBox | undefined> {
  const top = { tabId: place.tabId, frameId: 0 };
  const view = await orUndefined(() => runInFrame(top, viewOfPage, []));
  if (!view) return undefined;
  const { tabId, frameId } = place;
  const measured = await runInFrame({ tabId, frameId }, boxOfImage, [imageUrl, elementKey]).catch(
    () => 'out of reach' as const,
  );
  if (measured === null || measured === undefined) return undefined;
  if (frameId === 0) return measured === 'out of reach' ? undefined : onScreen(measured, view);
  const frame = await orUndefined(() => runInFrame(top, boxOfFrame, [frameUrl]));
  if (!frame) return undefined;
  // Without access to the frame, take the whole frame.
  if (measured === 'out of reach') return onScreen(frame, view);
  const { scaleX, scaleY, devicePixelRatio } = frame;
  const inPage = {
    x: frame.x + measured.x * scaleX,
    y: frame.y + measured.y * scaleY,
    width: measured.width * scaleX,
    height: measured.height * scaleY,
    devicePixelRatio,
  };
  return onScreen(inPage, view);
}

function withoutHash(url = ''): string {
  return url.replace(/#.*/s, '');
}

async function orUndefined<T>(ask: () => Promise<T | null>): Promise<T | undefined> {
  try {
    return (await ask()) ?? undefined;
  } catch {
    return undefined;
  }
}

function onScreen(box: ScreenBox & { devicePixelRatio: number }, view: View): ScreenBox {
  const ratio = box.devicePixelRatio * view.scale;
  return {
    x: (box.x - view.x) * ratio,
    y: (box.y - view.y) * ratio,
    width: box.width * ratio,
    height: box.height * ratio,
  };
}
