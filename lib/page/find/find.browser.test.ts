import { beforeEach, describe, expect, test } from 'vitest';
import { byId, picture, show } from '@/tests/support/page/fixture';
import type { Candidate } from './candidate';
import { type FindOptions, findAt, listVisible } from './find';

const BIG = picture(600, 400);
const OTHER = picture(640, 420, 'crimson');
const SMALL = picture(60, 40, 'navy');
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const BOX = 'position:absolute;left:20px;top:20px;width:300px;height:200px;';

function at(x: number, y: number, options: FindOptions = {}) {
  return findAt({ x, y }, options).finding;
}

function summary({ how, url }: Candidate): [string, string | undefined] {
  return [how, url];
}

beforeEach(() => {
  document.body.innerHTML = '';
  window.scrollTo(0, 0);
});

describe('what shows a picture', () => {
  const full = `${BOX}`;
  test.each<[string, string, [string, string]]>([
    ['an img', `<img src="${BIG}" style="${full}">`, ['img', BIG]],
    [
      'a background',
      `<div style="${full}background-image:url(${BIG})"></div>`,
      ['background', BIG],
    ],
    [
      'a background below a gradient',
      `<div style="${full}background-image:linear-gradient(#0003,#0005),url(${BIG})"></div>`,
      ['background', BIG],
    ],
    [
      'an image-set',
      `<div style="${full}background-image:image-set('${SMALL}' 1x, '${BIG}' 2x)"></div>`,
      ['background', BIG],
    ],
    [
      'a border image',
      `<div style="${full}border:40px solid;border-image:url(${BIG}) 30"></div>`,
      ['border-image', BIG],
    ],
    ['a mask', `<div style="${full}background:red;mask-image:url(${BIG})"></div>`, ['mask', BIG]],
    [
      'a list marker',
      `<ul style="${full}"><li style="height:200px;list-style-image:url(${BIG})">one</li></ul>`,
      ['list-style', BIG],
    ],
    ['content', `<div style="${full}content:url(${BIG})"></div>`, ['content', BIG]],
    ['a cursor', `<div style="${full}cursor:url(${SMALL}),auto"></div>`, ['cursor', SMALL]],
    [
      '::before',
      `<style>#b::before{content:'';position:absolute;inset:0;background:url(${BIG})}</style><div id="b" style="${full}"></div>`,
      ['background', BIG],
    ],
    [
      '::after with content',
      `<style>#a::after{content:url(${BIG})}</style><div id="a" style="${full}"></div>`,
      ['content', BIG],
    ],
    ['an input', `<input type="image" src="${BIG}" alt="go" style="${full}">`, ['input', BIG]],
    [
      'an object',
      `<object type="image/png" data="${BIG}" style="${full}"></object>`,
      ['object', BIG],
    ],
    ['an embed', `<embed type="image/png" src="${BIG}" style="${full}">`, ['embed', BIG]],
    [
      'an SVG image',
      `<svg style="${full}"><image href="${BIG}" width="300" height="200"/></svg>`,
      ['svg-image', BIG],
    ],
    [
      'an SVG image, the old way',
      `<svg style="${full}"><image xlink:href="${BIG}" width="300" height="200"/></svg>`,
      ['svg-image', BIG],
    ],
    ['a poster', `<video poster="${BIG}" style="${full}"></video>`, ['poster', BIG]],
    ['an object fitted', `<img src="${BIG}" style="${full}object-fit:cover">`, ['img', BIG]],
    [
      'a rotated img',
      `<img src="${BIG}" style="${full}transform:rotate(20deg) scale(.9)">`,
      ['img', BIG],
    ],
    [
      'a zoomed img',
      `<div style="zoom:1.5"><img src="${BIG}" style="position:absolute;left:10px;top:10px;width:300px;height:200px"></div>`,
      ['img', BIG],
    ],
    [
      'an img from right to left',
      `<div dir="rtl" style="${full}"><img src="${BIG}" style="width:300px;height:200px"></div>`,
      ['img', BIG],
    ],
    [
      'a lazy box',
      `<div data-bg="https://x.example/a.jpg" style="${full}"></div>`,
      ['lazy', 'https://x.example/a.jpg'],
    ],
    [
      'a link to an image',
      `<a href="https://x.example/full.jpg" style="${full}">full size</a>`,
      ['link', 'https://x.example/full.jpg'],
    ],
  ])('%s', async (_, html, expected) => {
    await show(html);
    const { winner, candidates } = at(150, 110);
    expect(candidates.map(summary)).toContainEqual(expected);
    // A pointer shape may be chosen but is never assumed.
    expect(winner && summary(winner)).toEqual(expected[0] === 'cursor' ? undefined : expected);
  });

  test('an inline drawing and its use', async () => {
    await show(`<svg style="display:none"><symbol id="s" viewBox="0 0 9 9"><rect width="9" height="9"/></symbol></svg>
      <svg style="${BOX}"><use href="#s"/></svg>`);
    const { winner } = at(150, 110);
    expect(winner).toMatchObject({ how: 'svg', width: 300, height: 200 });
    expect(winner?.url).toBeUndefined();
  });

  test('an image that a drawing uses, and nothing else', async () => {
    await show(`<svg style="display:none"><symbol id="s" viewBox="0 0 9 9"><image href="${BIG}" width="9" height="9"/></symbol></svg>
      <svg style="${BOX}"><use href="#s"/></svg>`);
    expect(at(150, 110).winner).toMatchObject({ how: 'svg-image', url: BIG });
  });

  test('an image map, by the area that a key command points at', async () => {
    await show(
      `<img usemap="#m" src="${BIG}" style="${BOX}"><map name="m"><area id="a" shape="default" href="/"></map>`,
    );
    const element = byId('a');
    expect(findAt(undefined, { element }).finding.winner).toMatchObject({ url: BIG });
  });

  test('a canvas has a size and no address', async () => {
    await show(`<canvas width="800" height="500" style="${BOX}"></canvas>`);
    expect(at(150, 110).winner).toMatchObject({
      how: 'canvas',
      width: 800,
      height: 500,
      shownWidth: 300,
    });
  });

  test('plain JSON with sizes, place and policies', async () => {
    await show(
      `<img src="${BIG}" alt="A cat" referrerpolicy="no-referrer" crossorigin="anonymous" style="${BOX}">`,
    );
    const { winner } = at(30, 30);
    expect(winner).toEqual(JSON.parse(JSON.stringify(winner)));
    expect(winner).toMatchObject({
      id: '1',
      width: 600,
      height: 400,
      shownWidth: 300,
      shownHeight: 200,
      rect: { x: 20, y: 20, width: 300, height: 200, devicePixelRatio: window.devicePixelRatio },
      alt: 'A cat',
      referrerPolicy: 'no-referrer',
      crossOrigin: 'anonymous',
      distance: 0,
    });
  });
});

