import { beforeEach, describe, expect, test } from 'vitest';
import { picture, show } from '@/tests/support/page/fixture';
import { findAt, listVisible } from './find';

const REAL = 'https://images.example/photo-2000.jpg';
const OTHER = 'https://images.example/other.jpg';
const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const SIZE = 'display:block;width:400px;height:300px';
const AT = { x: 100, y: 100 };

/** A picture of one colour. */
function plain(width: number, height: number): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
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
    ['missing', ''],
  ])('is never meant where the real image is named: %s', async (_, src) => {
    for (const html of [
      `<img src="${src}" data-src="${REAL}" style="${SIZE}">`,
      `<a href="${REAL}"><img src="${src}" style="${SIZE}"></a>`,
      `<img src="${src}" data-of-another-loader="${REAL}" style="${SIZE}">`,
      `<div data-src="${REAL}"><img src="${src}" style="${SIZE}"></div>`,
      `<div><img src="${src}" style="${SIZE}"><noscript><img src="${REAL}"></noscript></div>`,
      `<figure><div><img src="${src}" style="${SIZE}"></div><noscript><img src="${REAL}"></noscript></figure>`,
    ]) {
      await show(html);
      expect(winner(), html).toMatchObject({ url: REAL });
      expect(winner()?.originals).not.toContain(src);
    }
  });

  test('stays the image where nothing else is named', async () => {
    const small = picture(32, 24);
    await show(`<img src="${small}" style="${SIZE}">`);
    expect(winner()?.url).toBe(small);
  });

  test('is told apart from a picture that has loaded', async () => {
    const good = picture(400, 300);
    await show(`<img src="${good}" data-src="${REAL}" style="${SIZE}">`);
    expect(winner()).toMatchObject({ url: good, originals: [REAL] });
  });

  test('tells what the browser names, so that it is not sent', async () => {
    await show(`<img src="/images/blank.gif" data-src="${REAL}" style="${SIZE}">`);
    const standIn = new URL('/images/blank.gif', location.href).href;
    expect(winner()).toMatchObject({ url: REAL, standIn });
  });

  test('has its own picture first: what is called larger may be another', async () => {
    await show(`<img src="${DOT}" data-full="${OTHER}" data-src="${REAL}" style="${SIZE}">`);
    expect(winner()).toMatchObject({ url: REAL, originals: [OTHER] });
  });

  test('is not replaced by another stand-in', async () => {
    await show(
      `<img src="${DOT}" data-placeholder="${OTHER}" data-lazy-src="/blank.gif" data-src="${REAL}" style="${SIZE}">`,
    );
    expect(winner()).toMatchObject({ url: REAL, originals: [] });
  });
});

describe('a template', () => {
  test('takes the largest listed width', async () => {
    await show(
      `<img data-src="https://images.example/a_{width}x.jpg" data-widths="[180, 2048, 540]" src="${DOT}" style="${SIZE}">`,
    );
    expect(winner()?.url).toBe('https://images.example/a_2048x.jpg');
  });

  test('that cannot be filled is no address', async () => {
    await show(`<img data-src="https://images.example/a_{size}.jpg" style="${SIZE}">`);
    expect(findAt(AT).finding.candidates).toEqual([]);
  });
});

describe('the noscript', () => {
  const NOSCRIPT = `<noscript><img src="${REAL}"></noscript>`;
  const FOREIGN = `<noscript><img src="${OTHER}"></noscript>`;
  const IMG = `<img src="${DOT}" style="${SIZE}">`;

  test.each<[string, string]>([
    ['after the image', `<figure>${IMG}${NOSCRIPT}</figure>`],
    ['before it', `<figure>${NOSCRIPT}${IMG}</figure>`],
    ['after its wrapper', `<figure><div><div>${IMG}</div></div>${NOSCRIPT}</figure>`],
    ['before its wrapper', `<figure>${NOSCRIPT}<div>${IMG}</div></figure>`],
    ['in a picture', `<picture>${IMG}${NOSCRIPT}</picture>`],
    ['alone in a box', `<div style="${SIZE}">${NOSCRIPT}</div>`],
    ['alone in a box in a box', `<div style="${SIZE}"><div><span>${NOSCRIPT}</span></div></div>`],
    ['with a caption between', `<figure>${IMG}<figcaption>Cat</figcaption>${NOSCRIPT}</figure>`],
  ])('%s names it', async (_, html) => {
    await show(html);
    expect(winner()?.url).toBe(REAL);
  });

  test.each<[string, string]>([
    ['after its image', `${IMG}${NOSCRIPT}${IMG}${FOREIGN}`],
    ['before its image', `${NOSCRIPT}${IMG}${FOREIGN}${IMG}`],
    ['with breaks', `${IMG}${NOSCRIPT}<br>${IMG}${FOREIGN}`],
    ['after its wrapper', `<p>${IMG}</p>${NOSCRIPT}<p>${IMG}</p>${FOREIGN}`],
    ['before its wrapper', `${NOSCRIPT}<p>${IMG}</p>${FOREIGN}<p>${IMG}</p>`],
  ])('of another image in a row is not taken: %s', async (_, row) => {
    await show(`<style>p{margin:0}</style><section>${row}</section>`);
    expect(listVisible().finding.candidates).toMatchObject([
      { url: REAL, originals: [] },
      { url: OTHER, originals: [] },
    ]);
  });

  test('that counts visits is no image', async () => {
    await show(
      `<div style="${SIZE}"><noscript><img width="1" height="1" src="${REAL}"></noscript></div>`,
    );
    expect(findAt(AT).finding.candidates).toEqual([]);
  });
});

test.each<[string, string, string[]]>([
  ['a known member', JSON.stringify({ thumb: OTHER, full: REAL }), [REAL]],
  ['members in members', JSON.stringify({ a: { image: { src: REAL } } }), [REAL]],
  ['Amazon', JSON.stringify({ [OTHER]: [300, 200], [REAL]: [900, 600] }), [REAL, OTHER]],
  ['no JSON', `{"src":"${REAL}"`, []],
])('JSON in an attribute: %s', async (_, json, urls) => {
  await show(`<img src="${DOT}" style="${SIZE}">`);
  document.querySelector('img')?.setAttribute('data-a-dynamic-image', json);
  const { candidates } = findAt(AT).finding;
  expect(candidates.flatMap(({ url, originals }) => [url, ...originals])).toEqual(urls);
});

test('a picture names its other formats', async () => {
  const shown = picture(400, 300);
  await show(
    `<picture><source srcset="${shown}"><source type="image/webp" srcset="/a.webp"><img src="/a.jpg" style="${SIZE}"></picture>`,
  );
  const paths = winner()?.originals.map((url) => new URL(url).pathname);
  expect(paths?.toSorted()).toEqual(['/a.jpg', '/a.webp']);
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
