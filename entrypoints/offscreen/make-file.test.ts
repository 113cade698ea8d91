import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/browser/storage/settings';
import { ImageError } from '@/lib/images/formats/errors';
import type { Job } from '@/lib/jobs/model/job';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { createFileMaker } from './make-file';

const AT = new Date(2026, 10, 22, 9, 5, 3).getTime();
/** The smallest JPEG frame that a note can be written into. */
const JPEG = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xd9)], {
  type: 'image/jpeg',
});
const CONVERTED = new Blob(['converted']);

function make(
  wish: Partial<Settings>,
  parts: Partial<Job> = {},
  { isConvertible = true, counter }: { isConvertible?: boolean; counter?: number } = {},
) {
  const maker = createFileMaker({
    async convert(_blob, _from, to, quality) {
      if (!isConvertible) throw new ImageError('image-too-large');
      return new Blob([CONVERTED, `${to} ${quality}`]);
    },
    now: () => AT,
  });
  const job = sampleJob({ ...ENDED.done, id: 'abcdefgh-1', name: 'boat', ...parts });
  const request = { job, type: 'jpeg', wish: { ...DEFAULT_SETTINGS, ...wish } } as const;
  return maker({ ...request, ...(counter !== undefined && { counter }) }, JPEG);
}

describe('a file by default', () => {
  it('is the result itself, under its name', async () => {
    const file = await make({});
    expect(file).toEqual({ bytes: JPEG, path: 'boat_2k.jpg' });
    expect(file.bytes).toBe(JPEG);
  });
});

describe('the name', () => {
  it('says what is known of the row', async () => {
    const nameTemplate = '{host} {title} {width}x{height} {scale} {upscaler} {id} {date} {time}';
    const { path } = await make({ nameTemplate, folder: 'Boats/{target}' });
    expect(path).toBe(
      'Boats/2k/gallery.example Harbours 2880x2160 2.8x smart-hd abcdefgh 2026-11-22 09-05-03.jpg',
    );
  });

  it('says what is known of a file of one’s own', async () => {
    const origin = { kind: 'file', blobKey: 'k', name: 'boat.png' } as const;
    const { path } = await make({ nameTemplate: '{host}-{title}-{name}' }, { origin });
    expect(path).toBe('boat.jpg');
  });

  it.each([
    [{ path: 'trip/day 2/1.png' }, 'trip/day 2/boat_2k.jpg'],
    [{ path: 'ch 1/1.png', archive: 'comics/Vol. 1' }, 'comics/Vol. 1/ch 1/boat_2k.jpg'],
    [{ path: '1.png', archive: 'Vol. 1' }, 'Vol. 1/boat_2k.jpg'],
    [{}, 'boat_2k.jpg'],
  ])('keeps the folders of what was handed in: %o', async (place, expected) => {
    const origin = { kind: 'file', blobKey: 'k', name: '1.png', ...place } as const;
    expect((await make({}, { origin })).path).toBe(expected);
    expect((await make({ folder: 'Big' }, { origin })).path).toBe('Big/boat_2k.jpg');
  });

  it('is that of its source in a ZIP that gives back an archive', async () => {
    const request = { job: sampleJob(ENDED.done), type: 'jpeg', wish: DEFAULT_SETTINGS } as const;
    const maker = createFileMaker({ convert: async (blob) => blob, now: () => AT });
    const place = (path: string) => maker({ ...request, purpose: 'zip', place: path }, JPEG);
    expect((await place('ch 1/p2.png')).path).toBe('ch 1/p2.jpg');
    expect((await place('../p2.JPEG')).path).toBe('p2.JPEG');
  });

  it('counts', async () => {
    const { path } = await make({ nameTemplate: '{counter}' }, {}, { counter: 42 });
    expect(path).toBe('0042.jpg');
  });
});

describe('the format', () => {
  it('is the wanted one, and so is the extension', async () => {
    const { bytes, path, shortfall } = await make({ format: 'webp', quality: 0.8 });
    expect(await bytes.text()).toBe('convertedwebp 0.8');
    expect(path).toBe('boat_2k.webp');
    expect(shortfall).toBeUndefined();
  });

  it('stays as it came where that fails, and the file says so', async () => {
    const file = await make({ format: 'webp' }, {}, { isConvertible: false });
    expect(file).toMatchObject({ path: 'boat_2k.jpg', shortfall: 'format' });
    expect(file.bytes).toBe(JPEG);
  });
});

describe('the note', () => {
  it('says where the picture comes from and what was done', async () => {
    const { bytes, shortfall } = await make({ isNoteOn: true });
    const text = await bytes.text();
    expect(text).toContain('<dc:source>https://gallery.example/harbours/7</dc:source>');
    expect(text).toContain('AI upscaled to 2K with Smart HD');
    expect(shortfall).toBeUndefined();
  });

  it('is missing where the bytes make no sense, and the file says so', async () => {
    const file = await make({ isNoteOn: true, format: 'png' });
    expect(file.shortfall).toBe('note');
    expect(await file.bytes.text()).toContain('converted');
  });

  it('is not in a picture that was kept as it was found: no AI has touched it', async () => {
    const { submission: _, ...kept } = sampleJob(ENDED.done);
    const maker = createFileMaker({ convert: async (blob) => blob, now: () => AT });
    const wish = { ...DEFAULT_SETTINGS, isNoteOn: true };
    expect((await maker({ job: kept, type: 'jpeg', wish }, JPEG)).bytes).toBe(JPEG);
  });
});
