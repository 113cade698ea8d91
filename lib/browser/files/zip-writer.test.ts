import { expect, it } from 'vitest';
import { zipEntries } from '@/tests/support/zip-entries';
import { createZipWriter, type ZipWriter } from './zip-writer';

/** A disk, and a writer on it. */
function setUp(blobs: Record<string, Blob>, room = Number.POSITIVE_INFINITY) {
  const files = new Map<string, Uint8Array[]>();
  let aborted = 0;
  const writer = createZipWriter({
    readBlob: async (key) => blobs[key],
    async createFile(id) {
      const chunks: Uint8Array[] = [];
      let left = room;
      return new WritableStream<Uint8Array>({
        write(chunk) {
          left -= chunk.length;
          if (left < 0) throw new DOMException('full', 'QuotaExceededError');
          chunks.push(chunk);
        },
        close: () => void files.set(id, chunks),
        abort: () => {
          aborted += 1;
        },
      });
    },
    open: async (id) => `blob:${id}`,
  });
  return {
    writer,
    zip: (id: string) => zipEntries(Buffer.concat(files.get(id) ?? [])),
    files,
    aborted: () => aborted,
  };
}

const entry = (blobKey: string, name: string) => ({ id: 'z', blobKey, name, at: 0 });
const add = (writer: ZipWriter, key: string, name = `${key}.png`) =>
  writer.addToZip(entry(key, name));

it('stores files in the order in which they are added, with their bytes and names', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  const { writer, zip } = setUp({ a: new Blob([bytes]), b: new Blob(['b']), c: new Blob([]) });
  await writer.openZip('z');
  await add(writer, 'b', '猫/b (2).png');
  await add(writer, 'a');
  await add(writer, 'c');
  expect(await writer.closeZip('z')).toBe('blob:z');
  expect(zip('z')).toEqual([
    { name: '猫/b (2).png', bytes: Buffer.from('b') },
    { name: 'a.png', bytes: Buffer.from(bytes) },
    { name: 'c.png', bytes: Buffer.alloc(0) },
  ]);
});

it('goes on without what is gone or cannot be read', async () => {
  const unreadable = new Blob(['x']);
  unreadable.arrayBuffer = async () => {
    throw new DOMException('', 'NotReadableError');
  };
  const { writer, zip } = setUp({ a: new Blob(['a']), unreadable });
  await writer.openZip('z');
  expect(await add(writer, 'gone')).toEqual({ isPacked: false });
  expect(await add(writer, 'a')).toEqual({ isPacked: true });
  expect(await add(writer, 'unreadable')).toEqual({ isPacked: false });
  await writer.closeZip('z');
  expect(zip('z').map(({ name }) => name)).toEqual(['a.png']);
});

it('rejects when the disk is full, while adding or while closing', async () => {
  const { writer } = setUp({ a: new Blob([new Uint8Array(1_000)]) }, 900);
  await writer.openZip('z');
  const work = async () => {
    for (let count = 0; count < 5; count += 1) await add(writer, 'a');
    await writer.closeZip('z');
  };
  await expect(work()).rejects.toMatchObject({ name: 'QuotaExceededError' });
});

it('drops an unfinished ZIP, and is needed no longer', async () => {
  const { writer, files, aborted } = setUp({ a: new Blob(['a']) });
  await writer.openZip('z');
  await add(writer, 'a');
  expect(writer.running()).toBe(1);
  await writer.discardZip('z');
  expect([writer.running(), aborted(), files.size]).toEqual([0, 1, 0]);
  await expect(add(writer, 'a')).rejects.toThrow('not open');
  await writer.discardZip('z');
});

it('begins anew in place of an unfinished one', async () => {
  const { writer, zip } = setUp({ a: new Blob(['a']), b: new Blob(['b']) });
  await writer.openZip('z');
  await add(writer, 'a');
  await writer.openZip('z');
  await add(writer, 'b');
  await writer.closeZip('z');
  expect(zip('z').map(({ name }) => name)).toEqual(['b.png']);
});
