import { createToasts, type ToastMessage, type ToastOptions } from '@/lib/page/ui/toast';
import type { ToastData } from '@/lib/page/ui/toast-data';
import { show } from './fixture';

/** For tests of toasts: a page, toasts in it, and what they send. */

export const BUSY: ToastData = {
  id: 'id-1',
  tone: 'busy',
  title: 'Upscaling to 2K…',
  detail: '<b>boat</b>',
  buttons: [],
  close: 'Close',
  label: 'Upscale with Dreamina',
  language: 'en',
  theme: 'auto',
  orphaned: { title: 'Updated', detail: 'Open it again.' },
};
export const DONE: ToastData = {
  ...BUSY,
  id: 'id-2',
  tone: 'good',
  title: 'Done',
  buttons: [
    { action: 'save', label: 'Save' },
    { action: 'compare', label: 'Compare' },
  ],
};

/** What was sent since `startPage`. */
export const sent: ToastMessage[] = [];
let root: ShadowRoot | undefined;

export const createTestToasts = (options: Partial<ToastOptions> = {}) =>
  createToasts({
    send: (message) => sent.push(message),
    onOpen: (opened) => {
      root = opened;
    },
    ...options,
  });

/** The elements that hold toasts. */
export const hosts = () => document.querySelectorAll('[popover]');
/** The closed root of the toast that was opened last. */
export const openRoot = () => root;
export const inside = (selector: string): HTMLElement => {
  const element = root?.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};
export const has = (selector: string) => root?.querySelector(selector) !== null;

/** Call before each test. */
export async function startPage(): Promise<void> {
  sent.length = 0;
  await show('<button id="b">page</button><p id="p" style="height:90vh">words</p>');
}

/** Call after each test. */
export function clearPage(): void {
  for (const host of hosts()) host.remove();
  document.documentElement.removeAttribute('style');
  document.documentElement.removeAttribute('dir');
}
