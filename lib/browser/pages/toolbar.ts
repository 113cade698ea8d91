import { browser } from 'wxt/browser';

/** Whether our button is pinned to the toolbar; undefined where the browser does not report it. */
export async function isInToolbar(): Promise<boolean | undefined> {
  const settings = await browser.action.getUserSettings?.();
  return settings?.isOnToolbar;
}

/** Registers a listener for pinning: the event of the browser, where it has one, and every focus of this page. */
export function watchToolbar(onChange: () => void): void {
  const action = browser.action as {
    onUserSettingsChanged?: { addListener(on: () => void): void };
  };
  action.onUserSettingsChanged?.addListener(onChange);
  window.addEventListener('focus', onChange);
}
