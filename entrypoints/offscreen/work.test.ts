import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/lib/browser/storage/settings';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { createDocumentWork } from './work';

const JPEG = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xd9)]);
const DRAWING = new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"/>']);
const JOB = sampleJob({ ...ENDED.done, id: 'a', name: 'boat' });

let blobs: Map<string, Blob>;
beforeEach(() => {
  blobs = new Map();
});
const work = createDocumentWork({
  blob: async (key) => blobs.get(key),
  putBlob: async (key, blob) => void blobs.set(key, blob),
});

it('reads the header of any type', async () => {
  blobs.set('k', DRAWING);
  expect(await work.inspect('k')).toMatchObject({ type: 'svg', width: 64, height: 32 });
});

it('says which bytes are missing', async () => {
  await expect(work.inspect('k')).rejects.toThrow('no bytes under k');
  await expect(work.prepare({ blobKey: 'k', shownKey: 's', target: '2k' })).rejects.toThrow('k');
});

it('refuses what is no picture, and leaves it as it was', async () => {
  const page = new Blob(['<html></html>']);
  blobs.set('k', page);
  await expect(work.prepare({ blobKey: 'k', shownKey: 's', target: '2k' })).rejects.toMatchObject({
    code: 'image-is-page',
  });
  expect(blobs.get('k')).toBe(page);
});

describe('a file', () => {
  const make = (wish: Partial<typeof DEFAULT_SETTINGS>) =>
    work.makeFile({ job: JOB, type: 'jpeg', wish: { ...DEFAULT_SETTINGS, ...wish } });

  it('that is the result itself needs no copy', async () => {
    blobs.set('a/result', JPEG);
    expect(await make({})).toEqual({ path: 'boat_2k.jpg', isCopy: false });
    expect([...blobs]).toEqual([['a/result', JPEG]]);
  });

  it('with a note is a copy beside the result', async () => {
    blobs.set('a/result', JPEG);
    expect(await make({ isNoteOn: true })).toEqual({ path: 'boat_2k.jpg', isCopy: true });
    expect(await blobs.get('a/copy')?.text()).toContain('AI upscaled');
    expect(blobs.get('a/result')).toBe(JPEG);
  });
});
