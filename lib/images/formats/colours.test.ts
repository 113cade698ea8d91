import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  bytesOf,
  jpegSegment,
  pngChunk,
  u32,
  withChunks,
  withSegments,
} from '@/tests/support/images/image-files';
import { inspect } from '../pipeline/inspect';
import { passThrough } from '../pipeline/pass-through';
import { coloursOfProfile } from './icc';

const picture = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#c43' } });

async function profileOf(name: 'srgb' | 'p3' | 'cmyk'): Promise<Uint8Array<ArrayBuffer>> {
  const image = await picture().withIccProfile(name).jpeg().toBuffer();
  return new Uint8Array((await sharp(image).metadata()).icc ?? []);
}

const coloursOf = async (bytes: Uint8Array<ArrayBuffer> | Buffer) =>
  (await inspect(new Blob([new Uint8Array(bytes)]))).colours;

/** A curve of one gamma, as in profiles of version 2. */
function withCurves(profile: Uint8Array<ArrayBuffer>, gamma: number): Uint8Array<ArrayBuffer> {
  const changed = profile.slice();
  const view = new DataView(changed.buffer);
  for (let at = 132; at < 132 + view.getUint32(128) * 12; at += 12) {
    const tag = String.fromCharCode(...changed.subarray(at, at + 4));
    if (!/^[rgb]TRC$/.test(tag)) continue;
    const from = view.getUint32(at + 4);
    changed.set(
      bytesOf([0x63, 0x75, 0x72, 0x76], u32(0), u32(1), [Math.floor(gamma), (gamma % 1) * 256]),
      from,
    );
  }
  return changed;
}

describe('a profile', () => {
  test('of sRGB, as libvips and LittleCMS write it, is sRGB', async () => {
    expect(coloursOfProfile(await profileOf('srgb'))).toBeUndefined();
  });

  test.each([
    ['p3', /P3/i],
    ['cmyk', /^Chemical proof$/],
  ] as const)('of %s has its name', async (name, expected) => {
    expect(coloursOfProfile(await profileOf(name))).toMatch(expected);
  });

  test('with the primaries of sRGB and other curves is not sRGB', async () => {
    expect(coloursOfProfile(withCurves(await profileOf('srgb'), 1))).toBeDefined();
    expect(coloursOfProfile(withCurves(await profileOf('srgb'), 1.75))).toBeDefined();
  });

  test('that is cut off counts as none, wherever it is cut', async () => {
    const profile = await profileOf('p3');
    for (let end = 0; end < profile.length; end += 7) {
      expect(coloursOfProfile(profile.slice(0, end))).toBeUndefined();
    }
  });
});

describe('a JPEG', () => {
  test('has the name of its profile, and does not pass through', async () => {
    const bytes = await picture().withIccProfile('p3').jpeg().toBuffer();
    expect(await coloursOf(bytes)).toMatch(/P3/i);
    expect(await passThrough(new Blob([new Uint8Array(bytes)]))).toBeUndefined();
  });

  test('without a profile, or with that of sRGB, passes through', async () => {
    for (const image of [picture(), picture().withIccProfile('srgb')]) {
      const bytes = new Uint8Array(await image.jpeg().toBuffer());
      expect(await coloursOf(bytes)).toBeUndefined();
      expect(await passThrough(new Blob([bytes]))).toMatchObject({ changes: [] });
    }
  });

  test('of four components is CMYK, with or without a profile', async () => {
    const bytes = await picture().toColourspace('cmyk').jpeg().toBuffer();
    expect(await coloursOf(bytes)).toBeDefined();
  });

  test('whose profile lacks a part has none, as for browsers', async () => {
    const profile = await profileOf('p3');
    const name = new TextEncoder().encode('ICC_PROFILE\0');
    const plain = new Uint8Array(await picture().jpeg().toBuffer());
    const part = (number: number, total: number) =>
      jpegSegment(0xe2, bytesOf(name, [number, total], profile));
    expect(await coloursOf(withSegments(plain, part(1, 1)))).toMatch(/P3/i);
    expect(await coloursOf(withSegments(plain, part(1, 2)))).toBeUndefined();
    expect(await coloursOf(withSegments(plain, part(2, 2)))).toBeUndefined();
  });
});

describe('a PNG', () => {
  const plain = async () => new Uint8Array(await picture().png().toBuffer());
  const chromaticities = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000];
  const cHRM = pngChunk('cHRM', bytesOf(...chromaticities.map(u32)));
  const gAMA = (value: number) => pngChunk('gAMA', u32(value));
  const cICP = (...values: number[]) => pngChunk('cICP', bytesOf(values));

  test.each<[string, Uint8Array<ArrayBuffer>[], string | undefined]>([
    ['untagged', [], undefined],
    ['gAMA and cHRM of sRGB', [gAMA(45_455), cHRM], undefined],
    ['gAMA of sRGB', [gAMA(45_455)], undefined],
    ['another gAMA', [gAMA(100_000)], 'gamma 1.000'],
    ['another gAMA, but sRGB as well', [pngChunk('sRGB', bytesOf([0])), gAMA(100_000)], undefined],
    ['cICP of sRGB', [cICP(1, 13, 0, 1)], undefined],
    ['cICP of Display P3', [cICP(12, 13, 0, 1)], 'Display P3'],
    ['cICP of HDR', [cICP(9, 16, 0, 1)], 'BT.2020 PQ'],
    [
      'a profile that does not inflate',
      [pngChunk('iCCP', bytesOf([65, 0, 0, 1, 2, 3]))],
      undefined,
    ],
  ])('%s', async (_, chunks, expected) => {
    expect(await coloursOf(withChunks(await plain(), ...chunks))).toBe(expected);
  });

  test('has the name of its profile', async () => {
    expect(await coloursOf(await picture().withIccProfile('p3').png().toBuffer())).toMatch(/P3/i);
  });

  test('of 16 bits a channel is named so', async () => {
    const bytes = await picture().toColourspace('rgb16').png().toBuffer();
    expect(await coloursOf(bytes)).toBe('16 bit');
  });
});
