import { browser } from 'wxt/browser';

/**
 * Registers a listener for installs and updates. Call it in the first synchronous turn.
 * @param listener `isFirst` is true for an install, false for an update
 */
export function onInstalled(listener: (isFirst: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => listener(reason === 'install'));
}

/** Registers a listener for the start of the browser. Call it in the first synchronous turn. */
export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** Languages of the browser's interface, best first. */
export function uiLanguages(): string[] {
  return [browser.i18n.getUILanguage(), ...navigator.languages];
}
