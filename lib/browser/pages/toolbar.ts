import { browser } from 'wxt/browser';

/** Whether our button is in the toolbar for good; undefined where the browser does not say. */
export async function isInToolbar(): Promise<boolean | undefined> {
  const settings = await browser.action.getUserSettings?.();
  return settings?.isOnToolbar;
}

/** Tells when the button may have been moved: at once where the browser says so, else on coming back. */
export function watchToolbar(onChange: () => void): void {
  const action = browser.action as {
    onUserSettingsChanged?: { addListener(on: () => void): void };
  };
  action.onUserSettingsChanged?.addListener(onChange);
  window.addEventListener('focus', onChange);
}
