import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShownPicture } from '@/lib/page/replace/contract';
import type { PageOrigin } from '@/lib/sources/origin';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import type { Batch } from '../model/batch';
import type { Job } from '../model/job';
import { deleteJobStore, type JobStore, openJobStore } from '../store/jobs';
import { type Asker, createShownResults, type ShownResults } from './shown-results';

const PAGE = sampleJob().origin as PageOrigin;
const GALLERY: Asker = {
  frameUrl: 'https://gallery.example/harbours/9',
  asked: new Set(),
  isSiteOn: true,
};
const BOAT: ShownPicture = { key: 'k', url: PAGE.url };
const NOW = 5_000;

let store: JobStore;
let results: ShownResults;
/** Ids whose thumbnail a small copy is like, by the copy. */
let alike: Record<string, string[]>;

beforeEach(async () => {
  await deleteJobStore();
  store = await openJobStore(() => {});
  alike = {};
  results = createShownResults({
    store,
    siteOf: (url) => URL.parse(url)?.hostname.split('.').slice(-2).join('.') || undefined,
    prints: {
      isOf: async (small, id) => alike[await small.text()]?.includes(id) ?? false,
      find: async (small, ids) => {
        const found = alike[await small.text()] ?? [];
        return ids.find((id) => found.includes(id));
      },
    },
    readDataUrl: async (url) => new Blob([url]),
    now: () => NOW,
  });
});
afterEach(() => store.close());

const RESULT = { url: '', width: 2048, height: 1536, type: 'jpeg', bytes: 3 } as const;
async function add(id: string, parts: Partial<Job> = {}, isStored = true): Promise<void> {
  const job = sampleJob({ ...ENDED.done, id, rev: 0, result: RESULT, ...parts });
  await store.add(job, { blobs: { result: isStored ? new Blob([id]) : undefined } });
}
const look = async (picture: Partial<ShownPicture> = {}, asker: Partial<Asker> = {}) => {
  const answer = await results.look([{ ...BOAT, ...picture }], { ...GALLERY, ...asker });
  return answer.replacements.map(({ result }) => result);
};
const on = (frameUrl: string) => ({ origin: { ...PAGE, frameUrl } });
const target = (value: '2k' | '4k') => ({
  options: { ...sampleJob().options, target: value },
});

describe('a picture of a site that is switched on', () => {
  it('gets the result of its address, of another address of it, and of another size of it', async () => {
    const url = 'https://cdn.example.com/boat-640x480.jpg';
    await add('a', { origin: { ...PAGE, url, size: { width: 640, height: 480 } } });
    expect(await look({ url })).toEqual(['a']);
    expect(await look({ url: `${url}#top` })).toEqual(['a']);
    expect(await look({ url: 'https://cdn.example.com/1', others: [url] })).toEqual(['a']);
    const larger = { url: 'https://cdn.example.com/boat-320x240.jpg' };
    expect(await look({ ...larger, size: { width: 320, height: 240 } })).toEqual(['a']);
    expect(await look({ ...larger, size: { width: 320, height: 320 } })).toEqual([]);
    expect(await look({ url: 'https://cdn.example.com/other.jpg' })).toEqual([]);
  });

  it('gets the largest result, then the newest', async () => {
    await add('new 2k', { finishedAt: 9, ...target('2k') });
    await add('old 4k', { finishedAt: 1, ...target('4k') });
    await add('new 4k', { finishedAt: 3, ...target('4k') });
    expect(await look()).toEqual(['new 4k']);
    await store.remove(['new 4k', 'old 4k']);
    expect(await look()).toEqual(['new 2k']);
  });

  it('gets what is told of the result', async () => {
    await add('a');
    const { replacements } = await results.look([BOAT], GALLERY);
    const { url: _, type, ...facts } = RESULT;
    expect(replacements).toEqual([{ key: 'k', result: 'a', type: `image/${type}`, ...facts }]);
  });

  it.each<[string, Partial<Job>, boolean?]>([
    ['that is gone', {}, false],
    ['of an imported row', { isImported: true }],
    ['that should be checked first', { result: { ...RESULT, flaw: 'transparency-lost' } }],
    ['of an image that was kept', { submission: undefined as never }],
    ['that is not there yet', { stage: 'generating' }],
  ])('gets no result %s', async (_, parts, isStored = true) => {
    await add('a', parts, isStored);
    expect(await look()).toEqual([]);
    expect(await results.bytes('a', GALLERY)).toBeUndefined();
  });

  it('gets no result that was removed, until the removal is undone', async () => {
    await add('a');
    await store.hide(['a'], 1);
    expect(await look()).toEqual([]);
    expect(await results.bytes('a', GALLERY)).toBeUndefined();
    await store.restore(1);
    expect(await look()).toEqual(['a']);
  });

  it('gets none for an address that shows another picture by now', async () => {
    await add('a');
    alike = { 'data:boat': ['a'] };
    expect(await look({ small: 'data:boat' })).toEqual(['a']);
    expect(await look({ small: 'data:car' })).toEqual([]);
  });

  it('without an address gets the result that is like it, if the proportions are those', async () => {
    await add('a');
    alike = { 'data:boat': ['a'] };
    const painted = { key: 'c', small: 'data:boat' };
    const find = async (size?: ShownPicture['size']) =>
      (await results.look([{ ...painted, ...(size && { size }) }], GALLERY)).replacements.length;
    expect(await find()).toBe(1);
    expect(await find({ width: 400, height: 300 })).toBe(1);
    expect(await find({ width: 400, height: 400 })).toBe(0);
  });
});

