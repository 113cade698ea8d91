import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteJobStore, type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { createPictureReader, typeAlone } from './pictures';

const done = { ...(ENDED.done ?? sampleJob()), id: 'a' };

let store: JobStore;
/** Addresses that are in use. */
let live: Set<string>;

beforeEach(async () => {
  await deleteJobStore();
  store = await openJobStore(() => {});
  live = new Set();
  let count = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    count += 1;
    live.add(`blob:${count}`);
    return `blob:${count}`;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void live.delete(url));
});
afterEach(() => {
  store.close();
  vi.restoreAllMocks();
});

describe('the pictures of a row', () => {
  beforeEach(async () => {
    await store.putBlob('a/input', new Blob(['before']));
    await store.putBlob('a/result', new Blob(['after']));
  });

  it('are what is stored of it', async () => {
    const { before, after } = await createPictureReader()(store, done);
    expect([await before?.blob.text(), await after?.blob.text()]).toEqual(['before', 'after']);
    expect(live).toEqual(new Set([before?.url, after?.url]));
  });

  it('keep their addresses while only other things change', async () => {
    const read = createPictureReader();
    const first = await read(store, done);
    const saved = { ...done, saved: { state: 'saving', at: 1 } } as const;
    expect(await read(store, saved)).toBe(first);
    expect(live.size).toBe(2);
  });

  it('keep the address of the result while the source is gone', async () => {
    await store.deleteBlob('a/input');
    const read = createPictureReader();
    const first = await read(store, done);
    expect(first.before).toBeUndefined();
    const saved = { ...done, saved: { state: 'saving', at: 1 } } as const;
    expect(await read(store, saved)).toBe(first);
    expect(live).toEqual(new Set([first.after?.url]));
  });

  it('keep the address of the source while there is no result', async () => {
    const read = createPictureReader();
    const running = { ...done, stage: 'generating' } as const;
    const first = await read(store, running);
    expect(await read(store, { ...running, polls: 5 })).toBe(first);
  });

  it('are without a result until there is one', async () => {
    const read = createPictureReader();
    const running = await read(store, { ...done, stage: 'generating' });
    expect(running.after).toBeUndefined();
    expect((await read(store, done)).after).toBeDefined();
    expect(live.size).toBe(2);
  });

  it('come back when the bytes do', async () => {
    await store.deleteBlob('a/result');
    const read = createPictureReader();
    expect((await read(store, done)).after).toBeUndefined();
    await store.putBlob('a/result', new Blob(['again']));
    expect(await (await read(store, done)).after?.blob.text()).toBe('again');
  });

  it('are let go with the row', async () => {
    const read = createPictureReader();
    await read(store, done);
    expect(await read(store, undefined)).toEqual({});
    expect(live.size).toBe(0);
  });
});

it.each([
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['svg', undefined],
  ['gif', undefined],
  ['heic', undefined],
] as const)('a result of type %s is opened alone as %s', (type, expected) => {
  expect(typeAlone({ result: { url: '', width: 1, height: 1, type } })).toBe(expected);
  expect(typeAlone({})).toBeUndefined();
});
