import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type {
  CollectAnswer,
  Collected,
  CollectRequest,
  PageCollector,
} from '@/lib/page/collect/collected';
import { CollectorReplaced, createCollector } from './collector';

const PAGE = 'https://gallery.example/';
const id = (number: number) => `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`;

function picture(number: number, changes: Partial<Collected> = {}): Collected {
  return {
    id: id(number),
    how: 'img',
    url: `${PAGE}${number}.jpg`,
    width: 600,
    height: 400,
    shownWidth: 300,
    shownHeight: 200,
    originals: [],
    ...changes,
  };
}

/** A frame as the extension sees it. */
interface Frame {
  document: string;
  url: string;
  path: number[];
  pictures: Collected[];
  order?: string[];
  /** What else it answers. */
  says?: Partial<CollectAnswer>;
  hasCollector: boolean;
  /** Session of the picker that collects. */
  session?: string;
  asked: CollectRequest[];
  calls: string[];
}

let frames: Map<number, Frame>;
let active: number;
let files: Map<string, Blob>;

function frame(document: number, changes: Partial<Frame> = {}): Frame {
  const own = { document: id(document), url: PAGE, path: [], pictures: [] };
  return { ...own, hasCollector: false, asked: [], calls: [], ...changes };
}

function collectorOf(of: Frame): PageCollector {
  return {
    version: 1,
    update(request) {
      of.asked.push(request);
      if (of.session !== request.session && !request.isFirst) return 'replaced';
      of.session = request.session;
      const isKnown = request.known[of.document] !== undefined && !request.isFirst;
      return {
        document: of.document,
        rev: 1,
        pictures: isKnown ? [] : of.pictures,
        dropped: [],
        joined: {},
        order: of.order ?? of.pictures.map((one) => one.id),
        path: of.path,
        url: of.url,
        keptBytes: 0,
        isBusy: false,
        isScrolling: false,
        isAtEnd: false,
        ...of.says,
      };
    },
    scroll: (_, isOn) => void of.calls.push(`scroll ${isOn}`),
    thumbnail: async () => ({ image: 'data:image/webp;base64,AAAA', width: 600, height: 400 }),
    capture: async (_, asked) => {
      of.calls.push(`capture ${asked}`);
      return id(99);
    },
    stop: () => void of.calls.push('stop'),
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  frames = new Map([[0, frame(1)]]);
  active = 9;
  files = new Map();
  interface Injection {
    target: { frameIds?: number[] };
    func?: (...args: unknown[]) => unknown;
    args?: unknown[];
    files?: string[];
  }
  Object.assign(fakeBrowser, {
    scripting: {
      executeScript: async ({ target, func, args = [], files: scripts }: Injection) => {
        const ids = target.frameIds ?? [...frames.keys()];
        return Promise.all(
          ids.map(async (frameId) => {
            const one = frames.get(frameId);
            if (!one) throw new Error('no such frame');
            if (scripts) one.hasCollector = true;
            vi.stubGlobal('upscaleCollector', one.hasCollector ? collectorOf(one) : undefined);
            return { frameId, documentId: `D${frameId}`, result: (await func?.(...args)) ?? null };
          }),
        );
      },
    },
  });
  Object.assign(fakeBrowser.tabs, {
    get: async (tabId: number) => ({
      id: tabId,
      windowId: 1,
      active: active === tabId,
      url: PAGE,
      title: 'Gallery',
    }),
    getCurrent: async () => ({ id: 9, windowId: 1 }),
    update: async (tabId: number) => {
      active = tabId;
    },
  });
  Object.assign(fakeBrowser.permissions, { contains: async () => false });
});

function open() {
  return createCollector(5, {
    readCaptured: async (_, key) => files.get(key),
    isPrivate: () => false,
  });
}

