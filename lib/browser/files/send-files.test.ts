import { afterEach, beforeEach, expect, it } from 'vitest';
import { JobError } from '@/lib/jobs/model/failure';
import type { JobStore } from '@/lib/jobs/store/jobs';
import { wireMessages } from '@/tests/support/message-wire';
import { onMessage } from '../message-answers';
import { sendFiles } from './send-files';

let told = 0;
let stop: () => void;
beforeEach(() => {
  wireMessages('popup.html');
  told = 0;
  stop = onMessage('handedIn', () => {
    told += 1;
  });
});
afterEach(() => stop());

const FILES = ['a.png', 'b.png', 'c.png'].map((name) => new File([name], name));

/** A store with room for so many files. */
function storeFor(room: number) {
  const handed: Parameters<JobStore['handIn']>[0][] = [];
  const handIn: JobStore['handIn'] = async (file) => {
    if (handed.length === room) throw new JobError('storage-full');
    handed.push(file);
  };
  return { handed, handIn };
}

it('stores files in order, each under its own id, and notifies the background once', async () => {
  const store = storeFor(3);
  await sendFiles(store, FILES, '4k');
  expect(store.handed.map(({ name, target }) => [name, target])).toEqual([
    ['a.png', '4k'],
    ['b.png', '4k'],
    ['c.png', '4k'],
  ]);
  expect(new Set(store.handed.map(({ id }) => id)).size).toBe(3);
  expect(told).toBe(1);
});

it('notifies the background of the files that fitted, and rejects with storage-full', async () => {
  const store = storeFor(2);
  await expect(sendFiles(store, FILES, '2k')).rejects.toMatchObject({ code: 'storage-full' });
  expect(store.handed).toHaveLength(2);
  expect(told).toBe(1);
});
