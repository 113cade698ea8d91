import { browser } from 'wxt/browser';
import { createTurns } from '@/lib/async/turns';
import type { ToastMessage, Toasts } from '@/lib/page/ui/toast';
import type { ToastData } from '@/lib/page/ui/toast-data';
import { runInFrame } from './inject';
import { withTimeout } from './with-timeout';

/** The page that a toast is for. */
export interface ToastPage {
  tabId: number;
  /** Address of the page at the time of the click. */
  pageUrl: string;
}

/** A click on a button of a toast. */
export interface ToastPress {
  action: string;
  /** The jobs of the toast. */
  jobIds: readonly string[];
}

interface Shown {
  id: string;
  jobIds: readonly string[];
}

/** A frozen page never answers. */
const ANSWER_MS = 3_000;
/** Most toasts of a tab whose buttons work: one may be shown while a newer one waits. */
const REMEMBERED = 4;

const keyOf = (tabId: number) => `toasts/${tabId}`;

async function shownIn(tabId: number): Promise<Shown[]> {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] as Shown[] | undefined) ?? [];
}

/** Writes one after the other: each reads the result of the one before. */
const inTurn = createTurns();

function remember(tabId: number, shown: Shown): Promise<void> {
  return inTurn(async () => {
    const all = [...(await shownIn(tabId)), shown].slice(-REMEMBERED);
    await browser.storage.session.set({ [keyOf(tabId)]: all });
  });
}

/**
 * Whether the tab still shows the site of the clicked image, and whether it is visible. Tab ids are reused
 * after a restart, so the id alone proves nothing.
 */
export async function pageVisibility({
  tabId,
  pageUrl,
}: ToastPage): Promise<'in-front' | 'behind' | 'gone'> {
  try {
    const { active, url, windowId } = await browser.tabs.get(tabId);
    const origin = URL.parse(url ?? '')?.origin;
    if (origin === undefined || origin !== URL.parse(pageUrl)?.origin) return 'gone';
    // Firefox for Android has no windows API.
    const isFocused = (await browser.windows?.get(windowId))?.focused ?? true;
    return active && isFocused ? 'in-front' : 'behind';
  } catch {
    return 'gone';
  }
}

/**
 * Shows a toast in the corner of the page, in place of the one before.
 * @returns whether it was shown within 3 s; false for pages of the browser, pages left meanwhile and frozen
 *   pages
 */
export async function showToast(
  page: ToastPage,
  jobIds: readonly string[],
  data: Omit<ToastData, 'id'>,
): Promise<boolean> {
  const { tabId } = page;
  const id = crypto.randomUUID();
  try {
    await remember(tabId, { id, jobIds });
    return await withTimeout(ANSWER_MS, false, show(page, { ...data, id }));
  } catch {
    return false;
  }
}

async function show({ tabId, pageUrl }: ToastPage, shown: ToastData): Promise<boolean> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files: ['/toast.js'],
  });
  // The tab may have navigated to another site, which must not see the toast.
  const showIfSameSite = (data: ToastData, origin: string | undefined) =>
    new URL(window.location.href).origin === origin &&
    (globalThis as unknown as { upscaleToasts: Toasts }).upscaleToasts.show(data);
  const origin = URL.parse(pageUrl)?.origin;
  return (await runInFrame({ tabId, frameId: 0 }, showIfSameSite, [shown, origin])) === true;
}

/** How long toasts stay hidden, ms; a capture takes a fraction of it. */
const FREE_MS = 2_000;

/** Hides toasts for a moment, before the page is captured. */
export async function pauseToasts(tabId: number): Promise<void> {
  const pause = (ms: number) =>
    (globalThis as unknown as { upscaleToasts?: Toasts }).upscaleToasts?.pause(ms) ?? true;
  const paused = runInFrame({ tabId, frameId: 0 }, pause, [FREE_MS]).catch(() => undefined);
  await withTimeout<unknown>(ANSWER_MS, undefined, paused);
}

function isToastMessage(message: unknown): message is ToastMessage {
  const { type, id, action } = (message ?? {}) as Partial<ToastMessage>;
  return type === 'toast-pressed' && typeof id === 'string' && typeof action === 'string';
}

/**
 * Registers a listener for presses. Call it in the first synchronous turn. The page sends only the id of the
 * toast; the jobs behind it come from the session storage.
 */
export function onToastPress(listener: (press: ToastPress) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const tabId = sender.tab?.id;
    if (!isToastMessage(message) || sender.id !== browser.runtime.id) return;
    if (tabId === undefined || sender.frameId !== 0) return;
    const { id, action } = message;
    void shownIn(tabId).then((all) => {
      const shown = all.find((each) => each.id === id);
      if (shown) listener({ action, jobIds: shown.jobIds });
    });
  });
}
