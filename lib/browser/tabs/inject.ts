import { browser } from 'wxt/browser';

/** A frame of a tab. */
export interface Place {
  tabId: number;
  frameId: number;
}

/**
 * Runs a self-contained function in a frame's isolated world. Works under `activeTab` after a
 * click, or with host access. The result is JSON only in Chrome.
 * @throws if the frame cannot be accessed: no permission, gone, or a browser page; and in
 *   Firefox what the function throws, where Chrome resolves with null
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
  // Firefox does not reject if the function throws, but reports it here.
  const { error } = (injection ?? {}) as { error?: unknown };
  if (error) throw error;
  return injection?.result as Awaited<Result>;
}
