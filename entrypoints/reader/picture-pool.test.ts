import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LeafPicture } from '@/components/reader/view';
import type { Job } from '@/lib/jobs/model/job';
import { ENDED, RUNNING, sampleJob } from '@/tests/stories/jobs';
import { createPicturePool, type PicturePool } from './picture-pool';

let blobs: Map<string, string>;
/** What each address in use was made of. */
let live: Map<string, string>;
let pictures: ReadonlyMap<string, LeafPicture>;
let reads: string[];
let most: number;
let pool: PicturePool;

beforeEach(() => {
  vi.useFakeTimers();
  [blobs, live, pictures, reads, most] = [new Map(), new Map(), new Map(), [], 0];
  let count = 0;
  let running = 0;
  pool = createPicturePool({
    async blob(key) {
      reads.push(key);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 10));
      running -= 1;
      const text = blobs.get(key);
      return text === undefined ? undefined : Object.assign(new Blob([text]), { made: text });
    },
    urls: {
      create(blob) {
        count += 1;
        live.set(`blob:${count}`, (blob as Blob & { made: string }).made);
        return `blob:${count}`;
      },
      revoke: (url) => void live.delete(url),
    },
    onChange: (next) => {
      pictures = next;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const done = (id: string): Job => ({ ...(ENDED.done ?? sampleJob()), id });
const running = (id: string): Job => ({ ...(RUNNING.generating ?? sampleJob()), id });
const settle = () => vi.advanceTimersByTimeAsync(3_000);
const shown = (id: string) => {
  const { url, kind } = pictures.get(id) ?? {};
  return [kind, url === undefined ? undefined : live.get(url)];
};

describe('the pictures of a chapter', () => {
  it('are held of the pages near the window alone, and read a few at a time', async () => {
    const pages = Array.from({ length: 500 }, (_, at) => done(`p${at}`));
    for (const { id } of pages) blobs.set(`${id}/result`, id);
    for (let at = 0; at < pages.length; at += 7) {
      pool.want(pages.slice(at, at + 5));
      // Faster than it can read.
      await vi.advanceTimersByTimeAsync(5);
      expect(live.size).toBeLessThanOrEqual(5);
    }
    await settle();
    expect(new Set(live.values())).toEqual(new Set(pictures.keys()));
    expect(live.size).toBeLessThanOrEqual(5);
    expect(most).toBeLessThanOrEqual(2);
    pool.want([]);
    expect([live.size, pictures.size]).toEqual([0, 0]);
  });

  it('are results, else sources, else thumbnails, else nothing', async () => {
    blobs = new Map([
      ['a/result', 'sharp'],
      ['a/input', 'source'],
      ['b/input', 'source'],
      ['b/shown', 'with transparency'],
      ['c/thumb', 'thumb'],
      ['e/input', 'left'],
    ]);
    pool.want([done('a'), running('b'), running('c'), running('d'), done('e')]);
    await settle();
    expect(['a', 'b', 'c', 'd', 'e'].map(shown)).toEqual([
      ['result', 'sharp'],
      ['source', 'with transparency'],
      ['thumb', 'thumb'],
      ['none', undefined],
      ['source', 'left'],
    ]);
  });

  it('become sharp once the result is there; a change of other things reads nothing', async () => {
    blobs.set('a/input', 'source');
    pool.want([running('a')]);
    await settle();
    reads.length = 0;
    pool.want([{ ...running('a'), polls: 9 }]);
    await settle();
    expect(reads).toEqual([]);
    blobs.set('a/result', 'sharp');
    pool.want([done('a')]);
    // The old one stays for as long as it may still be loading.
    expect(shown('a')).toEqual(['source', 'source']);
    await settle();
    expect(shown('a')).toEqual(['result', 'sharp']);
    expect([...live.values()]).toEqual(['sharp']);
  });

  it('follow a result that was removed, and one that came back', async () => {
    blobs = new Map([
      ['a/result', 'sharp'],
      ['a/input', 'source'],
    ]);
    const job = done('a');
    pool.want([job]);
    await settle();
    blobs.delete('a/result');
    const result = job.result ?? { url: '', width: 1, height: 1 };
    pool.want([{ ...job, result: { ...result, removedAt: 1 } }]);
    await settle();
    expect(shown('a')).toEqual(['source', 'source']);
    blobs.set('a/result', 'again');
    pool.want([job]);
    await settle();
    expect(shown('a')).toEqual(['result', 'again']);
  });

  it('have their sources beside them only while those are wanted', async () => {
    blobs = new Map([
      ['a/result', 'sharp'],
      ['a/input', 'source'],
      ['b/result', 'alone'],
    ]);
    pool.want([done('a'), done('b')]);
    await settle();
    expect(live.size).toBe(2);
    pool.wantOriginals(true);
    await settle();
    const { original = '' } = pictures.get('a') ?? {};
    expect(live.get(original)).toBe('source');
    expect(pictures.get('b')?.original).toBeUndefined();
    const { length } = reads;
    await settle();
    expect(reads).toHaveLength(length);
    pool.wantOriginals(false);
    await settle();
    expect([...live.values()].sort()).toEqual(['alone', 'sharp']);
  });

  it('are shown again by a person who goes away and comes back while a source is read', async () => {
    blobs = new Map([
      ['a/result', 'sharp'],
      ['a/input', 'source'],
    ]);
    pool.want([done('a')]);
    await settle();
    pool.wantOriginals(true);
    pool.want([]);
    pool.want([done('a')]);
    await settle();
    expect(shown('a')).toEqual(['result', 'sharp']);
    expect([...live.values()].sort()).toEqual(['sharp', 'source']);
  });

  it('are asked for once more after the disk refused, when something changes', async () => {
    pool = createPicturePool({
      blob: async () => {
        reads.push('x');
        throw new Error('disk');
      },
      urls: { create: () => '', revoke: () => {} },
      onChange: () => {},
    });
    pool.want([done('a')]);
    await settle();
    expect(reads).toHaveLength(1);
    pool.want([{ ...running('a') }]);
    await settle();
    expect(reads).toHaveLength(2);
  });
});
