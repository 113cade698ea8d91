import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { byId, imagesLoaded, show } from '@/tests/support/page/fixture';
import {
  colourOf,
  HIDDEN,
  isReplaced,
  replace,
  SHOWN,
  TestBackground,
  watchShifts,
} from '@/tests/support/page/replaced';
import type { PageReplacer } from './contract';

const CABIN = '/welcome/cabin.jpg';
/** Two units of the layout, CSS px: sizes of files that are no whole numbers are rounded. */
const LAYOUT_UNITS = 2 / 64;
const RED = '255,0,0';

let background: TestBackground;
let replacer: PageReplacer;

beforeEach(async () => {
  background = new TestBackground();
  // 480 x 320, in not quite the same proportions.
  await background.give(CABIN, { width: 1_925, height: 1_280 });
  await background.give('/icon/128.png', { width: 512, height: 512 });
});

afterEach(() => {
  replacer.stop();
  window.scrollTo(0, 0);
});

function start(): void {
  replacer = replace(background);
}

async function replaced(id = 'a'): Promise<void> {
  await expect.poll(() => isReplaced(byId(id))).toBe(true);
}

const BELOW = '<p id="below">below</p>';

/** Ways in which a page shows a picture. */
const WAYS: readonly [string, string][] = [
  ['an image without a size', `<img id="a" src="${CABIN}">`],
  ['one with attributes', `<img id="a" src="${CABIN}" width="300" height="200">`],
  ['as wide as its column', `<img id="a" src="${CABIN}" style="width: 100%; height: auto">`],
  ['of a fixed height', `<img id="a" src="${CABIN}" style="height: 123px;width:auto">`],
  ['that is cut', `<img id="a" src="${CABIN}" style="width:200px;height:200px;object-fit:cover">`],
  ['with padding and border', `<img id="a" src="${CABIN}" style="padding:7px;border:3px solid">`],
  ['in a flexible row', `<div style="display:flex"><img id="a" src="${CABIN}"><b>text</b></div>`],
  ['with a density', `<img id="a" srcset="${CABIN} 1.5x">`],
  ['with widths', `<img id="a" srcset="${CABIN} 480w, ${CABIN} 481w" sizes="333px" src="/x.png">`],
  ['with a wrong width', `<img id="a" srcset="${CABIN} 700w" sizes="50vw">`],
  [
    'in a picture',
    `<picture><source srcset="${CABIN}" type="image/jpeg"><img id="a" src="/icon/128.png"></picture>`,
  ],
  [
    'of a source with a size',
    `<picture><source srcset="${CABIN}" width="48" height="32"><img id="a" src="/no.png" style="width:50%;height:auto"></picture>`,
  ],
  ['a lazy image', `<img id="a" loading="lazy" src="${CABIN}">`],
  [
    'upright, turned and scaled',
    `<img id="a" src="${CABIN}" style="transform:rotate(9deg) scale(.5)">`,
  ],
  ['an image button', `<input id="a" type="image" src="${CABIN}" alt="send">`],
  ['a small image button', `<input id="a" type="image" src="${CABIN}" style="width:90px">`],
  [
    'a background that fills',
    `<div id="a" style="height:200px;background: center / cover url(${CABIN})"></div>`,
  ],
  [
    'a background of its own size',
    `<div id="a" style="height:400px;background: url(${CABIN})"></div>`,
  ],
  [
    'a background in layers',
    `<div id="a" style="height:200px;background: linear-gradient(#0000, #0000), url(${CABIN}) 0 0 / 100% 100%"></div>`,
  ],
];

