import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ZipPart, zipFile } from '@/tests/support/zip-file';
import { ArchiveError, type ArchiveItem, unpack, unpackEntry } from './archive';

const text = (words: string) => new TextEncoder().encode(words);
const part = (name: string, more: Partial<ZipPart> = {}): ZipPart => ({
  name,
  bytes: text(`bytes of ${name}`),
  ...more,
});

async function taken(archive: Blob, limits?: Parameters<typeof unpack>[1]) {
  const items: ArchiveItem[] = [];
  let fault: string | undefined;
  try {
    for await (const item of unpack(archive, limits)) items.push(item);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    fault = error.fault;
  }
  const paths = items.map((item) => ('path' in item ? item.path : undefined));
  return { items, fault, paths: paths.filter((path) => path !== undefined) };
}

describe('unpack', () => {
  it('gives the images in natural order with their bytes, stored or deflated', async () => {
    const names = ['ch 2/1.png', 'ch 10/1.png', 'ch 2/10.jpg', 'ch 2/9.webp'];
    const archive = zipFile(
      names.map((name, index) => part(name, { isDeflated: index % 2 === 0 })),
    );
    const { items, paths, fault } = await taken(archive);
    expect(fault).toBeUndefined();
    expect(paths).toEqual(['ch 2/1.png', 'ch 2/9.webp', 'ch 2/10.jpg', 'ch 10/1.png']);
    expect(items.map((item) => 'path' in item && names[item.entry])).toEqual(paths);
    for (const item of items) {
      if ('path' in item) expect(await item.bytes.text()).toBe(`bytes of ${item.path}`);
    }
  });

  it('names what is no image, opens no archive inside, and passes over system files', async () => {
    const { items, paths } = await taken(
      zipFile(
        ['ComicInfo.xml', 'inner.zip', '__MACOSX/._1.png', '.hidden/1.png', 'pages/', '1.png'].map(
          (name) => part(name, name.endsWith('/') ? { bytes: text('') } : {}),
        ),
      ),
    );
    expect(paths).toEqual(['1.png']);
    expect(items.filter((item) => 'notImage' in item)).toEqual([
      { notImage: 'ComicInfo.xml' },
      { notImage: 'inner.zip' },
    ]);
  });

  it('makes every name relative and harmless (zip slip)', async () => {
    const { paths } = await taken(
      zipFile(
        [
          '../../etc/a.png',
          '/var/b.png',
          'C:\\Windows\\c.png',
          '..\\..\\d.png',
          'e\u202egnp.exe.png',
          'f\u0007:?.png',
        ].map((name) => part(name)),
      ),
    );
    expect(paths.toSorted()).toEqual([
      'Windows/c.png',
      'd.png',
      'egnp.exe.png',
      'etc/a.png',
      'f__.png',
      'var/b.png',
    ]);
  });

  it('refuses an encrypted archive', async () => {
    const archive = zipFile([part('1.png'), part('2.png', { isEncrypted: true })]);
    expect(await taken(archive)).toMatchObject({ fault: 'encrypted', items: [] });
  });

  describe('a bomb', () => {
    const LIMITS = { entries: 10, imageBytes: 1_000, totalBytes: 3_000 };
    const zeros = (length: number) => new Uint8Array(length);

    it('is refused by the declared size of one image, and of all, before anything is unpacked', async () => {
      const one = zipFile([
        part('0.png'),
        { name: '1.png', bytes: zeros(1_001), isDeflated: true },
      ]);
      expect(await taken(one, LIMITS)).toMatchObject({ fault: 'too-large', items: [] });
      const many = [1, 2, 3, 4].map((each) => ({
        name: `${each}.png`,
        bytes: zeros(900),
        isDeflated: true,
      }));
      expect(await taken(zipFile(many), LIMITS)).toMatchObject({ fault: 'too-large', items: [] });
    });

    it('is refused by the number of its entries, images or not', async () => {
      const archive = zipFile(Array.from({ length: 11 }, (_, index) => part(`${index}.txt`)));
      expect(await taken(archive, LIMITS)).toMatchObject({ fault: 'too-many', items: [] });
    });

    it('that understates its size ends at the first byte too many', async () => {
      const lie = { bytes: zeros(20_000_000), isDeflated: true, declaredSize: 500 };
      const archive = zipFile([part('1.png'), { name: '2.png', ...lie }, part('3.png')]);
      expect(await taken(archive, LIMITS)).toMatchObject({ fault: 'damaged', paths: ['1.png'] });
    });

    it('is cut off at its declared size, also by a library that would inflate all of it', async () => {
      /** Inflates up to this many chunks of 100 bytes, and trusts the declared size. */
      const endless = (most: number) => {
        let chunks = 0;
        const entry = {
          uncompressedSize: 500,
          async getData(writable: WritableStream<Uint8Array>) {
            const writer = writable.getWriter();
            for (; chunks < most; chunks += 1) await writer.write(zeros(100));
            await writer.close();
          },
        };
        return { entry: entry as Parameters<typeof unpackEntry>[0], chunks: () => chunks };
      };
      const bomb = endless(10_000);
      await expect(unpackEntry(bomb.entry)).rejects.toMatchObject({ fault: 'damaged' });
      expect(bomb.chunks()).toBeLessThan(10);
      await expect(unpackEntry(endless(4).entry)).rejects.toMatchObject({ fault: 'damaged' });
      expect((await unpackEntry(endless(5).entry)).size).toBe(500);
    });

    it('whose entries share their data is refused', async () => {
      const archive = zipFile([
        { name: '1.png', bytes: zeros(900), isDeflated: true },
        { name: '2.png', bytes: zeros(900), isDeflated: true, sameDataAs: 0 },
      ]);
      const { fault, paths } = await taken(archive, LIMITS);
      expect(fault).toBe('damaged');
      expect(paths.length).toBeLessThan(2);
    });
  });

  it('names damage: a wrong checksum, a wrong size, a directory that is cut off', async () => {
    const whole = zipFile([part('1.png'), part('2.png')]);
    for (const archive of [
      zipFile([part('1.png', { declaredCrc: 1 })]),
      zipFile([part('1.png', { isDeflated: true, declaredSize: 900 })]),
      whole.slice(0, whole.size - 30),
      whole.slice(40),
      new Blob(['no archive']),
      new Blob([]),
    ]) {
      expect((await taken(archive)).fault).toBe('damaged');
    }
  });

  it('ends with a named fault, or with true bytes, whatever byte is wrong', async () => {
    const parts = [part('1.png', { isDeflated: true }), part('2.png')];
    const good = new Uint8Array(await zipFile(parts).arrayBuffer());
    const known = new Set(parts.map(({ bytes }) => new TextDecoder().decode(bytes)));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const bad = good.slice();
          bad[at] = (bad[at] ?? 0) ^ change;
          const { items } = await taken(new Blob([bad]));
          for (const item of items) {
            if ('path' in item) expect(known).toContain(await item.bytes.text());
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
