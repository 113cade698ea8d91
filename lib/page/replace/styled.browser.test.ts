import { afterEach, beforeEach, expect, test } from 'vitest';
import { byId, show } from '@/tests/support/page/fixture';
import {
  colourOf,
  HIDDEN,
  replace,
  SHOWN,
  TestBackground,
  watchShifts,
} from '@/tests/support/page/replaced';
import type { PageReplacer } from './contract';

const CABIN = '/welcome/cabin.jpg';
const ICON = '/icon/128.png';
const RED = '255,0,0';

let background: TestBackground;
let replacer: PageReplacer;

beforeEach(async () => {
  background = new TestBackground();
  // 480 x 320, in not quite the same proportions.
  await background.give(CABIN, { width: 1_925, height: 1_280 });
  await background.give(ICON, { width: 512, height: 512 });
});

afterEach(() => replacer.stop());

const box = (id: string) => {
  const { x, y, width, height } = byId(id).getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
};
const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** How a style sheet, or an embedded file, shows a picture, and the property that says so. */
const WAYS: readonly (readonly [string, string, string])[] = [
  ['content of a box', 'content', `<div id="a" style="content:url(${CABIN})"></div>`],
  [
    'content of a box with a size',
    'content',
    `<div id="a" style="width:200px;height:200px;content:url(${CABIN})"></div>`,
  ],
  [
    'content of an image, whose src is never shown',
    'content',
    `<img id="a" src="${ICON}?unknown" style="content:url(${CABIN})">`,
  ],
  [
    'an image of a border',
    'border-image-source',
    `<div id="a" style="height:90px;border:40px solid;border-image:url(${CABIN}) 30% fill"></div>`,
  ],
  [
    'a file in an object',
    'background-image',
    `<object id="a" type="image/jpeg" data="${CABIN}" style="width:300px;height:200px"></object>`,
  ],
  [
    'a file that is embedded',
    'background-image',
    `<embed id="a" type="image/jpeg" src="${CABIN}" style="width:300px;height:200px">`,
  ],
];

test.each(WAYS)('%s: shows the result, and is as before afterwards', async (_, property, html) => {
  await show(`${html}<p id="below">below</p>`);
  // It has its size once its file has loaded.
  await expect.poll(() => box('a')[3]).toBeGreaterThan(50);
  await painted();
  const before = document.documentElement.outerHTML;
  const boxes = () => [...box('a'), ...box('below')];
  const place = boxes();
  const shifts = watchShifts();
  replacer = replace(background);
  const value = () => getComputedStyle(byId('a')).getPropertyValue(property);
  await expect.poll(value).toContain('blob:');
  expect(await colourOf(byId('a'))).toBe(RED);
  expect(boxes()).toEqual(place);
  expect(replacer.counts()).toEqual({ replaced: 1, impossible: 0 });
  replacer.tell(HIDDEN);
  expect(document.documentElement.outerHTML).toBe(before);
  expect(await colourOf(byId('a'))).not.toBe(RED);
  expect(boxes()).toEqual(place);
  expect(shifts()).toBe(0);
});

test('a picture that is a stencil', async () => {
  await show(
    `<div id="a" style="height:90px;background:blue;mask:url(${ICON}) center/contain no-repeat"></div>`,
  );
  const before = document.body.innerHTML;
  replacer = replace(background);
  const mask = () => getComputedStyle(byId('a')).maskImage;
  await expect.poll(mask).toContain('blob:');
  expect(await colourOf(byId('a'))).toBe('0,0,255');
  replacer.stop();
  expect(document.body.innerHTML).toBe(before);
});

test('a picture before a line of a list keeps its size', async () => {
  await show(`<ul style="padding-left:200px"><li id="a" style="list-style-image:url(${ICON})">line</li></ul>
    <p id="below">below</p>`);
  await expect.poll(() => box('a')[3]).toBeGreaterThan(100);
  const place = [...box('a'), ...box('below')];
  replacer = replace(background);
  await expect.poll(() => getComputedStyle(byId('a')).listStyleImage).toContain('blob:');
  await painted();
  expect([...box('a'), ...box('below')]).toEqual(place);
});

