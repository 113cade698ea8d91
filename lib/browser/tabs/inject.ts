import { browser } from 'wxt/browser';

/** A frame of a tab. */
export interface Place {
  tabId: number;
  frameId: number;
}

/**
 * Runs a self-contained function in a frame's isolated world. Works under `activeTab` after a
 * click, or with host access. Chrome restricts the result to JSON; Firefox clones it.
 * @throws if the frame is out of reach: no access, gone, or a page of the browser; in Firefox also what
 *   the function throws, where Chrome resolves with null
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
  // Firefox does not reject when the function throws; it reports the error here.
  const { error } = (injection ?? {}) as { error?: unknown };
  if (error) throw error;
  return injection?.result as Awaited<Result>;
}
