/**
 * Files whose profile or colour chunks come from tests/support/images/profiles.ts. The reference is computed from
 * the samples of the untagged file, as libvips (sharp) decodes it, and from the published numbers of the space.
 */
import sharp, { type Sharp } from 'sharp';
import { bytesOf, withChunks } from '@/tests/support/images/image-files';
import {
  type ColourSpace,
  chromaticityChunk,
  cicpChunk,
  gammaChunk,
  iccProfile,
  profiledJpeg,
  profiledPng,
  SPACES,
  shownInSrgb,
} from '@/tests/support/images/profiles';
import type { TableFile } from './table-file';

const WIDTH = 256;
const HEIGHT = 192;

const MATRIX = [
  'p3',
  'adobe',
  'proPhoto',
  'bt2020',
  'apple',
  'linear',
  'gamma22',
  'swapped',
] as const;
const GREY = ['grey10', 'grey18', 'grey22'] as const;

interface Kind {
  name: string;
  extension: 'jpg' | 'png';
  channels: 1 | 2 | 3 | 4;
  isDeep?: true;
  encode(samples: Sharp): Promise<Buffer>;
}

const jpeg = { quality: 95, chromaSubsampling: '4:4:4' } as const;
const JPEG: Kind = {
  name: 'JPEG',
  extension: 'jpg',
  channels: 3,
  encode: (image) => image.jpeg(jpeg).toBuffer(),
};
const GREY_JPEG: Kind = {
  ...JPEG,
  name: 'JPEG',
  channels: 1,
  encode: (image) => image.toColourspace('b-w').jpeg(jpeg).toBuffer(),
};
const PNG: Kind = {
  name: 'PNG',
  extension: 'png',
  channels: 3,
  encode: (image) => image.png().toBuffer(),
};
const GREY_PNG: Kind = {
  ...PNG,
  name: 'PNG',
  channels: 1,
  encode: (image) => image.toColourspace('b-w').png().toBuffer(),
};
const GREY_ALPHA: Kind = { ...GREY_PNG, name: 'PNG, alpha', channels: 2 };
const ALPHA: Kind = { ...PNG, name: 'PNG, alpha', channels: 4 };
const PALETTE: Kind = {
  ...PNG,
  name: 'PNG, palette, tRNS',
  channels: 4,
  encode: (image) => image.png({ palette: true }).toBuffer(),
};
const DEEP: Kind = {
  ...PNG,
  name: 'PNG, 16 bit',
  isDeep: true,
  encode: (image) => image.toColourspace('rgb16').png().toBuffer(),
};

/** All levels of each channel, in combinations that cover the cube. */
function samplesOf(channels: number, height: number): Buffer {
  const data = Buffer.alloc(WIDTH * height * channels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const all = [x, (y * 4) & 255, ((x >> 6) * 4 + (y >> 4)) * 5];
      const colour = channels < 3 ? [x] : all;
      const alpha = channels % 2 === 0 ? [x > 128 && y > 96 ? (x + y) & 255 : 255] : [];
      data.set(
        [...colour, ...alpha].map((value) => Math.min(255, value)),
        (y * WIDTH + x) * channels,
      );
    }
  }
  return data;
}

async function untagged({ channels, isDeep, encode }: Kind, height: number): Promise<Buffer> {
  const samples = samplesOf(channels, height);
  // Every level of 8 bits, and what lies between them.
  const deep = Uint16Array.from(samples, (value, at) =>
    Math.min(65_535, value * 257 + (at % 5) * 40),
  );
  return encode(sharp(isDeep ? deep : samples, { raw: { width: WIDTH, height, channels } }));
}

