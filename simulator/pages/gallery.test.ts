import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { correlation } from '../pictures/correlation';
import { PICTURES, type PictureName } from '../pictures/pictures';
import { createSimulator } from '../simulator';
import { GALLERY_HOST } from '../wire/endpoints';
import { CHAPTER, LIST_SHAPES } from './list-pages';

const simulator = createSimulator({ slowMs: 30 });

function get(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return simulator.handle(new Request(url, { headers }));
}

describe('pictures', () => {
  it.each<[PictureName, string]>([
    ['harbour', 'jpeg'],
    ['night-lake', 'png'],
    ['mushroom', 'webp'],
    ['portrait', 'jpeg'],
    ['poster', 'png'],
    ['pixel', 'png'],
    ['blank', 'png'],
    ['animated-gif', 'gif'],
    ['avif', 'heif'],
    ['svg', 'svg'],
    ['transparent', 'png'],
    ['huge', 'jpeg'],
  ])(
    '%s is a %s of its size',
    async (name, format) => {
      const { make, width, height } = PICTURES[name];
      expect(await sharp(await make()).metadata()).toMatchObject({ format, width, height });
    },
    30_000,
  );

  it('a GIF moves and a cut-out is transparent', async () => {
    expect((await sharp(await PICTURES['animated-gif'].make()).metadata()).pages).toBe(4);
    expect((await sharp(await PICTURES.transparent.make()).stats()).isOpaque).toBe(false);
  });

  it('the rotated one is upright only when its orientation is respected', async () => {
    const bytes = await PICTURES.rotated.make();
    expect(await sharp(bytes).metadata()).toMatchObject({
      width: 600,
      height: 800,
      orientation: 6,
    });
    const upright = await sharp(bytes).rotate().toBuffer();
    const harbour = await PICTURES.harbour.make();
    expect(await correlation(upright, harbour)).toBeGreaterThan(0.95);
    expect(await correlation(bytes, harbour)).toBeLessThan(0.7);
  });

  it.each<PictureName>(['truncated-jpeg', 'truncated-png', 'html-as-png', 'heic'])(
    '%s cannot be decoded',
    async (name) => {
      const bytes = await PICTURES[name].make();
      await expect(sharp(bytes, { failOn: 'truncated' }).raw().toBuffer()).rejects.toThrow();
    },
  );

  it('is the same every time it is drawn', async () => {
    const { harbour } = await import('../pictures/art-landscapes');
    expect(harbour()).toBe(harbour());
    expect(
      await correlation(await PICTURES.harbour.make(), await PICTURES.avif.make()),
    ).toBeGreaterThan(0.98);
  });

  it('the BMP says its size', async () => {
    const bytes = await PICTURES.bmp.make();
    expect(bytes.subarray(0, 2).toString()).toBe('BM');
    expect(bytes.readUInt32LE(2)).toBe(bytes.length);
    expect([bytes.readInt32LE(18), bytes.readInt32LE(22)]).toEqual([301, 420]);
  });
});

describe('hosts of pictures', () => {
  it.each<[string, Record<string, string>, number, string]>([
    ['https://gallery.example/images/harbour.jpg?w=2&x', {}, 200, 'image/jpeg'],
    ['https://gallery.example/images/none.jpg', {}, 404, 'text/html; charset=utf-8'],
    ['https://cdn.example.com/images/poster.png', {}, 200, 'image/png'],
    ['https://hotlink.example/images/poster.png', {}, 403, 'text/html; charset=utf-8'],
    [
      'https://hotlink.example/images/poster.png',
      { referer: 'https://gallery.example/' },
      200,
      'image/png',
    ],
    ['https://members.example/images/poster.png', {}, 401, 'text/html; charset=utf-8'],
    ['https://members.example/images/poster.png', { cookie: 'a=1; member=1' }, 200, 'image/png'],
    ['https://typed.example/images/poster.png', {}, 200, 'text/html; charset=utf-8'],
    ['https://slow.example/images/poster.png', {}, 200, 'image/png'],
  ])('%s %j', async (url, headers, status, type) => {
    const response = await get(url, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('the open host is open, the moved one moves', async () => {
    const open = await get('https://open.example/images/mushroom.webp');
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
    const moved = await get('https://moved.example/images/poster.png');
    expect(moved.headers.get('location')).toBe('https://cdn.example.com/images/poster.png');
  });
});

describe('pages', () => {
  it('show every picture under its name', async () => {
    const home = await (await get('https://gallery.example/')).text();
    const cases = await (await get('https://gallery.example/cases')).text();
    for (const [name, { file }] of Object.entries(PICTURES)) {
      expect(home + cases).toContain(`id="${name}" src="/images/${file}"`);
    }
    for (const id of [
      'data',
      'blob',
      'open',
      'foreign',
      'hotlink',
      'members',
      'slow',
      'redirect',
    ]) {
      expect(cases).toContain(`<img id="${id}"`);
    }
  });
});

describe('lists', () => {
  it.each(LIST_SHAPES)('%s: every picture that it names is there', async (shape) => {
    const page = await get(`https://${GALLERY_HOST}/lists/${shape}`);
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toBe(shape === 'strict' ? "img-src 'self'" : null);
    const named = [...(await page.text()).matchAll(/\/images\/[\w/-]+\.png/g)].map(
      ([path]) => path,
    );
    for (const path of new Set(named)) {
      expect((await get(`https://${GALLERY_HOST}${path}`)).status).toBe(200);
    }
  });

  it('a chapter has its pages, and no other shape is known', async () => {
    const page = await get(`https://${GALLERY_HOST}/chapter`);
    expect((await page.text()).match(/id="page-/g)).toHaveLength(CHAPTER);
    expect((await get(`https://${GALLERY_HOST}/lists/toString`)).status).toBe(404);
  });
});
