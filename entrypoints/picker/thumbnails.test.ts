import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FileFacts } from '@/lib/picker/picture';
import { createThumbnails, type Thumbnails } from './thumbnails';

let pending: Map<string, (read: string | undefined) => void>;
let order: string[];
let files: Map<string, FileFacts>;
let failed: string[];
let thumbnails: Thumbnails;

const wanted = (...ids: string[]) => ids.map((id) => ({ id, url: `https://x.example/${id}` }));
const settle = () => vi.waitFor(() => expect(files.size + failed.length).toBeGreaterThan(0));

beforeEach(() => {
  pending = new Map();
  order = [];
  files = new Map();
  failed = [];
  thumbnails = createThumbnails({
    read(id) {
      order.push(id);
      return new Promise((resolve) =>
        pending.set(id, (content) =>
          resolve(
            content === undefined
              ? undefined
              : { image: new Blob([content]), width: 8, height: 6, bytes: 900, type: 'image/png' },
          ),
        ),
      );
    },
    coloursOf: async ({ size }) => [size],
    onRead: (read) => {
      for (const [id, { file }] of read) files.set(id, file);
    },
    onFailed: (now) => {
      failed = [...now];
    },
  });
});
afterEach(() => vi.useRealTimers());

it('reads four at once, those on the screen first, each once', async () => {
  thumbnails.set(wanted('a', 'b', 'c', 'd', 'e', 'f'));
  expect(order).toEqual(['a', 'b', 'c', 'd']);
  thumbnails.show(['f']);
  pending.get('a')?.('same');
  await vi.waitFor(() => expect(order).toHaveLength(5));
  expect(order.at(-1)).toBe('f');
  thumbnails.set(wanted('a', 'b', 'c', 'd', 'e', 'f'));
  pending.get('b')?.('same');
  await vi.waitFor(() => expect(order).toHaveLength(6));
  expect(new Set(order).size).toBe(6);
});

it('tells equal files by their thumbnails', async () => {
  thumbnails.set(wanted('a', 'b', 'c'));
  pending.get('a')?.('same');
  pending.get('b')?.('same');
  pending.get('c')?.('other');
  await vi.waitFor(() => expect(files.size).toBe(3));
  expect(files.get('a')).toMatchObject({
    width: 8,
    height: 6,
    bytes: 900,
    type: 'image/png',
    colours: [4],
  });
  expect(files.get('a')?.digest).toBe(files.get('b')?.digest);
  expect(files.get('a')?.digest).not.toBe(files.get('c')?.digest);
});

it('reads anew what has another address by now', async () => {
  thumbnails.set([{ id: 'a', url: 'https://x.example/small' }]);
  pending.get('a')?.('small');
  await settle();
  thumbnails.set([{ id: 'a', url: 'https://x.example/large' }]);
  expect(order).toEqual(['a', 'a']);
});

it('forgets what arrives of an address that the picture no longer has', async () => {
  thumbnails.set([{ id: 'a', url: 'https://x.example/slow' }]);
  const slow = pending.get('a');
  thumbnails.set([{ id: 'a', url: 'https://x.example/fast' }]);
  pending.get('a')?.('fast!');
  await settle();
  slow?.('slow');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(files.get('a')?.colours).toEqual([5]);
  thumbnails.set([{ id: 'a', url: 'https://x.example/refused' }]);
  const refused = pending.get('a');
  thumbnails.set([{ id: 'a', url: 'https://x.example/fast' }]);
  refused?.(undefined);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(failed).toEqual([]);
});

it('names what could not be read, and tries it again when asked to', async () => {
  thumbnails.set(wanted('a'));
  pending.get('a')?.(undefined);
  await vi.waitFor(() => expect(failed).toEqual(['a']));
  thumbnails.retry();
  expect(order).toEqual(['a', 'a']);
  pending.get('a')?.('now');
  await vi.waitFor(() => expect(files.size).toBe(1));
  expect(failed).toEqual([]);
});
