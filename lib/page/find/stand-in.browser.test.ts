import { beforeEach, describe, expect, test } from 'vitest';
import { picture, show } from '@/tests/support/page/fixture';
import { findAt } from './find';

const REAL = 'https://images.example/photo-2000.jpg';
const OTHER = 'https://images.example/other.jpg';
const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const SIZE = 'width:400px;height:300px';
const AT = { x: 100, y: 100 };

/** A picture of one colour. */
function plain(width: number, height: number): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = '#ccc';
  context.fillRect(0, 0, width, height);
  return canvas.toDataURL();
}

const winner = () => findAt(AT).finding.winner;

beforeEach(() => {
  document.body.replaceChildren();
});

describe('a stand-in', () => {
  test.each<[string, string]>([
    ['1x1', DOT],
    ['tiny and blurred', picture(32, 24)],
    ['of one colour', plain(200, 150)],
    ['an empty drawing', "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"],
    ['broken', 'data:image/png;base64,AAAA'],
  ])('is never meant where the real image is named: %s', async (_, src) => {
    for (const html of [
      `<img src="${src}" data-src="${REAL}" style="${SIZE}">`,
      `<div><img src="${src}" style="${SIZE}"><noscript><img src="${REAL}"></noscript></div>`,
      `<a href="${REAL}"><img src="${src}" style="${SIZE}"></a>`,
    ]) {
      await show(html);
      const found = winner();
      expect(found).toMatchObject({ how: 'lazy', url: REAL });
      expect(found?.originals).not.toContain(src);
    }
  });

  test('stays the image where nothing else is named', async () => {
    const small = picture(32, 24);
    await show(`<img src="${small}" style="${SIZE}">`);
    expect(winner()?.url).toBe(small);
  });

  test('a good image keeps its own address, with the named one to try', async () => {
    const good = picture(400, 300);
    await show(`<img src="${good}" data-src="${REAL}" style="${SIZE}">`);
    expect(winner()).toMatchObject({ url: good, originals: [REAL] });
  });
});

describe('the noscript', () => {
  const NOSCRIPT = `<noscript><img src="${REAL}"></noscript>`;
  const IMG = `<img src="${DOT}" style="${SIZE}">`;

  test.each<[string, string]>([
    ['after the image', `<figure>${IMG}${NOSCRIPT}</figure>`],
    ['before it', `<figure>${NOSCRIPT}${IMG}</figure>`],
    ['after its wrapper', `<figure><div><div>${IMG}</div></div>${NOSCRIPT}</figure>`],
    ['before its wrapper', `<figure>${NOSCRIPT}<div>${IMG}</div></figure>`],
    ['in a picture', `<picture>${IMG}${NOSCRIPT}</picture>`],
    ['alone in a box', `<div style="${SIZE}">${NOSCRIPT}</div>`],
    ['alone in a box in a box', `<div style="${SIZE}"><div><span>${NOSCRIPT}</span></div></div>`],
  ])('%s names it', async (_, html) => {
    await show(html);
    expect(winner()?.url).toBe(REAL);
  });

  test.each<[string, (own: string, other: string) => string]>([
    ['after', (own, other) => `<p>${IMG}${own}<br>${IMG}${other}</p>`],
    ['before', (own, other) => `<p>${own}${IMG}<br>${other}${IMG}</p>`],
  ])('of another image in the row is not taken: each %s its image', async (_, row) => {
    await show(row(NOSCRIPT, `<noscript><img src="${OTHER}"></noscript>`));
    expect(winner()?.url).toBe(REAL);
    expect(findAt({ x: 100, y: 400 }).finding.winner?.url).toBe(OTHER);
  });

  test('that counts visits is no image', async () => {
    await show(
      `<div style="${SIZE}"><noscript><img width="1" height="1" src="${REAL}"></noscript></div>`,
    );
    expect(findAt(AT).finding.candidates).toEqual([]);
  });
});

describe('an image without a size', () => {
  const RATIO = 'position:relative;width:400px;height:0;padding-top:75%';

  test.each<[string, string]>([
    ['no src', `<div style="${SIZE}"><img data-src="${REAL}"></div>`],
    ['an empty src', `<div style="${SIZE}"><img src="" data-src="${REAL}"></div>`],
    [
      'in a box of padding',
      `<div style="width:400px"><div style="${RATIO}"><img data-src="${REAL}" style="position:absolute;left:0;top:0"></div></div>`,
    ],
  ])('is where its wrapper is: %s', async (_, html) => {
    await show(html);
    expect(winner()).toMatchObject({ url: REAL, shownWidth: 400, shownHeight: 300 });
  });

  test('does not take the box of another image', async () => {
    const good = picture(400, 300);
    await show(
      `<div style="width:400px"><img src="${good}" style="${SIZE}"><img data-src="${REAL}"></div>`,
    );
    expect(winner()?.url).toBe(good);
    expect(findAt(AT).finding.candidates.map(({ url }) => url)).not.toContain(REAL);
  });
});