test.each(WAYS)(
  '%s: shows the result, moves nothing, and is as before afterwards',
  async (_, html) => {
    await show(html + BELOW);
    await imagesLoaded(document);
    const before = document.documentElement.outerHTML;
    const boxes = () =>
      ['a', 'below'].flatMap((id) => {
        const { x, y, width, height } = byId(id).getBoundingClientRect();
        return [x, y, width, height];
      });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const box = boxes();
    const movedPx = () => Math.max(...boxes().map((px, at) => Math.abs(px - (box[at] ?? 0))));
    const shifts = watchShifts();
    start();
    await replaced();
    expect(movedPx()).toBeLessThanOrEqual(LAYOUT_UNITS);
    expect(await colourOf(byId('a'))).toBe(RED);
    expect(movedPx()).toBeLessThanOrEqual(LAYOUT_UNITS);
    expect(shifts()).toBe(0);
    expect(replacer.counts()).toEqual({ replaced: 1, impossible: 0 });
    replacer.tell(HIDDEN);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(await colourOf(byId('a'))).not.toBe(RED);
    expect(movedPx()).toBeLessThanOrEqual(LAYOUT_UNITS);
    expect(shifts()).toBe(0);
  },
);

test('an image that follows its column follows it with a result, too', async () => {
  await show(
    `<div id="column" style="width:400px"><img id="a" src="${CABIN}" style="width:100%"></div>`,
  );
  start();
  await replaced();
  byId('column').style.width = '200px';
  const { width, height } = byId('a').getBoundingClientRect();
  expect(width).toBe(200);
  expect(height).toBeCloseTo(200 / 1.5, 0);
});

test('an image of a drawing', async () => {
  await show(
    `<svg width="300" height="200"><image id="a" href="${CABIN}" width="300" height="200"/></svg>`,
  );
  const before = document.body.innerHTML;
  start();
  await expect.poll(() => byId('a').getAttribute('href')).toMatch(/^blob:/);
  expect(await colourOf(byId('a'))).toBe(RED);
  replacer.stop();
  expect(document.body.innerHTML).toBe(before);
});

test.each([
  ['itself', 'a'],
  ['what is around it', 'around'],
])(
  'a background that another class of %s changes is never covered by the result of the first',
  async (_, id) => {
    await show(`<style>.a { height: 90px; background: url(${CABIN}) 0 0 / cover }
    .on.a, .on .a { background-image: url(/icon/128.png?other) }</style>
    <div id="around"><div id="a" class="a"></div></div>`);
    start();
    await replaced();
    byId(id).classList.add('on');
    await Promise.resolve();
    expect(isReplaced(byId('a'))).toBe(false);
    expect(getComputedStyle(byId('a')).backgroundImage).toContain('?other');
    byId(id).classList.remove('on');
    await replaced();
  },
);

test('a background that changes under the pointer', async () => {
  await show(`<style>#a { height: 90px; background: url(${CABIN}) 0 0 / cover }
    #a:hover { background-image: url(/icon/128.png?other) }</style><div id="a"></div><p id="b">text</p>`);
  // The pointer may still be where another test has left it.
  await userEvent.hover(byId('b'));
  start();
  await replaced();
  await userEvent.hover(byId('a'));
  await expect.poll(() => isReplaced(byId('a'))).toBe(false);
  await userEvent.hover(byId('b'));
  await replaced();
});

test('the page sees no load of its images, and its addresses stay', async () => {
  await show(`<img id="a" src="${CABIN}" srcset="${CABIN} 1x">`);
  const image = byId('a') as HTMLImageElement;
  const { currentSrc, naturalWidth } = image;
  // The load event of the page's own file may come after its pixels.
  await new Promise((resolve) => setTimeout(resolve, 100));
  let loads = 0;
  image.addEventListener('load', () => {
    loads += 1;
  });
  start();
  await replaced();
  replacer.tell(HIDDEN);
  replacer.tell(SHOWN);
  await replaced();
  expect(loads).toBe(0);
  expect([image.currentSrc, image.naturalWidth]).toEqual([currentSrc, naturalWidth]);
});

