import { browser } from 'wxt/browser';

/** A frame of a tab. */
export interface Place {
  tabId: number;
  frameId: number;
}

/**
 * Runs a self-contained function in a frame's isolated world. Works under `activeTab` after a
 * click, or with host access. The result is JSON only in Chrome.
 * @throws if the frame cannot be reached: no access, gone, or a page of the browser's own
 */
export async function runInFrame<Args extends unknown[], Result>(
  place: Place,
  func: (...args: Args) => Result,
  args: Args,
): Promise<Awaited<Result>> {
  const [injection] = await browser.scripting.executeScript({
    target: { tabId: place.tabId, frameIds: [place.frameId] },
    func,
    args,
  });
  return injection?.result as Awaited<Result>;
}
