import { browser } from 'wxt/browser';

/** Names the address of the popup's page where it was opened in a tab to choose files. */
const CHOOSE = '#choose';

/**
 * Whether this page is the popup of a browser that closes it as soon as a dialog opens. Firefox
 * does: a chosen file never arrives, and the first click on a prompt only closes the popup. Nothing
 * announces that; `getBrowserInfo` exists where it is so.
 */
export function isClosedByDialogs(): boolean {
  const { getBrowserInfo } = browser.runtime as { getBrowserInfo?: unknown };
  if (!getBrowserInfo) return false;
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** Opens this page in a tab when a file is to be chosen, where its own dialog would close it. */
export function chooseFilesInTab(): void {
  document.addEventListener('click', (event) => {
    if (!isFileInput(event.target) || !isClosedByDialogs()) return;
    event.preventDefault();
    const url = browser.runtime.getURL(`/popup.html${CHOOSE}`);
    void browser.tabs.create({ url }).then(() => window.close());
  });
}

/** In the tab that was opened to choose files, one key is enough to go on. */
export function focusFileChoice(): void {
  if (location.hash !== CHOOSE) return;
  const input = document.querySelector('input[type=file]');
  if (input instanceof HTMLInputElement) input.focus();
}

function isFileInput(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'file';
}
