import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AskingFrame } from '@/lib/browser/replace/requests';
import { replaceSites } from '@/lib/browser/replace/sites';
import { replaceTabs } from '@/lib/browser/replace/tabs';
import { PIECE_BYTES } from '@/lib/page/replace/contract';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import {
  createReplaceWorld,
  GALLERY,
  picturesOf,
  type ReplaceWorld,
  TOP,
  WORDS,
} from '@/tests/support/replace-world';

const AD: AskingFrame = { ...TOP, frameId: 4, frameUrl: 'https://ads.example/1' };

let world: ReplaceWorld;
beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB('upscale-with-dreamina-private');
  world = createReplaceWorld();
});

const asked = (...ids: string[]) =>
  replaceTabs.change(1, () => ({
    pattern: GALLERY,
    isShown: true,
    asked: ids,
    isReading: false,
    isPart: false,
  }));

describe('a frame', () => {
  it('is wanted only where its site is on and world.allowed, or the person asked for something', async () => {
    expect(await world.start()).toBeUndefined();
    await world.switchOn();
    expect(await world.start()).toMatchObject({ isShown: true, isMarked: true, words: WORDS });
    expect(await world.start(AD)).toBeUndefined();
    world.allowed.clear();
    expect(await world.start()).toBeUndefined();
    await replaceSites.switchOff(GALLERY);
    await asked('a');
    expect(await world.start()).toMatchObject({ isShown: true });
    expect(await world.start(AD)).toMatchObject({ isShown: true });
    // The tab shows another page by now.
    const other = 'https://other.example/';
    expect(await world.start({ ...TOP, frameUrl: other, pageUrl: other })).toBeUndefined();
    expect(await world.start({ ...AD, pageUrl: other })).toBeUndefined();
  });

  it('of the service is never wanted', async () => {
    const frameUrl = 'https://jimeng.jianying.com/ai-tool/home';
    await world.switchOn();
    expect(await world.start({ ...TOP, frameUrl, pageUrl: frameUrl })).toBeUndefined();
  });

  it('has the button only in the page itself, on a site that is on', async () => {
    await world.switchOn();
    expect((await world.start())?.button).toEqual({ state: 'all', isReading: false, ahead: 0 });
    const inner = { ...TOP, frameId: 2 };
    expect((await world.start(inner))?.button).toBeUndefined();
    await replaceSites.switchOff(GALLERY);
    await asked('a');
    expect((await world.start())?.button).toBeUndefined();
  });

  it('asks for itself: by its own address, with what was asked for in its tab', async () => {
    await asked('a');
    await world.ask({ ask: 'look', pictures: picturesOf('1') }, AD);
    expect(world.askers).toEqual([
      { frameUrl: AD.frameUrl, asked: new Set(['a']), isSiteOn: false, batchId: undefined },
    ]);
  });

  it('gets a result in pieces', async () => {
    await world.switchOn();
    await world.start();
    const all = Uint8Array.from({ length: PIECE_BYTES + 5 }, (_, at) => at % 251);
    world.state.bytes = new Blob([all]);
    const got: Buffer[] = [];
    for (let from = 0; from < all.length; ) {
      const piece = await world.ask({ ask: 'piece', result: 'a', from });
      const { data, total } = piece as { data: string; total: number };
      expect(total).toBe(all.length);
      const part = Buffer.from(data, 'base64');
      expect(part.length).toBeLessThanOrEqual(PIECE_BYTES);
      got.push(part);
      from += part.length;
    }
    expect(Buffer.concat(got).equals(all)).toBe(true);
    world.state.bytes = undefined;
    expect(await world.ask({ ask: 'piece', result: 'a', from: 0 })).toBeUndefined();
  });
});

describe('the button', () => {
  it('hides and shows, also after the next page of the site', async () => {
    await world.switchOn();
    await world.start();
    expect(await world.press('hide')).toMatchObject({ isShown: false, button: { state: 'off' } });
    expect(world.deps.tellFrames).toHaveBeenLastCalledWith(
      1,
      expect.objectContaining({ isShown: false }),
    );
    const next = 'https://gallery.example/8';
    expect(await world.start({ ...TOP, frameUrl: next, pageUrl: next })).toMatchObject({
      isShown: false,
    });
    expect(await world.press('show')).toMatchObject({ isShown: true, button: { state: 'all' } });
  });

  it('says that a part is ready as soon as a picture has no result', async () => {
    await world.switchOn();
    await world.start();
    world.ready.add('https://gallery.example/1');
    await world.ask({ ask: 'look', pictures: picturesOf('1') });
    expect(await world.press('show')).toMatchObject({ button: { state: 'all' } });
    await world.ask({ ask: 'look', pictures: picturesOf('1', '2') });
    expect(await world.press('show')).toMatchObject({ button: { state: 'part' } });
  });

  it('asks the person for limits first, and orders nothing until there are some', async () => {
    await world.switchOn();
    await world.start();
    expect(await world.press('ahead')).toMatchObject({ button: { isReading: false, ahead: 0 } });
    await world.press('ahead');
    expect(world.deps.askForLimits).toHaveBeenCalledOnce();
    await world.ahead('1');
    await world.switchOn(24, 0);
    await world.press('ahead');
    await world.ahead('1');
    await world.switchOn(0, 3);
    await world.press('ahead');
    await world.ahead('1');
    expect(world.ordered).toEqual([]);
  });

  it('of a frame, or of a page that was only asked for, orders nothing', async () => {
    await world.switchOn(24);
    await world.start();
    await world.press('ahead', { ...TOP, frameId: 2 });
    await world.press('ahead', AD);
    await world.ahead('1');
    await replaceSites.switchOff(GALLERY);
    await asked('a');
    await world.press('ahead');
    await world.ahead('1');
    expect(world.ordered).toEqual([]);
  });
});

describe('news', () => {
  const job = sampleJob({ ...ENDED.done, id: 'a' });
  const news = async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return world.deps.askAgain.mock.calls.map(([tabId]) => tabId);
  };

  it('about the results of a site reach its pages, once for many', async () => {
    await world.switchOn();
    await world.start();
    await world.start({ ...TOP, tabId: 2 });
    const before = { ...job, stage: 'ready' } as const;
    await world.replace.changed(job, before);
    await world.replace.changed({ ...job, id: 'b' }, before);
    expect((await news()).toSorted()).toEqual([1, 2]);
  });

  it('about anything else reach nobody', async () => {
    await world.switchOn();
    await world.start();
    await world.replace.changed(job, job);
    await world.replace.changed({ ...job, stage: 'failed' }, job);
    const elsewhere = { ...job.origin, pageUrl: 'https://other.example/', frameUrl: '' };
    await world.replace.changed({ ...job, origin: elsewhere as typeof job.origin }, undefined);
    await world.replace.batchChanged('another');
    expect(await news()).toEqual([]);
  });

  it('about the batch of a visit reach its page', async () => {
    await world.switchOn(24);
    await world.start();
    await world.press('ahead');
    await world.ahead('1');
    await world.replace.batchChanged('batch 1');
    expect(await news()).toEqual([1]);
  });
});
