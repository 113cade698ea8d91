import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  jpegSegment,
  pngChunk,
  withChunks,
  withSegments,
} from '@/tests/support/images/image-files';
import { inspect } from '../pipeline/inspect';
import { type Provenance, withProvenance } from './provenance';
import type { ImageType } from './types';

const NOTE: Provenance = {
  page: 'https://me:secret@gallery.example/a&b?id=3&token=<b>#top',
  at: Date.UTC(2026, 10, 22, 9, 5, 3),
  upscaler: 'Super resolution',
  target: '4K',
};
const TYPES = ['jpeg', 'png', 'webp'] as const;
const XMP_KEYWORD = 'XML:com.adobe.xmp\0';

/** Stripes with a gradient: enough to notice a moved byte. */
function picture(channels: 3 | 4 = 3): Sharp {
  const [width, height] = [48, 33];
  const pixels = Uint8Array.from({ length: width * height * channels }, (_, at) => (at * 7) % 256);
  return sharp(pixels, { raw: { width, height, channels } });
}

type Bytes = Uint8Array<ArrayBuffer>;
const encoded = async (image: Sharp): Promise<Bytes> => Uint8Array.from(await image.toBuffer());

async function noted(bytes: Bytes, type: ImageType, note = NOTE): Promise<Bytes> {
  const blob = await withProvenance(new Blob([bytes], { type: `image/${type}` }), type, note);
  expect(blob.type).toBe(`image/${type}`);
  return new Uint8Array(await blob.arrayBuffer());
}

async function xmpOf(bytes: Bytes): Promise<string> {
  return (await sharp(bytes).metadata()).xmp?.toString('utf8') ?? '';
}

const pixelsOf = (bytes: Bytes) => sharp(bytes).raw().toBuffer();

const FILES: Record<string, [ImageType, () => Promise<Bytes>]> = {
  JPEG: ['jpeg', () => encoded(picture().jpeg())],
  'progressive JPEG': ['jpeg', () => encoded(picture().jpeg({ progressive: true }))],
  'JPEG with fill bytes': [
    'jpeg',
    async () => withSegments(await encoded(picture().jpeg()), bytesOf([0xff, 0xff, 0xff])),
  ],
  'JPEG with EXIF and a profile': [
    'jpeg',
    () =>
      encoded(
        picture()
          .withExif({ IFD0: { Artist: 'somebody' } })
          .withIccProfile('p3')
          .jpeg(),
      ),
  ],
  PNG: ['png', () => encoded(picture().png())],
  'PNG with transparency': ['png', () => encoded(picture(4).png())],
  'lossy WebP': ['webp', () => encoded(picture().webp())],
  'lossless WebP': ['webp', () => encoded(picture().webp({ lossless: true }))],
  'lossless WebP with transparency': ['webp', () => encoded(picture(4).webp({ lossless: true }))],
  'lossy WebP with transparency': ['webp', () => encoded(picture(4).webp())],
  'WebP with a profile': ['webp', () => encoded(picture().withIccProfile('p3').webp())],
};

describe.each(Object.entries(FILES))('provenance in a %s', (_, [type, make]) => {
  it('is readable and changes no pixel', async () => {
    const before = await make();
    const after = await noted(before, type);
    const xmp = await xmpOf(after);
    expect(xmp).toContain('AI upscaled to 4K with Super resolution');
    expect(xmp).toContain('digitalsourcetype/compositeWithTrainedAlgorithmicMedia');
    expect(xmp).toContain('2026-11-22T09:05:03.000Z');
    expect(await pixelsOf(after)).toEqual(await pixelsOf(before));
    const facts = (bytes: Bytes) => inspect(new Blob([bytes]));
    expect({ ...(await facts(after)), bytes: 0 }).toEqual({ ...(await facts(before)), bytes: 0 });
    const { icc, exif } = await sharp(before).metadata();
    expect(await sharp(after).metadata()).toMatchObject({
      ...(icc && { icc }),
      ...(exif && { exif }),
    });
  });

  it('is not written twice', async () => {
    const once = await noted(await make(), type);
    expect(await noted(once, type)).toEqual(once);
  });
});

