import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { correlation } from '../pictures/correlation';
import { GOOD_NAMES, PICTURES, type PictureName } from '../pictures/pictures';
import { createSimulator } from '../simulator';
import { ANY_CASES } from './any-cases';
import { MANY } from './many-page';

const simulator = createSimulator({ slowMs: 10 });
const GALLERY = 'https://gallery.example';

function get(address: string, headers: Record<string, string> = {}): Promise<Response> {
  return simulator.handle(new Request(new URL(address, GALLERY), { headers }));
}

async function bytes(address: string): Promise<Buffer> {
  const response = await get(address);
  expect(response.status, address).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** What the hosts ask for before they give a picture. */
const HEADERS: Record<string, Record<string, string>> = {
  'hotlink.example': { referer: `${GALLERY}/any` },
  'members.example': { cookie: 'member=1' },
};

async function follow(address: string): Promise<Response> {
  const url = new URL(address, GALLERY);
  const response = await get(url.href, HEADERS[url.hostname]);
  const location = response.headers.get('location');
  return location ? follow(new URL(location, url).href) : response;
}

/** Every address of a picture in a page, its scripts and its style sheets. */
function addresses(text: string): string[] {
  const found = text.match(/(?:https?:\/\/[\w.-]+)?\/(?:images|wp-content|media)\/[\w./?=&;-]+/g);
  return [...new Set(found)].map((address) => address.replaceAll('&amp;', '&'));
}

const pages = new Map<string, string>();

beforeAll(async () => {
  for (const page of ['/any', '/any-csp', '/any.css']) {
    pages.set(page, await (await get(page)).text());
  }
}, 60_000);

describe('the table', () => {
  it('has at least fifty cases with ids of their own', () => {
    expect(ANY_CASES.length).toBeGreaterThanOrEqual(50);
    expect(new Set(ANY_CASES.map(({ id }) => id)).size).toBe(ANY_CASES.length);
  });

  it.each(ANY_CASES)('$id is on its page once', async ({ id, page = '/any' }) => {
    const text = pages.get(page) ?? pages.get('/any') ?? '';
    expect(text.split(`id="${id}"`)).toHaveLength(2);
    if (!pages.has(page)) expect((await get(page)).status).toBe(200);
  });

  it('no two neighbours show the same picture', () => {
    const shown = ANY_CASES.map(({ expect: wanted }) =>
      'picture' in wanted ? wanted.picture : 'screen' in wanted ? wanted.screen : undefined,
    );
    const twins = ANY_CASES.filter(
      (_, at) => shown[at] !== undefined && shown[at] === shown[at + 1],
    );
    expect(twins.map(({ id }) => id)).toEqual([]);
  });

  it('names hosts and sentences that make sense', () => {
    for (const { needs, expect: wanted } of ANY_CASES) {
      if (needs) expect(needs).toMatch(/^[\w-]+\.[\w.-]+$/);
      if ('sentence' in wanted) expect(() => new RegExp(wanted.sentence, 'i')).not.toThrow();
    }
  });
});

describe('the pictures', () => {
  it('tell apart', async () => {
    for (const [at, name] of GOOD_NAMES.entries()) {
      for (const other of GOOD_NAMES.slice(at + 1)) {
        const alike = await correlation(await PICTURES[name].make(), await PICTURES[other].make());
        expect(alike, `${name} and ${other}`).toBeLessThan(0.75);
      }
    }
  }, 30_000);

  it('all are there, and all but the broken ones decode', async () => {
    const all = [...pages.values()].flatMap(addresses);
    expect(all.length).toBeGreaterThan(40);
    for (const address of all) {
      const response = await follow(address);
      const status = /\/(?:nowhere\.jpg|blank\.gif)$/.test(address) ? 404 : 200;
      expect(response.status, address).toBe(status);
      if (status === 404 || /error-page|\.webm$/.test(address)) continue;
      const file = Buffer.from(await response.arrayBuffer());
      expect((await sharp(file).metadata()).width, address).toBeGreaterThan(0);
    }
  }, 60_000);

  it('have the size and the look that the table expects', async () => {
    const { width, height } = await sharp(await bytes('/images/valley.jpg')).metadata();
    expect([width, height]).toEqual([4096, 3072]);
    for (const name of GOOD_NAMES) {
      const { file, ...size } = PICTURES[name];
      const decoded = await sharp(await bytes(`/images/${file}`)).metadata();
      expect(decoded).toMatchObject({ width: size.width, height: size.height });
    }
  }, 30_000);
});

describe('?w=', () => {
  it.each<PictureName>(['harbour', 'city', 'poster'])('really shrinks %s', async (name) => {
    const whole = await PICTURES[name].make();
    const small = await bytes(`/images/${PICTURES[name].file}?w=160`);
    const { width, format } = await sharp(small).metadata();
    expect({ width, format }).toEqual({
      width: 160,
      format: (await sharp(whole).metadata()).format,
    });
    expect(small.length).toBeLessThan(whole.length / 2);
    expect(await correlation(small, whole)).toBeGreaterThan(0.97);
  });

  it.each(['800', '5000', '0', '-4', '1.5', 'x', ''])('leaves %j as it is', async (width) => {
    expect(await bytes(`/images/harbour.jpg?w=${width}`)).toEqual(await PICTURES.harbour.make());
  });
});

describe('paths of a CDN', () => {
  it('have the original beside the thumbnail', async () => {
    const folder = '/wp-content/uploads/2024/05';
    const small = await sharp(await bytes(`${folder}/harbour-160x120.jpg`)).metadata();
    expect([small.width, small.height]).toEqual([160, 120]);
    expect(await bytes(`${folder}/harbour.jpg`)).toEqual(await PICTURES.harbour.make());
    expect((await bytes(`${folder}/night-lake-320x240.png`)).length).toBeGreaterThan(0);
    expect((await get(`${folder}/nothing-160x120.jpg`)).status).toBe(404);
  });

  it('of old years have no originals', async () => {
    expect((await get('/wp-content/uploads/2019/01/portrait.jpg')).status).toBe(404);
    const small = await bytes('/wp-content/uploads/2019/01/portrait-300x400.jpg');
    expect((await sharp(small).metadata()).width).toBe(300);
  });
});

describe('hosts', () => {
  it('move as often as they are told', async () => {
    const first = await get('https://moved.example/images/harbour.jpg?hops=3&to=open');
    expect(first.headers.get('location')).toBe('/images/harbour.jpg?hops=2&to=open');
    const last = await get('https://moved.example/images/harbour.jpg?hops=1&to=open');
    expect(last.headers.get('location')).toBe('https://open.example/images/harbour.jpg');
  });

  it('refuse the name of any other site where none is wanted', async () => {
    const address = 'https://norefer.example/images/lighthouse.jpg';
    expect((await get(address)).status).toBe(200);
    expect((await get(address, { referer: `${GALLERY}/` })).status).toBe(403);
  });

  it('serve films of a picture', async () => {
    const response = await get('/media/harbour.webm');
    expect(response.headers.get('content-type')).toBe('video/webm');
    const film = Buffer.from(await response.arrayBuffer());
    expect(film.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
    expect((await get('/media/nothing.webm')).status).toBe(404);
  });
});

describe('pages', () => {
  it('the strict one allows nothing in itself, and has nothing of the kind', async () => {
    const page = await get('/any-csp');
    expect(page.headers.get('content-security-policy')).toBe("default-src 'self'; img-src *");
    expect(await page.text()).not.toMatch(/<style|<script| style=| on\w+=/);
  });

  it('frames show the picture they are asked for, as deep as they are asked', async () => {
    expect(await (await get('/frame?show=cat')).text()).toContain('src="/images/cat.jpg"');
    expect(await (await get('/frame?show=cat&depth=1')).text()).toContain(
      'src="/frame?show=cat&amp;depth=0"',
    );
    expect((await get('/frame?show=constructor')).status).toBe(404);
  });

  it('the one for the benchmark has 3,000 small pictures', async () => {
    const text = await (await get('/many')).text();
    expect(text.match(/<img id="many-\d+"/g)).toHaveLength(MANY);
    const [address = ''] = addresses(text).filter((found) => found.includes('?w='));
    expect((await sharp(await bytes(address)).metadata()).width).toBeLessThan(40);
  });
});
