import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openReaderPlaces } from './reader-places';

beforeEach(() => fakeBrowser.reset());

const at = (share: number) => ({ jobId: 'job', share });

it('remembers the place of each batch, also of what another reader has written meanwhile', async () => {
  const [mine, theirs] = [await openReaderPlaces(), await openReaderPlaces()];
  expect(mine.of('a')).toBeUndefined();
  await theirs.write('b', at(0.5));
  await mine.write('a', at(0.25));
  await mine.write('a', at(0.75));
  const later = await openReaderPlaces();
  expect([later.of('a'), later.of('b'), later.of('c')]).toEqual([at(0.75), at(0.5), undefined]);
});

it('forgets the batches that were not read for longest', async () => {
  const places = await openReaderPlaces();
  for (let batch = 0; batch < 60; batch += 1) await places.write(`batch-${batch}`, at(0.1));
  await places.write('batch-20', at(0.2));
  await places.write('new', at(0.3));
  const later = await openReaderPlaces();
  const kept = Array.from({ length: 60 }, (_, batch) => later.of(`batch-${batch}`)).filter(Boolean);
  expect(kept).toHaveLength(49);
  expect(later.of('batch-20')).toEqual(at(0.2));
  expect(later.of('batch-10')).toBeUndefined();
});

it('begins the write at once: a page that is being closed waits for nothing', async () => {
  const places = await openReaderPlaces();
  const calls: unknown[] = [];
  Object.assign(fakeBrowser.storage.local, {
    set: async (items: unknown) => void calls.push(items),
  });
  void places.write('a', at(0.5));
  expect(calls).toHaveLength(1);
});

it.each(['damaged', [{ batchId: 'a' }, { batchId: 'a', jobId: 'job', share: 7 }, null]])(
  'knows no place when %j is stored',
  async (stored) => {
    await fakeBrowser.storage.local.set({ readerPlaces: stored });
    expect((await openReaderPlaces()).of('a')).toBeUndefined();
  },
);
