import { beforeEach, describe, expect, test } from 'vitest';
import { byId, imagesLoaded, picture, show } from '@/tests/support/page/fixture';
import { type FindOptions, findAt } from './find';

const BIG = picture(600, 400);
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const BOX = 'position:absolute;left:20px;top:20px;width:300px;height:200px;';

function at(x: number, y: number, options: FindOptions = {}) {
  return findAt({ x, y }, options).finding;
}

beforeEach(() => {
  document.body.innerHTML = '';
  window.scrollTo(0, 0);
});

describe('larger originals', () => {
  test('the link around it, data attributes, the source set by width', async () => {
    await show(
      `<a href="/full.jpg"><img id="i" src="${BIG}" srcset="${BIG} 600w, /b.jpg 1200w, /c.jpg 2400w" sizes="300px" data-zoom-image="/zoom.jpg" style="${BOX}"></a>`,
    );
    const paths = at(150, 110).winner?.originals.map((url) => new URL(url).pathname);
    expect(paths).toEqual(['/full.jpg', '/zoom.jpg', '/c.jpg', '/b.jpg']);
  });

  test('sources of a picture, also those that do not match', async () => {
    await show(
      `<picture><source media="(min-width: 99999px)" srcset="/wide.jpg 3000w"><source type="image/vnd.ms-photo" srcset="/x.jxr 4000w"><img src="${BIG}" style="${BOX}"></picture>`,
    );
    const { winner } = at(150, 110);
    expect(winner).toMatchObject({ how: 'picture', url: BIG });
    expect(winner?.originals.map((url) => new URL(url).pathname)).toEqual(['/wide.jpg']);
  });

  test.each<[name: string, html: string, width: number, height: number]>([
    ['by width', `<img srcset="SHOWN 800w" sizes="400px" style="BOX">`, 800, 600],
    ['by density', `<img srcset="SHOWN 2x" style="BOX">`, 800, 600],
    [
      'of a source',
      `<picture><source srcset="SHOWN 800w" sizes="100px"><img style="BOX"></picture>`,
      800,
      600,
    ],
    ['not at all', `<img src="SHOWN" style="BOX">`, 800, 600],
  ])(
    'the size of the file is told as it is, with a source set %s',
    async (_, html, width, height) => {
      const shown = picture(800, 600);
      await show(
        html
          .replaceAll('SHOWN', shown)
          .replace('BOX', 'position:absolute;left:0;top:0;width:400px;height:300px'),
      );
      expect(findAt({ x: 100, y: 100 }).finding.winner).toMatchObject({
        url: shown,
        width,
        height,
        originals: [],
      });
    },
  );

  test('all sets of a picture are ranked as one, and only what is larger counts', async () => {
    const shown = picture(800, 600);
    await show(`<picture><source media="(min-width: 99999px)" srcset="https://x.example/900.jpg 900w, https://x.example/700.jpg 700w">
      <img srcset="${shown} 800w, https://x.example/1600.jpg 1600w" sizes="400px" style="position:absolute;left:0;top:0;width:400px;height:300px"></picture>`);
    expect(findAt({ x: 100, y: 100 }).finding.winner).toMatchObject({
      width: 800,
      originals: ['https://x.example/1600.jpg', 'https://x.example/900.jpg'],
    });
  });

  test('a broken source set is passed over', async () => {
    await show(
      `<img src="${BIG}" srcset=", ,,x y z,/ok.jpg 2000w,javascript:alert(1) 9999w" sizes="1px" style="${BOX}" onerror="this.removeAttribute('srcset')">`,
    );
    await imagesLoaded(document);
    const originals = at(150, 110).candidates.flatMap((one) => one.originals);
    expect(originals.every((url) => /^https?:/.test(url))).toBe(true);
  });
});

