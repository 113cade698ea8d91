import { beforeEach, describe, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import {
  addRow,
  COMPLETE,
  createDeps,
  IN_PROGRESS,
  saved,
  world,
} from '@/tests/support/save-world';
import { createSaver, type FileToSave, type SaveDeps } from './save';

/** Rows with a result each. */
async function addRows(...rows: [id: string, name: string][]): Promise<void> {
  const result = { url: 'u', width: 2, height: 2, type: 'png', bytes: 9 } as const;
  for (const [id, name] of rows) {
    await world.store.add(sampleJob({ id, name, rev: 0, stage: 'done', result }));
    await world.store.putBlob(`${id}/result`, new Blob(['x']));
  }
}

const paths = () => world.started.map((line) => line.replace(/^\S+ as /, ''));

beforeEach(() => {
  world.firstReport = COMPLETE;
});

describe('many saves at once', () => {
  it('begin in the given order, and few are written at a time', async () => {
    world.firstReport = IN_PROGRESS;
    const ids = Array.from({ length: 60 }, (_, index) => `row-${index}`);
    await addRows(...ids.map((id): [string, string] => [id, id]));
    let most = 0;
    /** The browser ends the oldest download while the saver waits. */
    const sleep: SaveDeps['sleep'] = async () => {
      const running = Object.keys(await world.store.downloads()).map(Number);
      most = Math.max(most, running.length);
      const [oldest = 0] = running;
      world.listed.set(oldest, COMPLETE);
      await saver.downloadChanged(oldest);
    };
    const saver = createSaver({ ...createDeps(), sleep });
    await saver.saveAll(ids);
    expect(paths()).toEqual(ids.map((id) => `${id}_2k.png, number`));
    expect(most).toBe(4);
  });

  it('do not replace each other where files are replaced, whatever the case of their names', async () => {
    world.wish = { conflict: 'overwrite' };
    await addRows(['a', 'boat'], ['b', 'Boat'], ['c', 'boat']);
    await world.saver.saveAll(['c', 'b', 'a']);
    const first = ['boat_2k.png', 'Boat_2k (2).png', 'boat_2k (3).png'];
    expect(paths()).toEqual(first.map((path) => `${path}, overwrite`));
    // The same again replaces the same files.
    await world.saver.saveAll(['c', 'b', 'a']);
    expect(paths().slice(3)).toEqual(paths().slice(0, 3));
  });

  it('go on after the death of a worker, and replace nothing then', async () => {
    world.wish = { conflict: 'overwrite' };
    await addRows(['a', 'boat'], ['b', 'boat'], ['c', 'boat']);
    const dead = new Promise<never>(() => undefined);
    let made = 0;
    const deps = createDeps();
    const dying = createSaver({
      ...deps,
      makeFile: (job, type): Promise<FileToSave> => {
        made += 1;
        return made > 1 ? dead : deps.makeFile(job, type);
      },
    });
    void dying.saveAll(['a', 'b', 'c']);
    while (made < 2) await new Promise((resolve) => setTimeout(resolve));
    world.locks.clear();
    await createSaver(createDeps()).resume();
    expect(paths()).toEqual([
      'boat_2k.png, overwrite',
      'boat_2k.png, number',
      'boat_2k.png, number',
    ]);
    expect(await world.store.saves()).toEqual({});
  });

  it('leave out what is not done, and hold nothing of it', async () => {
    await addRow({ stage: 'failed' });
    await world.saver.saveAll(['a', 'gone']);
    expect([world.started, await world.store.saves()]).toEqual([[], {}]);
  });
});

describe('where files that are there are skipped', () => {
  beforeEach(() => {
    world.wish = { conflict: 'skip' };
  });

  it('a row is not written again, and says that it is there', async () => {
    await addRow();
    await world.saver.save('a');
    const file = await saved();
    await world.saver.save('a');
    expect(world.started).toHaveLength(1);
    expect(await saved()).toEqual({ ...file, isKept: true });
    expect(await world.store.saves()).toEqual({});
  });

  it.each<[string, () => unknown]>([
    ['whose file was deleted', () => world.listed.clear()],
    ['whose files have another name now', () => Object.assign(world.wish, { path: 'new.png' })],
  ])('a row %s is written again', async (_, change) => {
    await addRow();
    await world.saver.save('a');
    change();
    await world.saver.save('a');
    expect(world.started).toHaveLength(2);
    expect(await saved()).not.toHaveProperty('isKept');
  });

  it('a row is never taken for another one of the same name', async () => {
    await addRows(['a', 'boat'], ['b', 'boat']);
    await world.saver.saveAll(['a', 'b']);
    expect(paths()).toEqual(['boat_2k.png, skip', 'boat_2k.png, skip']);
    await world.saver.saveAll(['b', 'a']);
    expect(paths()).toHaveLength(2);
  });

  it('Save as asks all the same', async () => {
    await addRow();
    await world.saver.save('a');
    await world.saver.saveAs('a');
    expect(paths()).toEqual(['boat_2k.png, skip', 'boat_2k.png, ask']);
  });
});