describe('collecting a tab', () => {
  it('puts the collector into every frame, and joins what they show', async () => {
    frames.set(
      0,
      frame(1, { pictures: [picture(1), picture(2)], order: [id(1), 'frame:0', id(2)] }),
    );
    frames.set(3, frame(2, { url: 'https://frame.example/', path: [0], pictures: [picture(3)] }));
    const { changed } = await open().update();
    expect(changed.map((one) => [one.id, one.place, one.frameId, one.frameUrl])).toEqual([
      [id(1), 0, 0, PAGE],
      [id(3), 1, 3, 'https://frame.example/'],
      [id(2), 2, 0, PAGE],
    ]);
    expect(changed[0]).toMatchObject({ tabId: 5, pageTitle: 'Gallery', documentId: 'D0' });
  });

  it('tells only what has changed, also by place', async () => {
    frames.set(0, frame(1, { pictures: [picture(1), picture(2)] }));
    const collector = open();
    await collector.update();
    expect((await collector.update()).changed).toEqual([]);
    Object.assign(frames.get(0) ?? {}, {
      order: [id(3), id(1), id(2)],
      says: { pictures: [picture(3)] },
    });
    const { changed } = await collector.update();
    expect(changed.map((one) => [one.id, one.place])).toEqual([
      [id(3), 0],
      [id(1), 1],
      [id(2), 2],
    ]);
  });

  it('the page is another one after a reload; the pictures of a frame that goes stay', async () => {
    frames.set(0, frame(1, { pictures: [picture(1)], order: [id(1), 'frame:0'] }));
    frames.set(3, frame(2, { path: [0], pictures: [picture(3, { captureKey: id(50) })] }));
    const collector = open();
    await collector.update();
    frames.delete(3);
    const [left] = (await collector.update()).changed;
    expect(left).toMatchObject({ id: id(3), isGone: true, captureFailure: 'failed' });
    frames.set(0, frame(7, { pictures: [picture(8)] }));
    const { changed, dropped } = await collector.update();
    expect(dropped).toEqual([id(1), id(3)]);
    expect(changed.map((one) => one.id)).toEqual([id(8)]);
  });

  it('a picture that is the same as another one of its frame names that one, and no other frame’s', async () => {
    frames.set(0, frame(1, { pictures: [picture(1), picture(2), picture(4)] }));
    frames.set(3, frame(2, { path: [0], pictures: [picture(3)] }));
    const collector = open();
    await collector.update();
    const joined = { [id(1)]: id(2), [id(4)]: id(3) };
    frames.set(0, frame(1, { pictures: [], says: { dropped: [id(1), id(4)], joined } }));
    expect((await collector.update()).joined).toEqual({ [id(1)]: id(2) });
  });

  it('a frame cannot speak of the pictures of another', async () => {
    frames.set(0, frame(1, { pictures: [picture(1)] }));
    const collector = open();
    await collector.update();
    const forged = picture(1, { url: 'https://evil.example/x.jpg' });
    const says = { dropped: [id(1)], joined: { [id(1)]: id(2) } };
    frames.set(3, frame(2, { path: [0], pictures: [forged], says }));
    expect(await collector.update()).toMatchObject({ changed: [], dropped: [], joined: {} });
    expect(await collector.origin(id(1))).toMatchObject({
      origin: { url: `${PAGE}1.jpg`, frameId: 0 },
    });
  });

  it('what a frame says wrongly is not heard', async () => {
    frames.set(0, frame(1, { pictures: [picture(1)] }));
    frames.set(3, frame(2, { pictures: [picture(2, { url: 'javascript:alert(1)' })] }));
    expect((await open().update()).changed.map((one) => one.id)).toEqual([id(1)]);
  });

  it('a second picker takes over, and the first one is told', async () => {
    frames.set(0, frame(1, { pictures: [picture(1)] }));
    const first = open();
    await first.update();
    const second = open();
    expect((await second.update()).changed).toHaveLength(1);
    await expect(first.update()).rejects.toThrow(CollectorReplaced);
  });

  it('holds no more pictures of a tab than 2,000', async () => {
    const many = (from: number) => Array.from({ length: 250 }, (_, at) => picture(from + at));
    for (let at = 0; at < 9; at += 1) {
      frames.set(at, frame(5_000 + at, { path: at ? [at] : [], pictures: many(at * 250) }));
    }
    const { changed, isFull } = await open().update();
    expect(changed).toHaveLength(2_000);
    expect(isFull).toBe(true);
  });

  it('leaves every frame', async () => {
    const collector = open();
    await collector.update();
    await collector.stop();
    expect(frames.get(0)?.calls).toEqual(['stop']);
  });
});

describe('scrolling', () => {
  it('brings the tab to the front, and this page back at the end', async () => {
    const collector = open();
    await collector.update();
    await collector.scroll(true);
    expect([active, frames.get(0)?.calls]).toEqual([5, ['scroll true']]);
    Object.assign(frames.get(0) ?? {}, { says: { isScrolling: true } });
    await collector.update();
    expect(active).toBe(5);
    Object.assign(frames.get(0) ?? {}, { says: { isAtEnd: true } });
    expect(await collector.update()).toMatchObject({ isScrolling: false, isAtEnd: true });
    expect(active).toBe(9);
  });

  it('leaves the person where they have gone meanwhile', async () => {
    const collector = open();
    await collector.update();
    await collector.scroll(true);
    active = 77;
    await collector.update();
    expect(active).toBe(77);
  });
});

describe('the origin of a picture', () => {
  it('is where the page shows it', async () => {
    const one = picture(1, { originals: [`${PAGE}large.jpg`], referrerPolicy: 'no-referrer' });
    frames.set(0, frame(1, { pictures: [one, picture(2, { how: 'link' })] }));
    const collector = open();
    await collector.update();
    expect(await collector.origin(id(1))).toEqual({
      origin: {
        kind: 'page',
        url: `${PAGE}1.jpg`,
        isShown: true,
        originals: [`${PAGE}large.jpg`],
        size: { width: 600, height: 400 },
        referrerPolicy: 'no-referrer',
        tabId: 5,
        frameId: 0,
        frameUrl: PAGE,
        pageUrl: PAGE,
        pageTitle: 'Gallery',
      },
    });
    expect(await collector.origin(id(2))).not.toHaveProperty('origin.isShown');
  });

  it('is its bytes if it exists only in the page, made on demand if need be', async () => {
    const { url: _, ...drawing } = picture(2, { how: 'svg', isIcon: true });
    const kept = picture(1, { url: 'blob:https://gallery.example/1', captureKey: id(50) });
    frames.set(0, frame(1, { pictures: [kept, drawing] }));
    files.set(id(50), new Blob(['kept']));
    files.set(id(99), new Blob(['made']));
    const collector = open();
    await collector.update();
    expect(await collector.origin(id(1))).toEqual({ file: files.get(id(50)) });
    expect(await collector.origin(id(2))).toEqual({ file: files.get(id(99)) });
    expect(frames.get(0)?.calls).toEqual([`capture ${id(2)}`]);
  });

  it('is nothing if it is gone or unknown', async () => {
    frames.set(0, frame(1, { pictures: [picture(1, { captureKey: id(50) })] }));
    const collector = open();
    await collector.update();
    expect(await collector.origin(id(1))).toBeUndefined();
    expect(await collector.origin(id(2))).toBeUndefined();
  });
});

it('a thumbnail comes from the page', async () => {
  frames.set(0, frame(1, { pictures: [picture(1)] }));
  const collector = open();
  await collector.update();
  const made = await collector.thumbnail(id(1));
  expect(made).toMatchObject({ width: 600, height: 400 });
  expect(made?.image.size).toBe(3);
});