describe('what is no picture', () => {
  test.each([
    ['a gradient', `<div style="${BOX}background:linear-gradient(red,blue)"></div>`],
    [
      'a repeating gradient',
      `<div style="${BOX}background:repeating-linear-gradient(red,blue 9px)"></div>`,
    ],
    ['a pixel stretched', `<img src="${PIXEL}" style="${BOX}">`],
    [
      'a pixel shown',
      `<img src="${BIG}" style="position:absolute;left:150px;top:110px;width:1px;height:1px">`,
    ],
    ['hidden', `<img src="${BIG}" style="${BOX}visibility:hidden">`],
    [
      'a pseudo element that is not there',
      `<style>#n::before{background:url(${BIG})}</style><div id="n" style="${BOX}"></div>`,
    ],
    ['a script address', `<img src="javascript:alert(1)" style="${BOX}">`],
    ['text', `<p style="${BOX}">text</p>`],
    ['a text field', `<input value="${BIG}" style="${BOX}">`],
    [
      'far away',
      `<img src="${BIG}" style="position:absolute;left:400px;top:20px;width:99px;height:99px">`,
    ],
    [
      'an object that is a page',
      `<object type="text/html" data="about:blank" style="${BOX}"></object>`,
    ],
  ])('%s', async (_, html) => {
    await show(html);
    expect(at(150, 110)).toMatchObject({ candidates: [] });
  });
});

describe('without a point', () => {
  test('the element that was clicked', async () => {
    await show(
      `<div id="o" style="${BOX}"><img src="${BIG}" style="width:300px;height:200px;pointer-events:none"></div><img src="${OTHER}" style="position:absolute;left:322px;top:20px;width:300px;height:200px">`,
    );
    const { finding } = findAt(undefined, { element: byId('o') });
    expect(finding).toMatchObject({ certainty: 'element', winner: { url: BIG } });
  });

  test('an overlay beside the image it belongs to', async () => {
    await show(`<img src="${BIG}" style="${BOX}"><div id="o" style="${BOX}"></div>`);
    expect(findAt(undefined, { element: byId('o') }).finding.winner).toMatchObject({ url: BIG });
  });

  test('a guess never wins', async () => {
    await show(`<img id="i" src="${BIG}" style="${BOX}">`);
    const { finding } = findAt(undefined, { element: byId('i'), certainty: 'guess' });
    expect(finding.candidates).toHaveLength(1);
    expect(finding.winner).toBeUndefined();
  });

  test('nothing known, nothing found', () => {
    expect(findAt(undefined).finding).toEqual({ candidates: [], certainty: 'guess' });
  });
});

test('all that can be seen, in reading order', async () => {
  await show(`<div style="height:3000px">
    <img src="${OTHER}" style="position:absolute;left:200px;top:10px;width:100px;height:100px">
    <img src="${BIG}" style="position:absolute;left:20px;top:10px;width:100px;height:100px">
    <img src="${SMALL}" style="position:absolute;left:20px;top:120px;width:16px;height:16px">
    <img src="${SMALL}#far" style="position:absolute;left:20px;top:2500px;width:100px;height:100px"></div>`);
  expect(listVisible().finding.candidates.map(({ url }) => url)).toEqual([BIG, OTHER]);
});

describe('a hostile page', () => {
  test('names of fields and images hide nothing', async () => {
    await show(`<img name="querySelectorAll"><img name="elementsFromPoint"><img name="createElement"><img name="defaultView"><img name="documentElement">
      <form style="${BOX}"><input name="getAttribute"><input name="localName"><input name="parentNode"><input name="getBoundingClientRect"><input name="children"><input name="namespaceURI"><input name="checkVisibility">
      <img src="${BIG}" style="${BOX}"></form>`);
    expect(at(150, 110).winner).toMatchObject({ url: BIG });
    document.body.innerHTML = '';
  });

  test('endless strings are cut or refused', async () => {
    await show(
      `<img src="${BIG}" alt="${'x'.repeat(5000)}" data-src="https://x.example/${'y'.repeat(9000)}.jpg" style="${BOX}">`,
    );
    const { winner } = at(150, 110);
    expect(winner?.alt).toHaveLength(200);
    expect(winner?.originals).toEqual([]);
  });

  test('hundreds of layers end as a short list', async () => {
    const layers = Array.from({ length: 300 }, (_, index) => `url(https://x.invalid/${index}.png)`);
    await show(`<div style="${BOX}background-image:${layers.join(',')}"></div>`);
    expect(at(150, 110).candidates.length).toBeLessThanOrEqual(24);
  });
});
