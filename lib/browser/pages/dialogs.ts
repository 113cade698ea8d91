import { browser } from 'wxt/browser';

/** Hash of the popup's page when it is a tab for choosing files. */
const CHOOSE = '#choose';

/**
 * Whether this page is a popup that the browser closes as soon as a dialog opens. Firefox
 * does: a chosen file never arrives, and the first click on a prompt only closes the popup. No API
 * reports this, but `getBrowserInfo` exists only in such browsers.
 */
export function isClosedByDialogs(): boolean {
  const { getBrowserInfo } = browser.runtime as { getBrowserInfo?: unknown };
  if (!getBrowserInfo) return false;
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** Opens this page in a tab to choose files, if the file dialog would close the popup. */
export function chooseFilesInTab(): void {
  document.addEventListener('click', (event) => {
    if (!isFileInput(event.target) || !isClosedByDialogs()) return;
    event.preventDefault();
    const url = browser.runtime.getURL(`/popup.html${CHOOSE}`);
    void browser.tabs.create({ url }).then(() => window.close());
  });
}

/** In the tab for choosing files, focuses the file button. */
export function focusFileChoice(): void {
  if (location.hash !== CHOOSE) return;
  const input = document.querySelector('input[type=file]');
  if (input instanceof HTMLInputElement) input.focus();
}

function isFileInput(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'file';
}