test('each layer of a background gets its own result, and the others stay as they are', async () => {
  await show(`<div id="a" style="height:90px;background:
    url(${ICON}?unknown) 0 0/10px 10px no-repeat, url(${CABIN}) left/50% 100% no-repeat,
    linear-gradient(#0000, #0000), url(${ICON}) right/50% 100% no-repeat"></div>`);
  const before = document.body.innerHTML;
  replacer = replace(background);
  const layers = () => getComputedStyle(byId('a')).backgroundImage.split(/, (?=url|linear)/);
  await expect.poll(() => layers().filter((layer) => layer.includes('blob:')).length).toBe(2);
  expect(layers().map((layer) => /blob:|unknown|gradient/.exec(layer)?.[0])).toEqual([
    'unknown',
    'blob:',
    'gradient',
    'blob:',
  ]);
  expect(await colourOf(byId('a'))).toBe(RED);
  replacer.stop();
  expect(document.body.innerHTML).toBe(before);
});

test('a layer whose result comes later joins the others', async () => {
  const layer = (address: string) => `url(${address}) 0 0/50% 100% no-repeat`;
  await show(
    `<div id="a" style="height:90px;background:${layer(CABIN)},${layer(`${ICON}?later`)}"></div>`,
  );
  replacer = replace(background);
  const count = () => getComputedStyle(byId('a')).backgroundImage.split('blob:').length - 1;
  await expect.poll(count).toBe(1);
  await background.give(`${ICON}?later`, { width: 512, height: 512 });
  replacer.look();
  await expect.poll(count).toBe(2);
  background.forget(CABIN);
  replacer.look();
  await expect.poll(count).toBe(1);
});

test('a drawing that two others use', async () => {
  const use = (id: string) => `<svg id="${id}" width="300" height="200"><use href="#sheet"/></svg>`;
  await show(`<svg width="0" height="0" style="position:absolute"><symbol id="sheet" viewBox="0 0 480 320">
    <image href="${CABIN}" width="480" height="320"/></symbol></svg>${use('a')}${use('b')}`);
  const before = document.body.innerHTML;
  replacer = replace(background);
  await expect.poll(() => document.querySelector('image')?.getAttribute('href')).toMatch(/^blob:/);
  expect(await colourOf(byId('a'))).toBe(RED);
  expect(await colourOf(byId('b'))).toBe(RED);
  expect(replacer.counts()).toEqual({ replaced: 2, impossible: 0 });
  replacer.stop();
  expect(document.body.innerHTML).toBe(before);
});

/** Ways that nobody can change from outside. */
const IMPOSSIBLE: readonly (readonly [string, string])[] = [
  [
    'the background of a pseudo-element',
    `<style>#a::before { content: ''; display: block; height: 90px; background: url(${CABIN}) }</style><div id="a"></div>`,
  ],
  [
    'the content of a pseudo-element',
    `<style>#a::after { content: url(${CABIN}) }</style><div id="a"></div>`,
  ],
  [
    'an image of a border that is sliced by px of the file',
    `<div id="a" style="height:90px;border:40px solid;border-image:url(${CABIN}) 40"></div>`,
  ],
  [
    'the poster of a film',
    `<video id="a" poster="${CABIN}" preload="none" style="width:300px;height:200px"></video>`,
  ],
];

test.each(IMPOSSIBLE)('%s stays, and says that there is a result', async (_, html) => {
  await show(html);
  const before = document.body.innerHTML;
  let root: ShadowRoot | undefined;
  background.state = { ...SHOWN, isMarked: true };
  replacer = replace(background, {
    onOpen: (opened) => {
      root = opened;
    },
  });
  await expect.poll(() => replacer.counts()).toEqual({ replaced: 0, impossible: 1 });
  const said = () => root?.querySelector('button.mark')?.getAttribute('aria-label');
  await expect.poll(said).toBe(SHOWN.words.impossible);
  replacer.stop();
  expect(document.body.innerHTML).toBe(before);
});
