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
  exists?: boolean;
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
    search: async ({ id, url }: { id?: number; url?: string }) =>
      items.filter((item) => (id === undefined ? item.url === url : item.id === id)),
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

describe('open', () => {
  it('gives stored bytes an address, and takes it back', async () => {
    expect(await downloads.open('a/result')).toBe('blob:a/result');
    expect([...live]).toEqual(['blob:a/result']);
    await downloads.close('blob:a/result');
    expect(live.size).toBe(0);
  });

  it('has none for bytes that are gone', async () => {
    await expect(downloads.open('gone/result')).rejects.toThrow('no bytes');
  });
});

describe('start', () => {
  it.each([
    ['number', { conflictAction: 'uniquify' }],
    ['overwrite', { conflictAction: 'overwrite' }],
    ['ask', { conflictAction: 'uniquify', saveAs: true }],
  ] as const)('hands the address over under the path, by the rule "%s"', async (rule, expected) => {
    expect(await downloads.start('blob:a/result', 'Boats/boat.png', rule)).toBe(7);
    expect(asked).toEqual([{ url: 'blob:a/result', filename: 'Boats/boat.png', ...expected }]);
  });

  it('keeps no address when the browser refuses', async () => {
    const url = await downloads.open('a/result');
    refusal = new Error('Invalid filename');
    await expect(downloads.start(url, 'con.png', 'number')).rejects.toBe(refusal);
    expect(live.size).toBe(0);
  });

  it.each(['Download canceled by the user', 'Download cancelled by the user'])(
    'begins nothing, and holds nothing, when the person calls it off (%s)',
    async (message) => {
      const url = await downloads.open('a/result');
      refusal = new Error(message);
      expect(await downloads.start(url, 'boat.png', 'ask')).toBeUndefined();
      expect(live.size).toBe(0);
    },
  );
});

describe('find', () => {
  it('knows a download by the address it was begun from', async () => {
    items = [item({ id: 8, url: 'blob:b/result' }), item()];
    expect(await downloads.find('blob:a/result')).toBe(7);
    expect(await downloads.find('blob:c/result')).toBeUndefined();
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
    expect(await downloads.status(7)).toEqual({ state: 'complete', bytes: 100, fileName });
  });

  it('reports the error', async () => {
    items = [item({ state: 'interrupted', error: 'FILE_NO_SPACE', bytesReceived: 5 })];
    expect(await downloads.status(7)).toMatchObject({
      state: 'interrupted',
      error: 'FILE_NO_SPACE',
    });
  });

  it('knows nothing of a download that was cleared from the list', async () => {
    expect(await downloads.status(8)).toBeUndefined();
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

it.each([
  ['is there', item({ exists: true }), true],
  ['was deleted', item({ exists: false }), false],
  ['was never finished', item({ exists: true, state: 'interrupted' }), false],
  ['is forgotten', undefined, false],
])('tells whether the file of a download exists: it %s', async (_, listed, expected) => {
  items = listed ? [listed] : [];
  expect(await downloads.exists(7)).toBe(expected);
});
