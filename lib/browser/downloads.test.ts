import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDownloads, onDownloadEnd } from './downloads';

interface Item {
  id: number;
  url: string;
  state: string;
  bytesReceived: number;
  filename: string;
  error?: string;
}
type Change = { id: number; state?: { previous?: string; current?: string } };

let items: Item[];
let asked: unknown[];
let refusal: Error | undefined;
let live: Set<string>;
let listeners: ((change: Change) => void)[];

const urls = {
  async create(blobKey: string) {
    if (blobKey === 'gone/result') throw new Error('no bytes under gone/result');
    const url = `blob:${blobKey}`;
    live.add(url);
    return url;
  },
  async revoke(url: string) {
    live.delete(url);
  },
};
const downloads = createDownloads(urls);

beforeEach(() => {
  items = [];
  asked = [];
  refusal = undefined;
  live = new Set();
  listeners = [];
  Object.assign(fakeBrowser.downloads, {
    download: async (options: { url: string }) => {
      asked.push(options);
      if (refusal) throw refusal;
      return 7;
    },
    search: async ({ id }: { id: number }) => items.filter((item) => item.id === id),
    onChanged: { addListener: (listener: (change: Change) => void) => listeners.push(listener) },
  });
});

const item = (parts: Partial<Item> = {}): Item => ({
  id: 7,
  url: 'blob:a/result',
  state: 'complete',
  bytesReceived: 100,
  filename: '/home/me/Downloads/boat.png',
  ...parts,
});

describe('start', () => {
  it('hands the bytes over under the name, and never overwrites a file', async () => {
    expect(await downloads.start('a/result', 'boat.png')).toBe(7);
    expect(asked).toEqual([
      { url: 'blob:a/result', filename: 'boat.png', conflictAction: 'uniquify' },
    ]);
    expect([...live]).toEqual(['blob:a/result']);
  });

  it('keeps no address when the browser refuses', async () => {
    refusal = new Error('Invalid filename');
    await expect(downloads.start('a/result', 'con.png')).rejects.toBe(refusal);
    expect(live.size).toBe(0);
  });

  it('asks for no download when the bytes are gone', async () => {
    await expect(downloads.start('gone/result', 'boat.png')).rejects.toThrow('no bytes');
    expect(asked).toEqual([]);
  });
});

describe('look', () => {
  it.each([
    ['/home/me/Downloads/boat.png', 'boat.png'],
    ['C:\\Users\\me\\Downloads\\boat (1).png', 'boat (1).png'],
    ['boat.png', 'boat.png'],
    ['', ''],
  ])('tells the name of %s without its folders', async (filename, fileName) => {
    items = [item({ filename })];
    expect(await downloads.look(7)).toEqual({ state: 'complete', bytes: 100, fileName });
  });

  it('tells what went wrong', async () => {
    items = [item({ state: 'interrupted', error: 'FILE_NO_SPACE', bytesReceived: 5 })];
    expect(await downloads.look(7)).toMatchObject({ state: 'interrupted', error: 'FILE_NO_SPACE' });
  });

  it('knows nothing of a download that was cleared from the list', async () => {
    expect(await downloads.look(8)).toBeUndefined();
  });
});

describe('release', () => {
  it('frees the address, even one that another worker made', async () => {
    live.add('blob:a/result').add('blob:b/result');
    items = [item()];
    await downloads.release(7);
    expect([...live]).toEqual(['blob:b/result']);
  });

  it.each([
    ['of other kinds of download', [item({ url: 'https://cdn.example.com/a.png' })]],
    ['when the download is not in the list', []],
  ])('leaves addresses alone %s', async (_, listed) => {
    live.add('blob:a/result').add('https://cdn.example.com/a.png');
    items = listed;
    await downloads.release(7);
    expect(live.size).toBe(2);
  });
});

describe('onDownloadEnd', () => {
  it.each<[string, Change, number[]]>([
    ['completed', { id: 3, state: { previous: 'in_progress', current: 'complete' } }, [3]],
    ['was interrupted', { id: 4, state: { current: 'interrupted' } }, [4]],
    ['goes on', { id: 5, state: { current: 'in_progress' } }, []],
    ['got a name', { id: 6 }, []],
  ])('is told of a download that %s as %o -> %j', (_, change, expected) => {
    const ended: number[] = [];
    onDownloadEnd((id) => ended.push(id));
    for (const listener of listeners) listener(change);
    expect(ended).toEqual(expected);
  });
});
