/** What Playwright does not attach to, or does not stop: popups and workers. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, CDPSession } from 'playwright';

interface Target {
  targetId: string;
  type: string;
  url: string;
  attached: boolean;
}

/** How long a killed worker is given to stop, and how long it must then stay so, ms. */
const STOP_MS = 2_000;
const STOPPED_MS = 50;

/** Kills the service worker; the next event starts a new one with an empty memory. */
export async function killWorker(context: BrowserContext): Promise<void> {
  await withTargets(context, isWorker, close);
}

/**
 * Kills the service worker until none runs: an answer on its way may start it again.
 * @throws if it does not stay stopped
 */
export async function untilAsleep(context: BrowserContext): Promise<void> {
  for (const end = Date.now() + STOP_MS; Date.now() < end; ) {
    await killWorker(context);
    await pause(STOPPED_MS);
    // Playwright's own list may still have the last one.
    if (!(await hasWorker(context))) return;
  }
  throw new Error('the worker does not stop');
}

/** Whether a service worker runs. */
export function hasWorker(context: BrowserContext): Promise<boolean> {
  return withTargets(context, isWorker, async (found) => found.length > 0);
}

/** Whether the browser shows the popup itself, as opposed to its page in a tab. */
export function hasPopup(context: BrowserContext): Promise<boolean> {
  return withTargets(context, isPopup, async (found) => found.length > 0);
}

/** Closes the popup itself, if it is open. */
export function closePopup(context: BrowserContext): Promise<void> {
  return withTargets(context, isPopup, close);
}

const isWorker = ({ type }: Target) => type === 'service_worker';
/** Playwright attaches to tabs, and to no popup. */
const isPopup = ({ url, attached }: Target) => /popup\.html/.test(url) && !attached;

async function close(targets: Target[], session: CDPSession): Promise<void> {
  for (const { targetId } of targets) await session.send('Target.closeTarget', { targetId });
}

async function withTargets<Result>(
  context: BrowserContext,
  isMeant: (target: Target) => boolean,
  act: (targets: Target[], session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no browser to talk to');
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    return await act(targetInfos.filter(isMeant), session);
  } finally {
    await session.detach();
  }
}
