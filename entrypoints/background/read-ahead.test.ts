import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  createReplaceWorld,
  picturesOf,
  type ReplaceWorld,
  TOP,
} from '@/tests/support/replace-world';

let world: ReplaceWorld;
beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB('upscale-with-dreamina-private');
  world = createReplaceWorld();
});

describe('reading ahead', () => {
  beforeEach(async () => {
    await world.switchOn(24);
    await world.start();
  });

  it('never begins by itself, and ends with a load of the page', async () => {
    await world.ahead('1');
    expect(world.ordered).toEqual([]);
    await world.press('ahead');
    await world.ahead('1');
    expect(world.ordered).toHaveLength(1);
    await world.start();
    await world.ahead('1', '2', '3');
    expect(world.ordered).toHaveLength(1);
  });

  it('makes one batch of a visit, with the limit of the site, and lets it grow', async () => {
    world.ready.add('https://gallery.example/1');
    await world.press('ahead');
    expect(await world.ahead('1', '2', '3', '4')).toBe(true);
    const answer = await world.look('1', '2', '3', '4');
    expect(answer.replacements.map(({ key }) => key)).toEqual(['key 1']);
    expect(answer.pending).toEqual(
      ['key 2', 'key 3', 'key 4'].map((key) => ({ key, state: 'working' })),
    );
    expect(world.deps.begin).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ budget: 24, name: 'Seven' }),
    );
    await Promise.all([world.ahead('3', '4', '5'), world.ahead('3', '4', '5')]);
    expect(world.deps.begin).toHaveBeenCalledOnce();
    expect(new Set(world.ordered.map((url) => url.at(-1)))).toEqual(new Set(['2', '3', '4', '5']));
    expect(world.ordered).toHaveLength(4);
  });

  it('begins one batch, however many questions come at once before it exists', async () => {
    await world.press('ahead');
    await Promise.all([world.ahead('1', '2'), world.ahead('2', '3'), world.ahead('3', '4')]);
    expect(world.deps.begin).toHaveBeenCalledOnce();
    expect(world.batches.size).toBe(1);
  });

  it('orders nothing for a question that still waited when the person stopped', async () => {
    await world.press('ahead');
    await world.ahead('1');
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    world.deps.extend.mockImplementationOnce(() => slow);
    const asked = [world.ahead('2'), world.ahead('3')];
    await vi.waitFor(() => expect(world.deps.extend).toHaveBeenCalledOnce());
    await world.press('stop-ahead');
    goOn();
    await Promise.all(asked);
    expect(world.deps.extend).toHaveBeenCalledOnce();
    expect(world.ordered.map((url) => url.at(-1))).toEqual(['1']);
  });

  it('begins nothing once the person has stopped, although the question was asked before', async () => {
    await world.press('ahead');
    let stop: Promise<unknown> | undefined;
    world.onLook = async () => {
      stop ??= world.press('stop-ahead');
      await stop;
    };
    await world.ahead('1');
    expect(stop).toBeDefined();
    expect(world.ordered).toEqual([]);
  });

  it('pauses a batch that was being written when the person stopped', async () => {
    await world.press('ahead');
    const steps: string[] = [];
    const { begin } = world.deps;
    const write = begin.getMockImplementation();
    begin.mockImplementationOnce(async (batch) => {
      await world.press('stop-ahead');
      await write?.(batch);
      steps.push('written');
    });
    world.deps.pauseBatch.mockImplementation(async () => void steps.push('paused'));
    await world.ahead('1');
    expect(steps.at(-1)).toBe('paused');
    expect(steps).toContain('written');
  });

  it('gives a batch the limit that was set while it was being written', async () => {
    await world.press('ahead');
    const write = world.deps.begin.getMockImplementation();
    world.deps.begin.mockImplementationOnce(async (batch) => {
      await world.switchOn(5);
      await write?.(batch);
    });
    await world.ahead('1');
    expect(world.deps.setBudget).toHaveBeenCalledExactlyOnceWith('batch 1', 5);
    await world.ahead('2');
    expect(world.deps.setBudget).toHaveBeenCalledOnce();
  });

  it('begins a batch with the limit of the moment at which its turn comes', async () => {
    await world.press('ahead');
    world.onLook = async () => {
      world.onLook = async () => {};
      await world.switchOn(0);
    };
    // The second one waits for its turn.
    const asked = [world.ask({ ask: 'ahead', pictures: [] }), world.ahead('1')];
    await Promise.all(asked);
    expect(world.ordered).toEqual([]);
  });

  it('goes on with the batch of the page after a reload, and has another one for another page', async () => {
    await world.press('ahead');
    await world.ahead('1');
    await world.start();
    await world.press('ahead');
    await world.ahead('2');
    expect(world.deps.begin).toHaveBeenCalledOnce();
    const next = {
      ...TOP,
      frameUrl: 'https://gallery.example/8',
      pageUrl: 'https://gallery.example/8',
    };
    await world.start(next);
    await world.press('ahead', next);
    await world.ask({ ask: 'ahead', pictures: picturesOf('3') }, next);
    expect(world.deps.begin).toHaveBeenCalledTimes(2);
  });

  it('begins the same batch again if the worker died before it was written', async () => {
    await world.press('ahead');
    world.deps.begin.mockRejectedValueOnce(new Error('killed'));
    await world.ahead('1').catch(() => undefined);
    world.restart();
    await world.ahead('1');
    const ids = world.deps.begin.mock.calls.map(([{ id }]) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('takes what is on the screen and the next ones, and no more of a page that names everything', async () => {
    await world.press('ahead');
    await world.ahead(...Array.from({ length: 60 }, (_, at) => `${at}`));
    expect(world.ordered).toHaveLength(23);
  });

  it('stops, and pauses what was not ordered yet, until it goes on', async () => {
    await world.press('ahead');
    await world.ahead('1');
    expect(await world.press('stop-ahead')).toMatchObject({ button: { isReading: false } });
    expect(world.deps.pauseBatch).toHaveBeenCalledExactlyOnceWith('batch 1');
    await world.ahead('2');
    expect(world.ordered).toHaveLength(1);
    await world.press('ahead');
    expect(world.deps.resumeBatch).toHaveBeenLastCalledWith('batch 1');
  });
});
