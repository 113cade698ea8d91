import { browser } from 'wxt/browser';

/** Both optional patterns together are "all sites". */
export const EVERYWHERE = ['https://*/*', 'http://*/*'];

/** Whether a match pattern is granted. */
export function mayAccess(pattern: string): Promise<boolean> {
  return mayAccessAll([pattern]);
}

/** Whether match patterns are granted, all of them. */
export function mayAccessAll(patterns: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: patterns });
}

/**
 * Shows the browser's prompt. Must be the first call in a click handler of our own page: any
 * `await` before it loses the gesture. The grant reaches `onAccessChange` in the background,
 * even if the prompt closed the page.
 */
export function requestAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Registers a listener for grants and revocations. Call it in the first synchronous turn. */
export function onAccessChange(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

/** A switch in the options requests and drops it. */
const NOTIFICATIONS = { permissions: ['notifications'] as 'notifications'[] };

/** Whether notifications are allowed. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFICATIONS);
}

/** Shows the browser's prompt, where it has one for notifications. Must be the first call in a click handler. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(NOTIFICATIONS);
}

/** Drops the permission. */
export async function dropNotifications(): Promise<void> {
  await browser.permissions.remove(NOTIFICATIONS);
}
