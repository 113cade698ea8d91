// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type Offered, offeredFiles } from './offered';
import { takeOffered, type Unpacking } from './take-offered';

const image = (name: string, type = 'image/png') => new File([name], name, { type });
const EMPTY = offeredFiles([]);

/** A folder as a drop offers it. A reader gives its children in two goes, as browsers do for many. */
function folder(name: string, ...children: FileSystemEntry[]): FileSystemEntry {
  const readEntries = () => {
    const rest = [children.slice(0, 1), children.slice(1)].filter((some) => some.length > 0);
    return (done: (entries: FileSystemEntry[]) => void) => done(rest.shift() ?? []);
  };
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => ({ readEntries: readEntries() }),
  } as unknown as FileSystemEntry;
}

function entry(name: string, type?: string): FileSystemEntry {
  const file = (done: (file: File) => void) => done(image(name, type));
  return { name, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
}

const noArchives = () => Promise.reject(new Error('not loaded'));

async function all(
  offered: Partial<Offered>,
  loadUnpacking = noArchives as () => Promise<Unpacking>,
) {
  const given = [];
  for await (const each of takeOffered({ ...EMPTY, ...offered }, loadUnpacking)) given.push(each);
  return given;
}

describe('takeOffered', () => {
  it('takes files in the order of the list, and counts what is no image', async () => {
    const files = [
      image('10.png'),
      image('2.png'),
      image('a.txt', 'text/plain'),
      image('x.webp', ''),
      image('.DS_Store', ''),
      image('setup.exe', ''),
      image('clipboard', ''),
    ];
    expect(await all({ files })).toMatchObject([
      { name: '10.png' },
      { name: '2.png' },
      { why: 'not-image', count: 1 },
      { name: 'x.webp' },
      { why: 'not-image', count: 1 },
      { name: 'clipboard' },
    ]);
  });

  it('takes a dropped folder with its tree, in natural order, without hidden files', async () => {
    const entries = [
      folder(
        'trip',
        folder('day 10', entry('1.png')),
        folder('day 2', entry('b10.png'), entry('b9.png'), entry('Thumbs.db', '')),
        folder('.git', entry('logo.png')),
        entry('.hidden.png'),
      ),
      entry('loose.png'),
    ];
    const given = await all({ entries, files: [image('trip')] });
    expect(given).toMatchObject([
      { name: 'b9.png', path: 'trip/day 2/b9.png' },
      { name: 'b10.png', path: 'trip/day 2/b10.png' },
      { name: '1.png', path: 'trip/day 10/1.png' },
      { name: 'loose.png' },
    ]);
    expect(given.at(-1)).not.toHaveProperty('path');
  });

  it('takes a chosen folder the same way', async () => {
    const files = ['trip/10.png', 'trip/9.png', 'trip/.cache/1.png'].map((path) =>
      Object.defineProperty(image(path.slice(path.lastIndexOf('/') + 1)), 'webkitRelativePath', {
        value: path,
      }),
    );
    expect(await all({ files })).toMatchObject([{ path: 'trip/9.png' }, { path: 'trip/10.png' }]);
  });

  it('stops at folders that are too deep, and at too many files, and says so', async () => {
    let deep = entry('deep.png');
    for (let depth = 0; depth < 18; depth += 1) deep = folder(`f${depth}`, deep);
    expect(await all({ entries: [deep] })).toEqual([
      { kind: 'left-out', why: 'too-many', count: 1 },
    ]);
    const files = Array.from({ length: 5_003 }, (_, index) => image(`${index}.png`));
    const given = await all({ files });
    expect(given).toHaveLength(5_001);
    expect(given.at(-1)).toEqual({ kind: 'left-out', why: 'too-many', count: 3 });
  });

  it('unpacks archives, whose entries name the archive and its folders', async () => {
    const unpacking: Unpacking = {
      async *unpack() {
        yield { notImage: 'ComicInfo.xml' };
        yield { path: 'ch 1/001.jpg', entry: 1, bytes: new Blob(['1']) };
        throw new Error('the rest is broken');
      },
      faultOf: (error) => (error instanceof Error ? 'damaged' : undefined),
    };
    const entries = [folder('comics', entry('Vol. 1.cbz', 'application/vnd.comicbook+zip'))];
    expect(await all({ entries }, async () => unpacking)).toMatchObject([
      { why: 'not-image' },
      { name: '001.jpg', path: 'ch 1/001.jpg', archive: 'comics/Vol. 1', entry: 1 },
      { kind: 'refused', archive: 'Vol. 1.cbz', fault: 'damaged' },
    ]);
    unpacking.faultOf = () => undefined;
    await expect(all({ entries }, async () => unpacking)).rejects.toThrow('the rest');
  });

  it('takes addresses if there are no files', async () => {
    const lines = 'https://a.example/sunset.png\nnothing';
    expect(await all({ lines })).toEqual([
      { kind: 'address', name: 'sunset', url: 'https://a.example/sunset.png' },
      { kind: 'left-out', why: 'not-address', count: 1 },
    ]);
    expect(await all({ lines, files: [image('a.png')] })).toMatchObject([{ name: 'a.png' }]);
    expect(await all({ lines: 'https://a.example/' })).toMatchObject([{ name: 'a.example' }]);
  });

  it('prefers the image of a dragged link, and the lines of a paste', async () => {
    const offered = {
      html: '<img src="https://a.example/1.png">',
      lines: 'https://a.example/page',
    };
    expect(await all({ ...offered, isHtmlFirst: true })).toMatchObject([
      { url: 'https://a.example/1.png' },
    ]);
    expect(await all(offered)).toMatchObject([{ url: 'https://a.example/page' }]);
    expect(await all({ ...offered, lines: 'some words' })).toMatchObject([
      { url: 'https://a.example/1.png' },
    ]);
  });
});
