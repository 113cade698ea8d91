import { browser } from 'wxt/browser';

/** Whether our button is pinned to the toolbar; undefined if the browser does not say. */
export async function isInToolbar(): Promise<boolean | undefined> {
  const settings = await browser.action.getUserSettings?.();
  return settings?.isOnToolbar;
}

/** Calls back when the button may have been pinned: at once if the browser reports it, else when the person returns. */
export function watchToolbar(onChange: () => void): void {
  const action = browser.action as {
    onUserSettingsChanged?: { addListener(on: () => void): void };
  };
  action.onUserSettingsChanged?.addListener(onChange);
  window.addEventListener('focus', onChange);
}
