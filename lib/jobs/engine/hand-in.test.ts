import { afterEach, describe, expect, it } from 'vitest';
import { SourceError } from '@/lib/sources/errors';
import { fillStorage } from '@/tests/support/full-storage';
import { type CrashPoint, createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { entryOf } from '../model/history-entry';
import { UNDO_MS } from './housekeeping';

let world: JobWorld;
afterEach(() => world?.close());

const HOW = { upscaler: 'smart-hd', detail: 0.65 } as const;

/** A page puts files down, as the popup does. */
async function handIn(...names: string[]): Promise<void> {
  for (const name of names) {
    const image = { id: `id-of-${name}`, name, target: '4k' } as const;
    await world.store.handIn([{ image, bytes: new Blob([name]) }]);
  }
}

async function open(crash?: CrashPoint): Promise<void> {
  world = await createJobWorld({ ...(crash && { crash }) });
  world.acquire = async (origin) => {
    const bytes = origin.kind === 'file' && (await world.store.blob(origin.blobKey));
    if (!bytes) throw new Error('no bytes');
    return { bytes };
  };
}

describe('images that a page has handed in', () => {
  it('become rows in their order, also if all arrive at one moment and are taken in twice', async () => {
    await open();
    const images = Array.from({ length: 30 }, (_, index) => `https://a.example/${index}.png`);
    await world.store.handIn(
      images.map((address, index) => ({
        image: { id: `id-${(index * 7) % 30}`, name: `${index}`, target: '2k', address },
      })),
    );
    await Promise.all([world.commands.takeIn(HOW), world.commands.takeIn(HOW)]);
    const rows = (await world.store.list()).toReversed();
    expect(rows.map(({ name }) => name)).toEqual(images.map((_, index) => `${index}`));
    expect(new Set(rows.map(({ createdAt }) => createdAt)).size).toBe(30);
  });

  it('as an address have no page whose cookies, Referer or network they could use', async () => {
    await open();
    const address = 'https://name:secret@a.example/sunset.v2.png';
    const image = { id: 'one', name: 'sunset.v2', target: '2k', address } as const;
    await world.store.handIn([{ image }]);
    await world.commands.takeIn(HOW);
    expect(await world.store.get('one')).toMatchObject({
      name: 'sunset.v2',
      origin: {
        kind: 'page',
        url: 'https://a.example/sunset.v2.png',
        pageUrl: 'https://a.example/sunset.v2.png',
        frameUrl: '',
        tabId: -1,
      },
    });
    expect((await world.store.get('one'))?.origin).not.toHaveProperty('isShown');
  });

  it('keep their place in an archive, bounded, and are found by it', async () => {
    await open();
    const path = `${'x'.repeat(9_000)}/003.png`;
    const image = { id: 'one', name: '003.png', target: '2k', path, archive: 'Volume 1' } as const;
    await world.store.handIn([{ image, bytes: new Blob(['x']) }]);
    await world.commands.takeIn(HOW);
    const row = await world.store.get('one');
    expect(row).toMatchObject({ name: '003', origin: { kind: 'file', archive: 'Volume 1' } });
    const kept = row?.origin.kind === 'file' ? row.origin.path : undefined;
    expect(kept).toHaveLength(2_048);
    expect(kept).toMatch(/\/003\.png$/);
    expect(row && entryOf(row).text).toContain('volume 1');
  });

  it('become rows, in their order, with their own bytes and target', async () => {
    await open();
    await handIn('boat.at.sea.png', 'harbour');
    expect(await world.commands.takeIn(HOW)).toBe(2);
    expect(await world.store.handedIn()).toEqual([]);
    const [second, first] = await world.store.list();
    expect(first).toMatchObject({ name: 'boat.at.sea', options: { ...HOW, target: '4k' } });
    expect(second).toMatchObject({ name: 'harbour' });
    for (const name of ['boat.at.sea.png', 'harbour']) {
      const { id } = await world.untilEnded(`id-of-${name}`);
      expect(await (await world.store.blob(`${id}/input`))?.text()).toContain(name);
      expect(await world.store.blob(`${id}/file`)).toBeUndefined();
    }
  });

  it('for a batch become its rows, and nothing at all if it is never requested', async () => {
    await open();
    const waiting = (id: string) => ({
      image: { id, name: id, target: '2k', forBatchAt: world.now } as const,
      bytes: new Blob([id]),
    });
    await world.store.handIn([waiting('picked'), waiting('forgotten')]);
    expect(await world.commands.takeIn(HOW)).toBe(0);
    const origin = { kind: 'file', blobKey: 'picked/file', name: 'picked' } as const;
    await world.batches.add({
      id: 'batch',
      name: 'Page',
      leftOut: { large: 0, known: 0 },
      pictures: [{ id: 'picked', origin, name: 'picked', index: 3 }],
      options: { ...HOW, target: '2k' },
    });
    expect((await world.store.handedIn()).map(({ id }) => id)).toEqual(['forgotten']);
    const done = await world.untilEnded('picked');
    expect(done).toMatchObject({ stage: 'done', batch: { id: 'batch', index: 3 } });
    expect(await (await world.store.blob('picked/input'))?.text()).toContain('picked');
    await world.pass(60 * 60_000);
    expect(await world.commands.takeIn(HOW)).toBe(0);
    expect(await world.store.handedIn()).toEqual([]);
    expect(await world.store.blob('forgotten/file')).toBeUndefined();
    expect((await world.store.entries()).map(({ id }) => id)).toEqual(['picked']);
  });

  describe('as a batch', () => {
    const WEEK = 7 * 24 * 60 * 60_000;
    const HERE = { ...HOW, target: '2k' } as const;

    /** Two files of an archive and an address, as pages hand them in. */
    async function handInBatch(id = 'w'): Promise<void> {
      const batch = { id, name: 'Vol. 1', at: world.now };
      const part = (name: string, entry: number) => ({
        image: {
          ...({ id: `${id}-${name}`, name, target: '4k', path: `ch 1/${name}` } as const),
          ...{ archive: 'Vol. 1', entry, batch },
        },
        bytes: new Blob([name]),
      });
      const address = 'https://a.example/c';
      await world.store.handIn([
        part('a.png', 1),
        part('b.png', 0),
        { image: { id: `${id}-c`, name: 'c', target: '4k', address, batch } },
      ]);
    }

    it('wait for the person, and nothing is ordered', async () => {
      await open();
      await handInBatch();
      expect(await world.store.waitingBatches()).toEqual([{ id: 'w', name: 'Vol. 1', size: 3 }]);
      expect(await world.commands.takeIn(HOW)).toBe(0);
      await world.pass(WEEK - 60_000);
      expect(await world.commands.takeIn(HOW)).toBe(0);
      expect(await world.store.waitingBatches()).toHaveLength(1);
      expect(await world.store.list()).toEqual([]);
    });

    it('become its rows once it is started, in their order, with their places and a budget', async () => {
      await open();
      await handInBatch();
      await Promise.all([1, 2].map(() => world.batches.start('w', { options: HERE, budget: 40 })));
      expect(await world.store.waitingBatches()).toEqual([]);
      const [batch, ...others] = await world.store.batches();
      expect(others).toEqual([]);
      expect(batch).toMatchObject({ name: 'Vol. 1', size: 3, budget: 40, target: '2k' });
      const rows = (await world.store.list()).toReversed();
      expect(rows).toMatchObject([
        {
          name: 'a',
          options: { target: '2k' },
          batch: { id: batch?.id, index: 1 },
          origin: { kind: 'file', path: 'ch 1/a.png', archive: 'Vol. 1', entry: 1 },
        },
        { name: 'b', batch: { index: 2 } },
        { name: 'c', origin: { kind: 'page', url: 'https://a.example/c', tabId: -1 } },
      ]);
      const done = await world.untilEnded('w-a.png');
      expect(await (await world.store.blob(`${done.id}/input`))?.text()).toContain('a.png');
    });

    it('that arrive after the start wait as another batch', async () => {
      await open();
      await handInBatch();
      await world.batches.start('w', { options: HERE });
      await handInBatch('w2');
      const [late] = await world.store.handedIn();
      expect(late?.batch?.id).toBe('w2');
      await world.batches.start('w2', { options: HERE });
      expect(await world.store.list()).toHaveLength(6);
    });

    it('are all started, or none, when they are discarded at the same moment', async () => {
      await open();
      await handInBatch();
      await Promise.all([world.batches.start('w', { options: HERE }), world.batches.discard('w')]);
      expect(await world.store.list()).toHaveLength(3);
      expect(await world.untilEnded('w-a.png')).toMatchObject({ stage: 'done' });
      await handInBatch('v');
      await Promise.all([world.batches.discard('v'), world.batches.start('v', { options: HERE })]);
      expect(await world.store.list()).toHaveLength(3);
    });

    it('are deleted when they are discarded, and a week after nobody has started them', async () => {
      await open();
      await handInBatch('discarded');
      await handInBatch('kept');
      await world.batches.discard('discarded');
      expect(await world.store.blob('discarded-a.png/file')).toBeUndefined();
      expect(await world.store.waitingBatches()).toMatchObject([{ id: 'kept' }]);
      await world.batches.start('discarded', { options: HERE });
      await world.pass(WEEK + 60_000);
      await world.commands.takeIn(HOW);
      expect(await world.store.handedIn()).toEqual([]);
      expect(await world.store.blob('kept-a.png/file')).toBeUndefined();
      expect(await world.store.list()).toEqual([]);
    });
  });

  it('become one row each, however often they are taken in at once', async () => {
    await open();
    await handIn('a.png', 'b.png');
    const taken = await Promise.all([1, 2, 3].map(() => world.commands.takeIn(HOW)));
    expect(taken.reduce((sum, each) => sum + each)).toBe(2);
    await world.untilEnded('id-of-a.png');
    await world.untilEnded('id-of-b.png');
    expect(world.simulator.submissions).toHaveLength(2);
    expect(world.reports).toEqual([]);
  });

  it('are there when the first worker begins after nobody took them', async () => {
    await open();
    await handIn('a.png');
    await world.restartBrowser();
    expect(await world.untilEnded('id-of-a.png')).toMatchObject({ stage: 'done' });
  });

  it('are paid for once, wherever the worker that takes them in is killed', async () => {
    await open();
    await handIn('a.png');
    const before = world.effects.length;
    await world.commands.takeIn(HOW);
    await world.settle();
    const effects = world.effects.slice(before);
    // From here on it is a job like any other: the crash matrix.
    effects.splice(effects.indexOf('store.commit#1') + 1);
    await world.close();
    expect(effects.length).toBeGreaterThan(3);
    for (const effect of effects) {
      for (const when of ['before', 'after'] as const) {
        await open({ effect, when });
        await handIn('a.png');
        void world.commands.takeIn(HOW);
        await world.settle();
        await world.restartBrowser();
        const ended = await world.untilEnded('id-of-a.png');
        expect(ended.stage, `${when} ${effect}`).toBe('done');
        expect(await world.store.list(), `${when} ${effect}`).toHaveLength(1);
        expect(world.simulator.submissions, `${when} ${effect}`).toHaveLength(1);
        await world.close();
      }
    }
  });

  it('are refused as a whole when there is no room for the bytes', async () => {
    await open();
    const storage = fillStorage(({ key }) => String(key).endsWith('/file'));
    await expect(handIn('a.png')).rejects.toMatchObject({ code: 'storage-full' });
    storage.free();
    expect(await world.store.handedIn()).toEqual([]);
    await handIn('b.png');
    expect(await world.commands.takeIn(HOW)).toBe(1);
  });

  it('wait when there is no room for their rows', async () => {
    await open();
    await handIn('a.png', 'b.png');
    const storage = fillStorage(({ store }) => store === 'jobs');
    await expect(world.commands.takeIn(HOW)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await world.store.handedIn()).toHaveLength(2);
    storage.free();
    expect(await world.commands.takeIn(HOW)).toBe(2);
  });

  it('leave no bytes behind when their row is removed before they were read', async () => {
    await open();
    world.acquire = () => Promise.reject(new SourceError('source-timeout'));
    await handIn('a.png');
    await world.commands.takeIn(HOW);
    await world.commands.remove('id-of-a.png');
    expect(await world.store.blob('id-of-a.png/file')).toBeDefined();
    await world.pass(UNDO_MS);
    expect(await world.store.blob('id-of-a.png/file')).toBeUndefined();
  });
});
