import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Given, LeftOut } from '@/lib/intake/given';
import { JobError } from '@/lib/jobs/model/failure';
import type { HandedIn } from '@/lib/jobs/store/handed-in';
import type { JobStore } from '@/lib/jobs/store/jobs';
import { wireMessages } from '@/tests/support/message-wire';
import { onMessage } from '../message-answers';
import { sendImages } from './send-images';

let told = 0;
let stop: () => void;
beforeEach(() => {
  wireMessages('popup.html');
  told = 0;
  stop = onMessage('handedIn', () => {
    told += 1;
  });
});
afterEach(() => {
  vi.useRealTimers();
  stop();
});

const file = (name: string): Given => ({ kind: 'file', name, bytes: new Blob([name]) });
const address = (url: string): Given => ({ kind: 'address', name: url, url });

async function* offer(...all: (Given | LeftOut)[]) {
  yield* all;
}

/** A store with room for so many images. */
function storeFor(room: number) {
  const handed: HandedIn[] = [];
  const transactions: number[] = [];
  const handIn: JobStore['handIn'] = async (images) => {
    if (handed.length + images.length > room) throw new JobError('storage-full');
    handed.push(...images.map(({ image }) => image));
    transactions.push(images.length);
  };
  return { handed, transactions, handIn };
}

it('stores files in order, each under its own id, and notifies the background once', async () => {
  const store = storeFor(3);
  const sent = await sendImages(
    store,
    offer(file('a.png'), file('b.png'), { ...file('c.png'), path: 'x/c.png' } as Given),
    '4k',
  );
  expect(sent.added).toBe(3);
  expect(store.handed.map(({ name, target, path }) => [name, target, path])).toEqual([
    ['a.png', '4k', undefined],
    ['b.png', '4k', undefined],
    ['c.png', '4k', 'x/c.png'],
  ]);
  expect(new Set(store.handed.map(({ id }) => id)).size).toBe(3);
  expect(told).toBe(1);
});

it('notifies the background of the files that fitted, and rejects with storage-full', async () => {
  const store = storeFor(2);
  const all = ['a', 'b', 'c'].map(file);
  await expect(sendImages(store, offer(...all), '2k')).rejects.toMatchObject({
    code: 'storage-full',
  });
  expect(store.handed).toHaveLength(2);
  expect(told).toBe(1);
});

it('stores all files also while the background does not answer, and tells it once more', async () => {
  vi.useFakeTimers();
  stop();
  const store = storeFor(20);
  const all = Array.from({ length: 12 }, (_, at) => file(`${at}.png`));
  const sending = sendImages(store, offer(...all), '2k');
  await vi.advanceTimersByTimeAsync(1);
  expect(store.handed).toHaveLength(12);
  stop = onMessage('handedIn', () => {
    told += 1;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await sending).added).toBe(12);
  expect(told).toBe(1);
});

it('stores addresses that follow each other in one transaction, in the order of everything', async () => {
  const store = storeFor(9);
  const [one, two, three] = [1, 2, 3].map((each) => address(`https://a.example/${each}.png`));
  const counts: number[] = [];
  await sendImages(
    store,
    offer(one as Given, two as Given, file('a.png'), three as Given),
    '2k',
    (count) => counts.push(count),
  );
  expect(store.transactions).toEqual([2, 1, 1]);
  expect(store.handed.map(({ name }) => name.at(-5))).toEqual(['1', '2', 'a', '3']);
  expect(counts).toEqual([2, 3, 4]);
});

it('stores the images of a batch together, up to what memory may hold, each with its batch', async () => {
  const store = storeFor(9);
  const batch = { id: 'w', name: 'trip', at: 7 };
  const large = {
    ...file('large.png'),
    bytes: new Blob([new Uint8Array(16 * 1024 * 1024)]),
    batch,
  };
  const all = ['a.png', 'b.png', 'c.png'].map((name): Given => ({ ...file(name), batch }));
  await sendImages(
    store,
    offer(...all, large as Given, file('loose.png'), { ...address('https://a.example/'), batch }),
    '2k',
  );
  expect(store.transactions).toEqual([4, 1, 1]);
  expect(store.handed.map((image) => image.batch?.id)).toEqual([
    'w',
    'w',
    'w',
    'w',
    undefined,
    'w',
  ]);
});

it('lets the background begin before a long list is read', async () => {
  const all = Array.from({ length: 25 }, (_, index) => file(`${index}.png`));
  await sendImages(storeFor(25), offer(...all), '2k');
  expect(told).toBe(3);
});

it('counts what is left out, by its reason', async () => {
  const sent = await sendImages(
    storeFor(9),
    offer(
      { kind: 'left-out', why: 'not-image', count: 1 },
      file('a.png'),
      { kind: 'left-out', why: 'not-image', count: 1 },
      { kind: 'left-out', why: 'too-many', count: 7 },
      { kind: 'left-out', why: 'not-address', count: 2 },
      { kind: 'refused', archive: 'b.zip', fault: 'encrypted' },
    ),
    '2k',
  );
  expect(sent).toEqual({
    added: 1,
    notImages: 2,
    notAddresses: 2,
    tooMany: 7,
    refused: [{ archive: 'b.zip', fault: 'encrypted' }],
  });
});
