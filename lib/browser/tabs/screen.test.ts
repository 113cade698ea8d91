import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { boxOfFrame, boxOfImage, type FrameBox, viewOfPage } from './on-screen';
import { captureImage, captureTab } from './screen';

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

  it.each<[string, object, 'hidden' | undefined]>([
    ['another tab', { active: false }, 'hidden'],
    ['another window', { windowId: 8 }, 'hidden'],
    ['another page', { url: 'https://bank.example/account' }, undefined],
  ])('is thrown away if %s came to the front meanwhile', async (_, changes, expected) => {
    const tab = { active: true, windowId: 7, url: PAGE };
    windowWith(tab, async () => {
      Object.assign(tab, changes);
      return SHOWN;
    });
    expect(await captureTab(4, PAGE)).toBe(expected);
  });

  it('is none of a tab that is gone, or out of reach', async () => {
    windowWith(undefined);
    expect(await captureTab(4, PAGE)).toBeUndefined();
    windowWith({ active: true }, () => Promise.reject(new Error('Either the <all_urls> ...')));
    expect(await captureTab(4, PAGE)).toBeUndefined();
  });
});

describe('an image on the screen', () => {
  const AT: FrameBox = { x: 10, y: 20, width: 300, height: 200, devicePixelRatio: 2 };
  const KEY = '11111111-1111-4111-8111-111111111111';
  const IMAGE = {
    tabId: 4,
    frameId: 0,
    pageUrl: PAGE,
    frameUrl: PAGE,
    imageUrl: 'https://gallery.example/a.jpg',
    elementKey: KEY,
  };

  interface Seen {
    /** Answers of the frame, one per measurement; the last one repeats. */
    image: (FrameBox | null | 'out of reach')[];
    frame?: ReturnType<typeof boxOfFrame>;
    view?: ReturnType<typeof viewOfPage>;
  }

  function pageWith({ image, frame = null, view = { x: 0, y: 0, scale: 1 } }: Seen): unknown[][] {
    windowWith({ active: true });
    const asked: unknown[][] = [];
    const executeScript = async ({ func, args }: { func: unknown; args: unknown[] }) => {
      if (func === viewOfPage) return [{ result: view }];
      if (func === boxOfFrame) return [{ result: frame }];
      if (func !== boxOfImage) return [{ result: true }];
      asked.push(args);
      const answer = image.length > 1 ? image.shift() : image[0];
      if (answer === 'out of reach') throw new Error('Cannot access contents of the page');
      return [{ result: answer }];
    };
    Object.assign(fakeBrowser, { scripting: { executeScript } });
    return asked;
  }

  const boxOf = async (image = IMAGE) => {
    const shot = await captureImage(image);
    return typeof shot === 'object' ? shot.box : shot;
  };

  it('is cut out where it is, in px of the capture', async () => {
    const asked = pageWith({ image: [AT] });
    expect(await boxOf()).toEqual({ x: 20, y: 40, width: 600, height: 400 });
    expect(asked.every(([url, key]) => url === IMAGE.imageUrl && key === KEY)).toBe(true);
  });

  it.each<[string, FrameBox | null | 'out of reach']>([
    ['is out of view', null],
    ['has moved', { ...AT, y: 80 }],
    ['has another size', { ...AT, width: 150 }],
    ['is zoomed', { ...AT, devicePixelRatio: 3 }],
    ['can no longer be measured', 'out of reach'],
  ])('is not taken if it %s after the shot', async (_, after) => {
    pageWith({ image: [AT, AT, after] });
    expect(await boxOf()).toBe('hidden');
  });

  it('is not taken from an old place if it is out of view', async () => {
    pageWith({ image: [null] });
    expect(await boxOf()).toBe('hidden');
  });

  it('is found where pinching has brought it', async () => {
    pageWith({ image: [AT], view: { x: 5, y: 10, scale: 3 } });
    expect(await boxOf()).toEqual({ x: 30, y: 60, width: 1_800, height: 1_200 });
  });

  it('is found in a frame, which a transform may have scaled', async () => {
    const frame = { ...AT, x: 100, y: 50, scaleX: 0.5, scaleY: 0.5 };
    pageWith({ image: [AT], frame });
    const box = { x: 210, y: 120, width: 300, height: 200 };
    expect(await boxOf({ ...IMAGE, frameId: 3 })).toEqual(box);
  });

  it('is not guessed in a frame that nobody finds, or finds twice', async () => {
    pageWith({ image: [AT], frame: null });
    expect(await boxOf({ ...IMAGE, frameId: 3 })).toBe('hidden');
  });

  it('is the whole frame without access to the frame', async () => {
    pageWith({ image: ['out of reach'], frame: { ...AT, scaleX: 1, scaleY: 1 } });
    expect(await boxOf({ ...IMAGE, frameId: 3 })).toEqual({
      x: 20,
      y: 40,
      width: 600,
      height: 400,
    });
  });
});
