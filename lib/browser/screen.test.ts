import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { captureTab } from './screen';

const SHOWN = 'data:text/plain,what%20is%20shown';

const PAGE = 'https://gallery.example/harbour';

/** Windows whose capture was asked for. */
function windowWith(
  tab: { active: boolean; url?: string | undefined } | undefined,
  answer = async () => SHOWN,
): number[] {
  const captured: number[] = [];
  Object.assign(fakeBrowser.tabs, {
    get: async (id: number) => {
      if (!tab) throw new Error(`No tab with id: ${id}.`);
      return { id, windowId: 7, url: PAGE, ...tab };
    },
    captureVisibleTab: (windowId: number) => {
      captured.push(windowId);
      return answer();
    },
  });
  return captured;
}

describe('a capture', () => {
  it('shows the tab that is in front of its window', async () => {
    const captured = windowWith({ active: true });
    expect(await ((await captureTab(4, PAGE)) as Blob).text()).toBe('what is shown');
    expect(captured).toEqual([7]);
  });

  it('is never one of the tab in front of the right one', async () => {
    const captured = windowWith({ active: false });
    expect(await captureTab(4, PAGE)).toBe('hidden');
    expect(captured).toEqual([]);
  });

  it('is never one of another page that the tab shows by now', async () => {
    const captured = windowWith({ active: true, url: 'https://bank.example/account' });
    expect(await captureTab(4, PAGE)).toBeUndefined();
    windowWith({ active: true, url: undefined });
    expect(await captureTab(4, PAGE)).toBeUndefined();
    expect(captured).toEqual([]);
  });

  it('may be one of another place of the same page', async () => {
    windowWith({ active: true, url: `${PAGE}#comments` });
    expect(await captureTab(4, `${PAGE}#top`)).toBeInstanceOf(Blob);
  });

  it('is none of a tab that is gone, or out of reach', async () => {
    windowWith(undefined);
    expect(await captureTab(4, PAGE)).toBeUndefined();
    windowWith({ active: true }, () => Promise.reject(new Error('Either the <all_urls> ...')));
    expect(await captureTab(4, PAGE)).toBeUndefined();
  });
});