async function referenceOf(
  plain: Buffer,
  { channels: written, isDeep }: Kind,
  space: ColourSpace,
): Promise<Buffer> {
  const image = sharp(plain).toColourspace(isDeep ? 'rgb16' : 'srgb');
  const { data, info } = await image
    .raw({ depth: isDeep ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const levels = isDeep ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2) : data;
  const shown = shownInSrgb(space);
  const full = isDeep ? 65_535 : 255;
  const out = Buffer.alloc(width * height * 4, 255);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = (channel: number) =>
      (levels[pixel * channels + (channels < 3 ? 0 : channel)] ?? 0) / full;
    out.set(shown([at(0), at(1), at(2)]).map(Math.round), pixel * 4);
    if (written % 2 === 0) out[pixel * 4 + 3] = levels[(pixel + 1) * channels - 1] ?? 255;
  }
  return sharp(out, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}

type Tag = (
  plain: Uint8Array<ArrayBuffer>,
) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;

interface Wanted {
  kind: Kind;
  how: string;
  space: ColourSpace;
  tag: Tag;
}

const file = (kind: Kind, how: string, space: ColourSpace, tag: Tag): Wanted => ({
  kind,
  how,
  space,
  tag,
});

function profiled(kind: Kind, space: ColourSpace, version: 2 | 4 | 'table' = 4): Wanted {
  const profile = iccProfile(space, version);
  const how = {
    2: `${space.name}, ICC 2`,
    table: `${space.name}, ICC 2 by a table`,
    4: space.name,
  }[version];
  return file(kind, how, space, (plain) =>
    kind.extension === 'jpg' ? profiledJpeg(plain, profile) : profiledPng(plain, profile),
  );
}

/** @param extra rows, so that no two files show the same: the second would be offered from the history */
async function made({ kind, how, space, tag }: Wanted, extra: number): Promise<TableFile> {
  const plain = await untagged(kind, HEIGHT + extra);
  return {
    label: `${kind.name}, ${how}`,
    extension: kind.extension,
    bytes: Buffer.from(await tag(new Uint8Array(plain))),
    reference: await referenceOf(plain, kind, space),
    by: 'numbers',
  };
}

/** 52 files. */
export async function taggedFiles(): Promise<TableFile[]> {
  const { srgb, p3, adobe, bt2020, swapped, grey18 } = SPACES;
  const gamma = (value: number): ColourSpace => ({ ...srgb, curve: [value] });
  const chunks =
    (...added: Uint8Array<ArrayBuffer>[]): Tag =>
    (plain) =>
      withChunks(plain, ...added);
  const files: Wanted[] = [];
  for (const key of MATRIX) files.push(profiled(JPEG, SPACES[key]), profiled(PNG, SPACES[key]));
  for (const key of GREY)
    files.push(profiled(GREY_JPEG, SPACES[key]), profiled(GREY_PNG, SPACES[key]));
  for (const space of [p3, adobe, srgb])
    files.push(profiled(JPEG, space, 2), profiled(PNG, space, 2));
  for (const space of [p3, adobe])
    files.push(profiled(DEEP, space), profiled(ALPHA, space), profiled(PALETTE, space));
  files.push(profiled(GREY_ALPHA, grey18), profiled(PNG, adobe, 'table'));
  for (const value of [1, 1.8]) {
    files.push(file(PNG, `gAMA ${value} only`, gamma(value), chunks(gammaChunk(value))));
  }
  files.push(
    // 1/2.2 alone is how writers say sRGB. Source: PNG 3rd edition, 11.3.2.5.
    file(PNG, 'gAMA 2.2 only', srgb, chunks(gammaChunk(2.2))),
    file(GREY_PNG, 'grey, gAMA 1.8 only', gamma(1.8), chunks(gammaChunk(1.8))),
    file(DEEP, 'gAMA 1.8 only', gamma(1.8), chunks(gammaChunk(1.8))),
    file(DEEP, 'untagged', srgb, (plain) => plain),
    file(GREY_ALPHA, 'grey, untagged', srgb, (plain) => plain),
    file(PALETTE, 'untagged', srgb, (plain) => plain),
    file(
      PNG,
      'gAMA and cHRM of Adobe RGB',
      adobe,
      chunks(gammaChunk(563 / 256), chromaticityChunk(adobe)),
    ),
    file(
      PNG,
      'gAMA and cHRM, swapped',
      { ...swapped, curve: [2.2] },
      chunks(gammaChunk(2.2), chromaticityChunk(swapped)),
    ),
    file(PNG, 'cHRM only', srgb, chunks(chromaticityChunk(swapped))),
    file(PNG, 'cICP of Display P3', p3, chunks(cicpChunk(12, 13))),
    // Displays show this transfer by a gamma of 2.4. Source: ITU-R BT.1886.
    file(PNG, 'cICP of BT.2020', { ...bt2020, curve: [2.4] }, chunks(cicpChunk(9, 1))),
    file(PNG, 'cICP of BT.709, linear', SPACES.linear, chunks(cicpChunk(1, 8))),
    file(JPEG, 'profile cut off', srgb, (plain) =>
      profiledJpeg(plain, iccProfile(swapped).slice(0, 400)),
    ),
    file(PNG, 'profile is rubbish', srgb, (plain) => profiledPng(plain, bytesOf('no profile'))),
  );
  return Promise.all(files.map(made));
}