describe('lazy images', () => {
  test.each([
    ['data-src', `<img src="${PIXEL}" data-src="/a.jpg" style="${BOX}">`],
    ['data-srcset', `<img src="${PIXEL}" data-srcset="/s.jpg 300w, /a.jpg 900w" style="${BOX}">`],
    ['data-original', `<img data-original="/a.jpg" style="${BOX}">`],
    ['data-lazy', `<img src="${PIXEL}" data-lazy="/a.jpg" style="${BOX}">`],
    ['data-lazy-src', `<img src="${PIXEL}" data-lazy-src="/a.jpg" style="${BOX}">`],
    [
      'an SVG stand-in',
      `<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E" data-src="/a.jpg" style="${BOX}">`,
    ],
    [
      'a source',
      `<picture><source data-srcset="/a.jpg"><img src="${PIXEL}" style="${BOX}"></picture>`,
    ],
    [
      'noscript',
      `<div><img src="${PIXEL}" style="${BOX}"><noscript><img src="/a.jpg" onerror="window.ran=1"></noscript></div>`,
    ],
  ])('%s', async (_, html) => {
    await show(html);
    expect(at(150, 110).winner).toMatchObject({
      how: 'lazy',
      url: new URL('/a.jpg', location.href).href,
    });
    expect((window as { ran?: number }).ran).toBeUndefined();
  });

  test('what has loaded wins over its attribute', async () => {
    await show(`<img src="${BIG}" data-src="/a.jpg" style="${BOX}">`);
    expect(at(150, 110).winner).toMatchObject({ how: 'img', url: BIG });
  });
});

describe('shadow roots and frames', () => {
  test('an open root, nested', async () => {
    await show('<x-card id="h"></x-card>');
    const outer = byId('h').attachShadow({ mode: 'open' });
    outer.innerHTML = `<div id="in"></div>`;
    const inner = outer.querySelector('div')?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = `<img src="${BIG}" style="${BOX}">`;
    await imagesLoaded(inner ?? document);
    expect(at(150, 110).winner).toMatchObject({ url: BIG });
  });

  test('a closed root, through the browser', async () => {
    await show('<div id="h"></div>');
    const closed = byId('h').attachShadow({ mode: 'closed' });
    closed.innerHTML = `<div style="${BOX}background:url(${BIG})"></div>`;
    expect(at(150, 110).candidates).toEqual([]);
    const openShadow = (element: Element) => (element.id === 'h' ? closed : element.shadowRoot);
    expect(at(150, 110, { openShadow }).winner).toMatchObject({ url: BIG });
  });

  test('frames of the same origin, nested, scaled and scrolled', async () => {
    await show(
      `<iframe id="f" style="position:absolute;left:50px;top:40px;width:400px;height:300px;border:5px solid;padding:3px;transform:scale(1.5);transform-origin:0 0"></iframe>`,
    );
    const outer = (byId('f') as HTMLIFrameElement).contentDocument;
    if (!outer) throw new Error('no frame');
    outer.body.innerHTML = `<iframe style="position:absolute;left:20px;top:30px;width:200px;height:150px;border:0"></iframe>`;
    const inner = outer.querySelector('iframe')?.contentDocument;
    if (!inner) throw new Error('no frame');
    inner.body.innerHTML = `<img src="${BIG}" style="position:absolute;left:10px;top:10px;width:100px;height:100px">`;
    await imagesLoaded(inner);
    // 50 + 1.5 * (5 + 3 + 20 + 10) = 107; 40 + 1.5 * (5 + 3 + 30 + 10) = 112
    const { winner, frame } = at(110, 115);
    expect(winner).toMatchObject({ url: BIG, rect: { x: 107, y: 112, width: 150, height: 150 } });
    expect(frame).toBeUndefined();
    expect(at(95, 100).candidates).toMatchObject([{ distance: expect.any(Number) }]);
  });

  test.each(['point', 'element'])(
    'an image beside a frame of another origin is not meant (%s)',
    async (how) => {
      await show(
        `<iframe id="f" sandbox src="about:blank#x" style="${BOX}"></iframe><img src="${picture(600, 400)}" style="${BOX}left:330px">`,
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { finding } =
        how === 'point' ? findAt({ x: 310, y: 110 }) : findAt(undefined, { element: byId('f') });
      expect(finding).toMatchObject({ candidates: [], frame: { url: 'about:blank#x' } });
      expect(finding.winner).toBeUndefined();
    },
  );

  test('a frame of another origin is named', async () => {
    await show(`<iframe sandbox src="about:blank#x" style="${BOX}"></iframe>`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(at(150, 110).frame).toMatchObject({
      rect: { x: 20, y: 20, width: 304 },
      url: 'about:blank#x',
    });
    expect(at(500, 400).frame).toBeUndefined();
  });

  test.each(['sandbox', 'sandbox="allow-scripts"'])(
    'it is named as well where it is asked for as an element: %s',
    async (attributes) => {
      await show(`<iframe id="f" ${attributes} src="about:blank#x" style="${BOX}"></iframe>`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { finding } = findAt(undefined, { element: byId('f') });
      expect(finding.frame).toMatchObject({ rect: { x: 20, y: 20 }, url: 'about:blank#x' });
    },
  );
});