it('names the page without user, password, query and fragment, and escapes it', async () => {
  const xmp = await xmpOf(await noted(await encoded(picture().png()), 'png'));
  expect(xmp).toContain('<dc:source>https://gallery.example/a&amp;b</dc:source>');
  expect(xmp).not.toMatch(/secret|#top/);
});

it.each([undefined, 'file:///home/me/a.html', 'not an address'])(
  'names no page for %s',
  async (page) => {
    const bytes = await noted(await encoded(picture().png()), 'png', { ...NOTE, page });
    expect(await xmpOf(bytes)).not.toContain('dc:source');
  },
);

it('drops characters that XML does not allow', async () => {
  const bytes = await noted(await encoded(picture().png()), 'png', {
    ...NOTE,
    upscaler: 'a\0\x1b\ud83d<b>&',
  });
  expect(await xmpOf(bytes)).toContain('with a&lt;b&gt;&amp; by');
});

describe('a file with an XMP packet', () => {
  const packet = (inner: string) =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${inner}</rdf:RDF></x:xmpmeta>`;
  const THEIRS = packet(
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="theirs"><AIGC>1</AIGC></rdf:Description>',
  );
  const add: Record<(typeof TYPES)[number], (text: string) => Promise<Bytes>> = {
    jpeg: async (text) =>
      withSegments(
        await encoded(picture().jpeg()),
        jpegSegment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0', text)),
      ),
    png: async (text) =>
      withChunks(
        await encoded(picture().png()),
        pngChunk('iTXt', bytesOf(XMP_KEYWORD, [0, 0, 0, 0], text)),
      ),
    webp: (text) => encoded(picture().withXmp(text).webp()),
  };

  it.each(TYPES)('keeps its properties, once, in a %s', async (type) => {
    const after = await noted(await add[type](THEIRS), type);
    const xmp = await xmpOf(after);
    expect(xmp).toContain('<AIGC>1</AIGC>');
    expect(xmp.match(/xmp:CreatorTool/g)).toHaveLength(1);
    expect(xmp).toContain('AI upscaled to 4K');
    expect(xmp.match(/<\/rdf:RDF>/g)).toHaveLength(1);
    await pixelsOf(after);
  });

  it.each(TYPES)('that is invalid is refused in a %s', async (type) => {
    const bytes = await add[type]('<nonsense/>');
    await expect(noted(bytes, type)).rejects.toMatchObject({ code: 'image-broken' });
  });
});

it('refuses a compressed packet, which it cannot extend', async () => {
  const bytes = withChunks(
    await encoded(picture().png()),
    pngChunk('iTXt', bytesOf(XMP_KEYWORD, [1, 0, 0, 0], 'zzz')),
  );
  await expect(noted(bytes, 'png')).rejects.toMatchObject({ code: 'image-broken' });
});

it('refuses a JPEG whose packet has no room for more', async () => {
  const text = `<rdf:RDF>${' '.repeat(65_300)}</rdf:RDF>`;
  const segment = jpegSegment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0', text));
  const bytes = withSegments(await encoded(picture().jpeg()), segment);
  await expect(noted(bytes, 'jpeg')).rejects.toMatchObject({ code: 'image-too-large' });
});

describe.each(TYPES)('a damaged %s', (type) => {
  it('is refused or written, and never hangs', async () => {
    const whole = await encoded(picture()[type]());
    for (let length = 0; length < whole.length; length += 7) {
      const blob = new Blob([whole.slice(0, length)]);
      const result = await withProvenance(blob, type, NOTE).catch((error: Error) => error.name);
      if (typeof result === 'string') expect(result).toBe('ImageError');
    }
  });
});

it('refuses other types', async () => {
  await expect(noted(bytesOf('GIF89a'), 'gif')).rejects.toMatchObject({
    code: 'image-unknown-type',
  });
});