describe('what a page learns', () => {
  it('is nothing of other sites, whatever address it names', async () => {
    await add('other', on('https://other.example/'));
    await add('pasted', { origin: { ...PAGE, tabId: -1, frameUrl: '' } });
    alike = { 'data:boat': ['other', 'pasted'] };
    expect(await look()).toEqual([]);
    expect(await look({ url: 'https://cdn.example.com/2', small: 'data:boat' })).toEqual([]);
    for (const id of ['other', 'pasted']) expect(await results.bytes(id, GALLERY)).toBeUndefined();
  });

  it('goes by the frame: an advertisement learns nothing of the page that it is in', async () => {
    await add('page', on('https://www.gallery.example/'));
    await add('frame', on('https://ads.example/'));
    expect(await look({}, { frameUrl: 'https://ads.example/1' })).toEqual(['frame']);
    expect(await look({}, { frameUrl: 'https://gallery.example/' })).toEqual(['page']);
    expect(await look({}, { frameUrl: 'null' })).toEqual([]);
  });

  it('is only what the person asked for where the site is not switched on', async () => {
    await add('a');
    await add('b', on('https://other.example/'));
    const off = (...ids: string[]) => ({ isSiteOn: false, asked: new Set(ids) });
    alike = { 'data:boat': ['a', 'b'] };
    expect(await look({}, off())).toEqual([]);
    expect(await look({}, off('b'))).toEqual(['b']);
    expect(await look({ url: 'https://cdn.example.com/2', small: 'data:boat' }, off('b'))).toEqual([
      'b',
    ]);
    expect(await results.bytes('a', { ...GALLERY, ...off('b') })).toBeUndefined();
    const bytes = await results.bytes('b', { ...GALLERY, ...off('b') });
    expect(await bytes?.text()).toBe('b');
  });
});

describe('a picture that is on its way', () => {
  const batch: Batch = {
    id: 'visit',
    name: 'Chapter',
    createdAt: 1,
    target: '2k',
    size: 1,
    leftOut: { large: 0, known: 0 },
  };
  const pending = async (parts: Partial<Job>, paused?: Batch['paused'], batchId = 'visit') => {
    const job = sampleJob({ id: 'a', rev: 0, batch: { id: 'visit', index: 1 }, ...parts });
    await store.addBatch({ ...batch, ...(paused && { paused }) }, [{ job }]);
    const answer = await results.look([BOAT], { ...GALLERY, batchId });
    return answer.pending.map(({ state }) => state);
  };

  it.each<[string, Partial<Job>, Batch['paused'] | undefined]>([
    ['working', { stage: 'queued' }, undefined],
    ['working', { stage: 'generating' }, { by: 'budget', at: 1 }],
    ['limit', { stage: 'uploaded' }, { by: 'budget', at: 1 }],
    ['limit', { stage: 'uploaded' }, { by: 'day', at: 1, until: NOW + 1 }],
    ['working', { stage: 'uploaded' }, { by: 'day', at: 1, until: NOW - 1 }],
    ['waiting', { stage: 'uploaded' }, { by: 'person', at: 1 }],
    ['failed', { stage: 'failed' }, undefined],
  ])('is %s: %o, %o', async (state, parts, paused) => {
    expect(await pending(parts, paused)).toEqual([state]);
  });

  it('is told only to its own visit', async () => {
    expect(await pending({ stage: 'queued' }, undefined, 'another')).toEqual([]);
  });
});
