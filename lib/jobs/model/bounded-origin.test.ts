import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageOrigin } from '@/lib/sources/origin';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { boundedOrigin } from './bounded-origin';

const MB = 1_000_000;
const dataAddress = (length: number) => `data:image/png;base64,${'A'.repeat(length)}`;

const origin = (changes: Partial<PageOrigin> = {}): PageOrigin => ({
  kind: 'page',
  url: 'https://cdn.example/i.png',
  pageUrl: 'https://page.example/',
  frameUrl: 'https://page.example/',
  pageTitle: 'Page',
  tabId: 1,
  frameId: 0,
  ...changes,
});

it('is what it was where nothing in it is large', () => {
  const usual = origin({ originals: ['https://cdn.example/large.png'], isShown: true });
  expect(boundedOrigin(usual)).toEqual(usual);
  expect(boundedOrigin(origin())).toEqual(origin());
});

it('is a megabyte at most, whatever a page puts into it', () => {
  const large = boundedOrigin(
    origin({
      url: dataAddress(5 * MB),
      originals: [
        dataAddress(12 * MB),
        ...Array(8).fill(`https://x.example/${'a'.repeat(MB / 2)}`),
      ],
      pageUrl: `https://page.example/${'p'.repeat(MB)}`,
      frameUrl: `https://page.example/${'f'.repeat(MB)}`,
      pageTitle: 't'.repeat(MB),
    }),
  );
  expect(JSON.stringify(large).length).toBeLessThan(1.1 * MB);
});

it('keeps the most promising addresses, and none that holds a picture itself', () => {
  const url = (name: string) => `https://x.example/${name.repeat(300_000)}`;
  const { originals } = boundedOrigin(
    origin({
      originals: [url('a'), dataAddress(10), url('b'), url('c'), url('d'), 'https://x.example/e'],
    }),
  ) as PageOrigin;
  expect(originals).toEqual([url('a'), url('b'), url('c'), 'https://x.example/e']);
});

describe('a picture that is written into its page', () => {
  let world: JobWorld;
  beforeEach(async () => {
    world = await createJobWorld();
  });
  afterEach(() => world.close());

  it('is in the blob store from the click on, never in the row, and once when it is read', async () => {
    const url = dataAddress(2 * MB);
    const read: string[] = [];
    const acquire = world.acquire;
    world.acquire = async (asked) => {
      const stored = await world.store.blob(asked.blobKey ?? '');
      read.push(`${asked.blobKey} ${await stored?.text()}`);
      return acquire(asked);
    };
    const options = { target: '2k', upscaler: 'smart-hd', detail: 0.65 } as const;
    const job = await world.commands.add({ origin: origin({ url }), name: 'inline', options });
    expect(JSON.stringify(job).length).toBeLessThan(2_000);
    const ended = await world.untilEnded(job.id);
    expect(ended.stage).toBe('done');
    expect(JSON.stringify(ended).length).toBeLessThan(3_000);
    expect(read).toEqual([`${job.id}/file bytes of ${url.length}`]);
    expect(await world.store.blob(`${job.id}/file`)).toBeUndefined();
  });

  it('is one row however often it is clicked at once', async () => {
    const options = { target: '2k', upscaler: 'smart-hd', detail: 0.65 } as const;
    const click = (length: number) =>
      world.commands.add({ origin: origin({ url: dataAddress(length) }), name: 'inline', options });
    const [first, again, other] = [await click(500), await click(500), await click(600)];
    expect(again.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
  });
});
