import { browser } from 'wxt/browser';
import type { ToastMessage, Toasts } from '@/lib/page/ui/toast';
import type { ToastData } from '@/lib/page/ui/toast-data';
import { runInFrame } from './inject';
import { withTimeout } from './with-timeout';

/** The page that a toast is for. */
export interface ToastPage {
  tabId: number;
  /** Address of the page when the image was clicked. */
  pageUrl: string;
}

/** A button of a toast was pressed. */
export interface ToastPress {
  action: string;
  /** The rows that the toast was about. */
  jobIds: readonly string[];
}

interface Shown {
  id: string;
  jobIds: readonly string[];
}

/** A page that is frozen answers never, ms. */
const ANSWER_MS = 3_000;
/** Toasts of a tab whose buttons still work: one may be on the screen while a newer one waits. */
const REMEMBERED = 4;

const keyOf = (tabId: number) => `toasts/${tabId}`;

async function shownIn(tabId: number): Promise<Shown[]> {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] as Shown[] | undefined) ?? [];
}

/** Notes one after the other: each reads what the one before has written. */
let noting: Promise<void> = Promise.resolve();

function note(tabId: number, shown: Shown): Promise<void> {
  noting = noting
    .catch(() => undefined)
    .then(async () => {
      const all = [...(await shownIn(tabId)), shown].slice(-REMEMBERED);
      await browser.storage.session.set({ [keyOf(tabId)]: all });
    });
  return noting;
}

/**
 * Whether the tab still shows the site that the image was clicked on, and whether it is before the
 * person's eyes. Tab ids are given anew after a restart, so the id alone says nothing.
 */
export async function pageVisibility({
  tabId,
  pageUrl,
}: ToastPage): Promise<'in-front' | 'behind' | 'gone'> {
  try {
    const { active, url, windowId } = await browser.tabs.get(tabId);
    const origin = URL.parse(url ?? '')?.origin;
    if (origin === undefined || origin !== URL.parse(pageUrl)?.origin) return 'gone';
    // Firefox for Android has no windows.
    const isFocused = (await browser.windows?.get(windowId))?.focused ?? true;
    return active && isFocused ? 'in-front' : 'behind';
  } catch {
    return 'gone';
  }
}

/**
 * Shows a toast in the page's corner, in place of the one before.
 * @returns whether it is there within three seconds: pages of the browser's own, pages left meanwhile
 *   and frozen pages have none
 */
export async function showToast(
  page: ToastPage,
  jobIds: readonly string[],
  data: Omit<ToastData, 'id'>,
): Promise<boolean> {
  const { tabId } = page;
  const id = crypto.randomUUID();
  try {
    await note(tabId, { id, jobIds });
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
  // The tab may have gone to another site since it was looked at: what is said is not for that one.
  const said = (data: ToastData, origin: string | undefined) =>
    new URL(window.location.href).origin === origin &&
    (globalThis as unknown as { upscaleToasts: Toasts }).upscaleToasts.show(data);
  const origin = URL.parse(pageUrl)?.origin;
  return (await runInFrame({ tabId, frameId: 0 }, said, [shown, origin])) === true;
}

/** How long the screen is free of toasts, ms: a capture takes a fraction of it. */
const FREE_MS = 2_000;

/** Takes toasts out of the page's sight for a moment, before it is captured. */
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
 * Registers a listener for presses. Call it in the first synchronous turn. What a toast was about
 * is known here by its id, and nothing of that is taken from the page.
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