test('pictures in shadow roots', async () => {
  await show('<div id="host"></div>');
  const root = byId('host').attachShadow({ mode: 'open' });
  root.innerHTML = `<img src="${CABIN}">`;
  await imagesLoaded(root);
  const before = root.innerHTML;
  start();
  const image = root.querySelector('img') as HTMLElement;
  await expect.poll(() => isReplaced(image)).toBe(true);
  replacer.stop();
  expect(root.innerHTML).toBe(before);
});

test('a background of a pseudo-element cannot be replaced, and counts as impossible', async () => {
  await show(`<style>#a::before { content: ''; display: block; height: 90px; background: url(${CABIN}) }</style>
    <div id="a"></div>`);
  start();
  await expect.poll(() => replacer.counts()).toEqual({ replaced: 0, impossible: 1 });
});

test('a long picture inside the page itself is told by its pixels', async () => {
  const result = await background.give('/large', { width: 600, height: 400 });
  background.byPixels = ({ small, url }) => (small && !url ? result : undefined);
  const large = noise();
  expect(large.length).toBeGreaterThan(100_000);
  await show(`<img id="a" src="${large}">`);
  start();
  await replaced();
  expect(background.asked.map(({ small = '' }) => small.length > 100_000)).toEqual([false]);
});

/** A picture that needs many bytes, as a `data:` address. */
function noise(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 300;
  canvas.height = 200;
  const context = canvas.getContext('2d');
  const pixels = new ImageData(300, 200);
  for (let at = 0; at < pixels.data.length; at += 60_000) {
    crypto.getRandomValues(pixels.data.subarray(at, at + 60_000));
  }
  context?.putImageData(pixels, 0, 0);
  return canvas.toDataURL();
}

test('what is not wanted in a frame leaves it alone', async () => {
  background.state = undefined;
  await show(`<img id="a" src="${CABIN}">`);
  const replacer = replace(background);
  await expect.poll(() => replacer.isEnded()).toBe(true);
  expect(background.requests.map(({ ask }) => ask)).toEqual(['start']);
});

test('while originals are shown nothing is read or asked', async () => {
  background.state = HIDDEN;
  await show(`<img id="a" src="${CABIN}">`);
  start();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(background.requests.map(({ ask }) => ask)).toEqual(['start']);
  replacer.tell(SHOWN);
  await replaced();
});

test('each address is asked for once, however often it is shown', async () => {
  await show(`<img src="${CABIN}?x" width="90">`.repeat(30));
  start();
  await expect.poll(() => background.asked.length).toBe(1);
  window.scrollTo(0, 10);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(background.asked).toHaveLength(1);
  expect(background.asked[0]).toMatchObject({ size: { width: 480, height: 320 } });
  expect(background.asked[0]?.small).toMatch(/^data:image\/png/);
});

test('new results are asked for when the background says so, and results that are gone leave', async () => {
  await show(`<img id="a" src="${CABIN}"><img id="b" src="/icon/128.png?new" width="100">`);
  start();
  await replaced();
  expect(isReplaced(byId('b'))).toBe(false);
  await background.give('/icon/128.png?new', { width: 512, height: 512 });
  background.forget(CABIN);
  replacer.look();
  await replaced('b');
  expect(isReplaced(byId('a'))).toBe(false);
});

test('what is not laid out is not asked for', async () => {
  await show(`<div style="display:none"><img src="${CABIN}"></div><img src="${CABIN}?tiny" width="9" height="9">
    <img id="a" src="/icon/128.png">`);
  start();
  await replaced();
  expect(background.asked.map(({ url }) => url)).toEqual([expect.stringMatching(/128\.png$/)]);
});

test('an extension that has gone leaves the page as it was', async () => {
  await show(`<img id="a" src="${CABIN}"><div id="more"></div>`);
  const before = document.body.innerHTML;
  const running = replace(background);
  replacer = running;
  await replaced();
  background.isGone = true;
  byId('more').innerHTML = '<img src="/icon/128.png?other">';
  await expect.poll(() => running.isEnded()).toBe(true);
  byId('more').innerHTML = '';
  expect(document.body.innerHTML).toBe(before);
}, 15_000);
