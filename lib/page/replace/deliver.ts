import type { ReplaceRequest } from './contract';

/** Before the second try, ms. */
const AGAIN_MS = 1_000;

/**
 * Sends a message, and once more if it did not arrive: the background may have been starting.
 * @param isWanted whether a second try is
 * @returns the answer; undefined if the message did not arrive
 */
export async function deliver(
  send: (request: ReplaceRequest) => Promise<unknown>,
  request: ReplaceRequest,
  isWanted: () => boolean,
): Promise<unknown> {
  try {
    return await send(request);
  } catch {
    if (!isWanted()) return undefined;
  }
  await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  return isWanted() ? send(request).catch(() => undefined) : undefined;
}
