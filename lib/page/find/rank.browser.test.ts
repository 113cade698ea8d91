import { beforeEach, describe, expect, test } from 'vitest';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { type FindOptions, findAt } from './find';

const BIG = picture(600, 400);
const OTHER = picture(640, 420, 'crimson');
const SMALL = picture(60, 40, 'navy');
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const BOX = 'position:absolute;left:20px;top:20px;width:300px;height:200px;';

function at(x: number, y: number, options: FindOptions = {}) {
  return findAt({ x, y }, options).finding;
}

beforeEach(() => {
  document.body.innerHTML = '';
  window.scrollTo(0, 0);
});

describe('what lies above', () => {
  const image = `<img src="${BIG}" style="${BOX}">`;
  test.each([
    ['a transparent div', `${image}<div style="${BOX}"></div>`],
    ['a link', `${image}<a href="https://x.example/page" style="${BOX}"></a>`],
    ['a transparent pixel', `${image}<img src="${PIXEL}" style="${BOX}">`],
    ['a div that lets through', `${image}<div style="${BOX}pointer-events:none"></div>`],
    [
      'three of them',
      `${image}<div style="${BOX}"><div style="width:300px;height:200px"></div></div><i style="${BOX}"></i>`,
    ],
    [
      'an icon',
      `${image}<img src="${SMALL}" style="position:absolute;left:140px;top:100px;width:20px;height:20px">`,
    ],
    [
      'a vector icon',
      `${image}<svg style="position:absolute;left:140px;top:100px;width:24px;height:24px"><rect width="9" height="9"/></svg>`,
    ],
  ])('%s', async (_, html) => {
    await show(html);
    expect(at(150, 110).winner).toMatchObject({ url: BIG });
  });

  test('the image itself lets the pointer through', async () => {
    await show(
      `<div style="${BOX}"><img src="${BIG}" style="width:300px;height:200px;pointer-events:none"></div>`,
    );
    expect(at(150, 110).winner).toMatchObject({ url: BIG });
  });

  test('a box whose background lets the pointer through', async () => {
    await show(
      `<div style="${BOX}"><div style="width:300px;height:200px;pointer-events:none;background:url(${BIG})"></div></div>`,
    );
    expect(at(150, 110).winner).toMatchObject({ url: BIG });
  });
});

describe('one clear winner', () => {
  test('the picture, not the backdrop of the page', async () => {
    await show(`<style>html{background:url(${OTHER})}</style><img src="${BIG}" style="${BOX}">`);
    expect(at(150, 110).winner).toMatchObject({ url: BIG });
  });

  test('the sharp one, not its blurry stand-in below', async () => {
    await show(
      `<div style="${BOX}background:url(${SMALL}) 0/cover"></div><img src="${SMALL}#1" style="${BOX}"><img src="${BIG}" style="${BOX}">`,
    );
    expect(at(150, 110).winner).toMatchObject({ url: BIG });
  });

  test('the slide that can be seen, not the transparent one above', async () => {
    await show(`<img src="${BIG}" style="${BOX}"><img src="${OTHER}" style="${BOX}opacity:0">`);
    const { winner, candidates } = at(150, 110);
    expect(winner).toMatchObject({ url: BIG });
    expect(candidates.map(({ url, isFaded }) => [url, isFaded])).toEqual([
      [BIG, undefined],
      [OTHER, true],
    ]);
  });

  test('the light box, not the gallery behind its backdrop', async () => {
    await show(
      `<img src="${BIG}" style="${BOX}"><div style="position:fixed;inset:0;background:#fff"><img src="${OTHER}" style="${BOX}"></div>`,
    );
    expect(at(150, 110).winner).toMatchObject({ url: OTHER });
  });

  test.each<[colour: string, isCover: boolean]>([
    ['rgb(255 255 255)', true],
    ['oklch(0.98 0.01 250)', true],
    ['lab(98% 0 0)', true],
    ['color(display-p3 1 1 1)', true],
    ['color-mix(in srgb, white 90%, black)', true],
    ['transparent', false],
    ['rgb(255 255 255 / 40%)', false],
    ['oklch(0.98 0.01 250 / 40%)', false],
    ['color-mix(in srgb, white 40%, transparent)', false],
  ])('a box of %s covers what is behind it: %s', async (colour, isCover) => {
    const front = picture(240, 240);
    await show(
      `<img src="${BIG}" style="position:absolute;left:0;top:0;width:800px;height:500px">
       <div style="position:absolute;inset:0;background-color:${colour}"><img src="${front}" style="${BOX}width:120px;height:120px"></div>`,
    );
    const { candidates } = at(60, 60);
    const scoreOf = (url: string) => candidates.find((one) => one.url === url)?.score ?? 0;
    expect(scoreOf(front) - scoreOf(BIG) > 100).toBe(isCover);
  });

  test('under the pointer, not near it', async () => {
    await show(
      `<img src="${BIG}" style="${BOX}"><img src="${OTHER}" style="position:absolute;left:322px;top:20px;width:300px;height:200px">`,
    );
    const { winner, candidates } = at(315, 110);
    expect(winner).toMatchObject({ url: BIG });
    expect(candidates.map(({ distance }) => distance)).toEqual([0, 7]);
  });

  test('a miss of a few px still finds the only one', async () => {
    await show(`<img src="${BIG}" style="${BOX}">`);
    expect(at(150, 235).winner).toMatchObject({ url: BIG, distance: 15 });
    expect(at(150, 260).candidates).toEqual([]);
  });

  test('none between two of equal weight', async () => {
    await show(`<div style="${BOX}background:url(${BIG}),url(${OTHER})"></div>`);
    const { winner, candidates } = at(150, 110);
    expect(winner).toBeUndefined();
    expect(candidates).toHaveLength(2);
  });

  test('none between two near ones', async () => {
    await show(
      `<img src="${BIG}" style="${BOX}"><img src="${OTHER}" style="position:absolute;left:340px;top:20px;width:300px;height:200px">`,
    );
    expect(at(330, 110)).toMatchObject({ candidates: [{}, {}] });
    expect(at(330, 110).winner).toBeUndefined();
  });

  test('the same picture twice is one', async () => {
    await show(`<div style="${BOX}background:url(${BIG})"></div><img src="${BIG}" style="${BOX}">`);
    expect(at(150, 110).candidates).toHaveLength(1);
  });
});

describe('scrolling and clipping', () => {
  test('the page and a box in it are scrolled', async () => {
    await show(`<div style="height:3000px;padding-top:900px"><div id="s" style="width:300px;height:200px;overflow:auto">
      <img src="${OTHER}" style="display:block;width:300px;height:400px"><img src="${BIG}" style="display:block;width:300px;height:400px"></div></div>`);
    window.scrollTo(0, 850);
    byId('s').scrollTop = 400;
    expect(at(150, 110).winner).toMatchObject({ url: BIG });
  });

  test('what a scroll box cuts off is not under the pointer', async () => {
    await show(
      `<div style="width:300px;height:100px;overflow:hidden"><img src="${BIG}" style="width:300px;height:400px"></div>`,
    );
    expect(at(150, 50).winner).toMatchObject({ url: BIG });
    expect(at(150, 250).candidates).toEqual([]);
  });
});
