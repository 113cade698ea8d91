// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { chooseFilesInTab, focusFileChoice, isClosedByDialogs } from './dialogs';

let popups: unknown[];
let close: ReturnType<typeof vi.fn>;

beforeEach(() => {
  fakeBrowser.reset();
  popups = [window];
  close = vi.fn();
  vi.stubGlobal('close', close);
  Object.assign(fakeBrowser.runtime, { getBrowserInfo: async () => ({ name: 'Firefox' }) });
  Object.assign(fakeBrowser.extension, { getViews: () => popups });
  document.body.innerHTML = '<input type="file"><input type="checkbox">';
});

afterEach(() => {
  location.hash = '';
});

/** A browser that says nothing of itself, as Chromium. */
function beChromium(): void {
  Object.assign(fakeBrowser.runtime, { getBrowserInfo: undefined });
}

/** Clicks an input, and tells whether the browser would have gone on to do what it does then. */
function click(selector: string): boolean {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  return document.querySelector(selector)?.dispatchEvent(event) ?? false;
}

const tabs = async () => (await fakeBrowser.tabs.query({})).map(({ url }) => url);

describe('isClosedByDialogs', () => {
  it('is so in the popup of Firefox', () => {
    expect(isClosedByDialogs()).toBe(true);
  });

  it('is not so in a tab or a sidebar', () => {
    popups = [];
    expect(isClosedByDialogs()).toBe(false);
  });

  it('is not so in Chromium', () => {
    beChromium();
    expect(isClosedByDialogs()).toBe(false);
  });
});

describe('choosing files', () => {
  it('leads from the popup of Firefox to a tab, and closes the popup', async () => {
    chooseFilesInTab();
    expect(click('[type=file]')).toBe(false);
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect((await tabs()).at(-1)).toMatch(/\/popup\.html#choose$/);
  });

  it('opens the dialog at once in a tab and in Chromium', async () => {
    const count = (await tabs()).length;
    popups = [];
    chooseFilesInTab();
    expect(click('[type=file]')).toBe(true);
    popups = [window];
    beChromium();
    expect(click('[type=file]')).toBe(true);
    expect(await tabs()).toHaveLength(count);
    expect(close).not.toHaveBeenCalled();
  });

  it('does not affect other controls', () => {
    chooseFilesInTab();
    expect(click('[type=checkbox]')).toBe(true);
  });

  it('begins in the tab with the choice, and elsewhere with nothing', () => {
    focusFileChoice();
    expect(document.activeElement).toBe(document.body);
    location.hash = '#choose';
    focusFileChoice();
    expect(document.activeElement).toBe(document.querySelector('[type=file]'));
  });
});
