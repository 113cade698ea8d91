import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentWork } from '@/lib/browser/document-work';
import { ImageError } from '@/lib/images/formats/errors';
import type { ImageFacts } from '@/lib/images/formats/types';
import { createImageWork } from './image-work';

const FACTS: ImageFacts = {
  type: 'gif',
  width: 64,
  height: 48,
  bytes: 9,
  orientation: 1,
  animated: false,
};
const DRAWN = new Blob(['drawn anew']);

let blobs: Map<string, Blob>;
let asked: string[];
let starts: number;
let refusal: Error | undefined;
beforeEach(() => {
  blobs = new Map();
  asked = [];
  starts = 0;
  refusal = undefined;
});

const work: Pick<DocumentWork, 'inspect' | 'prepare' | 'restoreTransparency' | 'warmUp'> = {
  warmUp() {
    starts += 1;
  },
  async inspect(key) {
    asked.push(`inspect ${await blobs.get(key)?.text()}`);
    if (refusal) throw refusal;
    return FACTS;
  },
  async prepare({ blobKey, shownKey, target, background }) {
    asked.push(`prepare for ${target}`);
    if (refusal) throw refusal;
    blobs.set(blobKey, DRAWN);
    if (background === 'keep') blobs.set(shownKey, SHOWN);
    return { found: FACTS, sent: { ...FACTS, type: 'png' }, changes: ['converted'], sha256: 'f' };
  },
  async restoreTransparency({ blobKey, shownKey, transparency }) {
    asked.push(`restore ${transparency.kind} of ${await blobs.get(shownKey)?.text()}`);
    if (refusal) throw refusal;
    blobs.set(blobKey, DRAWN);
    return { bytes: DRAWN.size };
  },
};
const pictures = createImageWork(
  {
    blob: async (key) => blobs.get(key),
    putBlob: async (key, blob) => void blobs.set(key, blob),
    deleteBlob: async (key) => void blobs.delete(String(key)),
  },
  work as DocumentWork,
  () => 'u-1',
);

async function picture(format: 'jpeg' | 'png' | 'webp', orientation?: number): Promise<Blob> {
  const plain = sharp({ create: { width: 64, height: 48, channels: 3, background: '#c63' } });
  const marked = orientation ? plain.withMetadata({ orientation }) : plain;
  return new Blob([new Uint8Array(await marked.toFormat(format).toBuffer())]);
}
const OTHER = new Blob(['GIF89a?']);
const SHOWN = new Blob(['transparent']);

describe.each(['jpeg', 'png'] as const)('an upright %s', (format) => {
  it('is read and passed on here', async () => {
    const blob = await picture(format);
    expect(await pictures.inspect(blob)).toMatchObject({ type: format, width: 64, height: 48 });
    const prepared = await pictures.prepare(blob, { target: '2k' });
    expect(prepared).toMatchObject({ sent: { type: format }, changes: [] });
    expect(prepared.image).toBe(blob);
    expect([asked, blobs.size, starts]).toEqual([[], 0, 0]);
  });
});

describe('a picture of another type', () => {
  it('is handed over to be read, and leaves nothing behind', async () => {
    expect(await pictures.inspect(OTHER)).toBe(FACTS);
    expect(asked).toEqual(['inspect GIF89a?']);
    expect(blobs.size).toBe(0);
  });

  it('comes back drawn anew', async () => {
    const { image, changes, sent } = await pictures.prepare(OTHER, { target: '4k' });
    expect(asked).toEqual(['prepare for 4k']);
    expect([image, changes, sent.type]).toEqual([DRAWN, ['converted'], 'png']);
    expect(blobs.size).toBe(0);
  });

  it('that is refused keeps its reason, and leaves nothing behind', async () => {
    refusal = new ImageError('image-heic');
    await expect(pictures.inspect(OTHER)).rejects.toBe(refusal);
    await expect(pictures.prepare(OTHER, { target: '2k' })).rejects.toBe(refusal);
    expect(blobs.size).toBe(0);
  });
});

describe('a picture with transparency', () => {
  it('comes back in two versions', async () => {
    const { image, shown } = await pictures.prepare(OTHER, { target: '2k', background: 'keep' });
    expect([image, shown]).toEqual([DRAWN, SHOWN]);
    expect(blobs.size).toBe(0);
  });

  it('gets it back on its result, and leaves nothing behind', async () => {
    const restore = () => pictures.restoreTransparency(OTHER, SHOWN, { kind: 'kept' });
    expect(await restore()).toBe(DRAWN);
    expect(asked).toEqual(['restore kept of transparent']);
    expect(blobs.size).toBe(0);
    refusal = new ImageError('image-broken');
    await expect(restore()).rejects.toBe(refusal);
    expect(blobs.size).toBe(0);
  });
});

it('a WebP is handed over to be converted', async () => {
  await pictures.prepare(await picture('webp'), { target: '2k' });
  expect(asked).toEqual(['prepare for 2k']);
});

it('a picture that lies on its side is handed over to be turned', async () => {
  await pictures.prepare(await picture('jpeg', 6), { target: '2k' });
  expect(asked).toEqual(['prepare for 2k']);
});

it('an empty file is refused here', async () => {
  await expect(pictures.inspect(new Blob())).rejects.toMatchObject({ code: 'image-empty' });
  expect(asked).toEqual([]);
});

it('tells before it draws, and not where a picture is passed on', async () => {
  const told: string[] = [];
  const beforeDrawing = async () => {
    told.push(`after ${asked.length} questions`);
  };
  await pictures.prepare(await picture('png'), { target: '2k', beforeDrawing });
  expect(told).toEqual([]);
  await pictures.prepare(OTHER, { target: '2k', beforeDrawing });
  expect(told).toEqual(['after 0 questions']);
  expect(asked).toEqual(['prepare for 2k']);
});

it.each([
  ['https://a.example/x.svg', 1],
  ['https://a.example/x.GIF?w=2', 1],
  ['https://a.example/x.avif#top', 1],
  ['data:image/svg+xml,<svg/>', 1],
  ['https://a.example/x.jpg', 0],
  ['https://a.example/gif', 0],
  ['data:image/png;base64,AAAA', 0],
  [`data:image/png;base64,${'A'.repeat(5_000)}.gif`, 0],
])('starts the document early by the address: %s', (url, expected) => {
  pictures.expect(url);
  expect(starts).toBe(expected);
});

it('starts the document before it counts a drawing', async () => {
  let started = 0;
  const beforeDrawing = async () => {
    started = starts;
  };
  await pictures.prepare(OTHER, { target: '2k', beforeDrawing });
  expect(started).toBe(1);
});
