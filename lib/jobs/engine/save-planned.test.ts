import { beforeEach, describe, expect, it } from 'vitest';
import {
  addRow,
  COMPLETE,
  createDeps,
  openSaveWorld,
  saved,
  world,
} from '@/tests/support/save-world';
import { planSave } from '../steps/plan-save';
import { createSaver } from './save';

describe('a planned save', () => {
  beforeEach(() => {
    world.firstReport = COMPLETE;
  });

  it.each([
    ['wanted', true, { a: {} }],
    ['not wanted', false, {}],
    ['unheard of', undefined, {}],
  ])('is written down where saving without a click is %s', async (_, isWanted, expected) => {
    const isAutoSaving = isWanted === undefined ? undefined : async () => isWanted;
    await planSave('a', { store: world.store, ...(isAutoSaving && { isAutoSaving }) });
    expect(await world.store.saves()).toEqual(expected);
  });

  it('is made once, however often it is asked for', async () => {
    await addRow();
    await world.store.putSave('a', {});
    await Promise.all([
      world.saver.savePlanned('a'),
      world.saver.savePlanned('a'),
      world.saver.resume(),
    ]);
    await world.saver.savePlanned('a');
    await world.saver.resume();
    expect(world.started).toHaveLength(1);
    expect(await saved()).toMatchObject({ state: 'saved' });
    expect(await world.store.saves()).toEqual({});
  });

  it('is for rows that were planned, and for no others', async () => {
    await addRow();
    await world.saver.savePlanned('a');
    expect(world.started).toEqual([]);
  });

  it('waits until the row is done', async () => {
    await addRow({ stage: 'ready' });
    await world.store.putSave('a', {});
    await world.saver.resume();
    expect(world.started).toEqual([]);
    expect(await world.store.saves()).toEqual({ a: {} });
  });

  it.each([
    ['failed', { stage: 'failed' }],
    ['was cancelled', { stage: 'cancelled' }],
  ] as const)('is forgotten with a row that %s', async (_, parts) => {
    await addRow(parts);
    await world.store.putSave('a', {});
    await world.store.putSave('removed', {});
    await world.saver.resume();
    expect(world.started).toEqual([]);
    expect(await world.store.saves()).toEqual({});
  });

  it('that fails is not tried again by itself', async () => {
    await addRow();
    await world.store.putSave('a', {});
    world.refusal = new Error('disk full');
    await world.saver.savePlanned('a');
    await world.saver.resume();
    expect(world.reported).toEqual([world.refusal]);
    expect(await saved()).toMatchObject({ state: 'failed' });
  });
});

describe('planned saves of a batch, where files are replaced,', () => {
  const rows = ['boat', 'BOAT', 'boat', 'lake'] as const;
  const paths = () => world.started.map((line) => line.replace(/^\S+ as /, ''));

  beforeEach(async () => {
    world.firstReport = COMPLETE;
    world.wish = { conflict: 'overwrite' };
    for (const [at, name] of rows.entries()) {
      await addRow({ id: `row-${at}`, name, batch: { id: 'batch', index: at + 1 } });
      await world.store.putBlob(`row-${at}/result`, new Blob(['x']));
    }
  });

  /** Each by a worker of its own, as if it had died in between. */
  async function saveAll(): Promise<void> {
    for (const at of rows.keys()) {
      await world.store.putSave(`row-${at}`, {});
      await createSaver(createDeps()).savePlanned(`row-${at}`);
    }
  }

  it('replace no file of the same batch, whatever the case of its name', async () => {
    await saveAll();
    const expected = ['boat_2k.png', 'BOAT_2k (2).png', 'boat_2k (3).png', 'lake_2k.png'];
    expect(paths()).toEqual(expected.map((path) => `${path}, overwrite`));
  });

  it('replace their own files when they are saved again, by whatever click', async () => {
    await saveAll();
    const first = paths();
    await saveAll();
    await createSaver(createDeps()).saveAll(['row-3', 'row-2', 'row-1', 'row-0']);
    await createSaver(createDeps()).save('row-1');
    expect(paths().slice(4)).toEqual([...first, ...first.toReversed(), first[1]]);
  });

  it('replace the file of another batch', async () => {
    await saveAll();
    await addRow({ name: 'boat', batch: { id: 'other', index: 1 } });
    await world.store.putSave('a', {});
    await world.saver.savePlanned('a');
    expect(paths().at(-1)).toBe('boat_2k.png, overwrite');
  });
});

describe('whenever the worker dies', () => {
  /** The port of a worker that dies at its effect number `last`, just before or just after it. */
  function mortal<T extends object>(port: T, life: { left: number; isAfter: boolean }): T {
    const wrapped = Object.entries(port).map(([name, work]) => [
      name,
      async (...args: unknown[]) => {
        life.left -= 1;
        if (life.left < 0 || (life.left === 0 && !life.isAfter)) return new Promise(() => {});
        const result = await work(...args);
        return life.left === 0 ? new Promise(() => {}) : result;
      },
    ]);
    return Object.fromEntries(wrapped);
  }

  /** @returns whether the worker outlived the save */
  async function saveAndDie(how: 'save' | 'saveAs' | 'savePlanned', at: number, isAfter: boolean) {
    const life = { left: at, isAfter };
    const deps = createDeps();
    const dying = createSaver({
      ...deps,
      store: mortal(deps.store, life),
      downloads: mortal(deps.downloads, life),
    });
    void dying[how]('a');
    for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    world.locks.clear();
    return life.left > 0;
  }

  it.each([
    ['planned', 'savePlanned', 'before'],
    ['planned', 'savePlanned', 'after'],
    ['clicked', 'save', 'before'],
    ['clicked', 'save', 'after'],
    ['asked where to', 'saveAs', 'before'],
    ['asked where to', 'saveAs', 'after'],
  ] as const)(
    'a save that was %s writes one file and forgets none (%s, %s)',
    async (_, how, when) => {
      let isAlive = false;
      let at = 1;
      for (; !isAlive; at += 1) {
        world.store.close();
        await openSaveWorld();
        await addRow();
        world.wish = { bytes: new Blob(['a copy']) };
        world.firstReport = COMPLETE;
        if (how === 'savePlanned') await world.store.putSave('a', {});
        isAlive = await saveAndDie(how, at, when === 'after');
        await createSaver(createDeps()).resume();

        const where = `${how}, ${when} effect ${at}`;
        const state = (await saved())?.state;
        // A click whose worker dies at once was never written down; a dialog is not opened again.
        const isPromised = how === 'savePlanned';
        expect(world.started.length, where).toBeLessThanOrEqual(1);
        if (isPromised) expect(world.started.length, where).toBe(1);
        expect(state, where).toBe(world.started.length === 1 ? 'saved' : undefined);
        expect(await world.store.saves(), where).toEqual({});
        expect(await world.store.downloads(), where).toEqual({});
        expect(await world.store.blob('a/copy'), where).toBeUndefined();
      }
      expect(at).toBeGreaterThan(12);
    },
  );
});
