import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { forgetPointed, pointed } from '@/tests/support/page/pointed';
import { createFinder } from './finder';

const BIG = picture(600, 400);
const BOX = 'position:absolute;left:20px;top:20px;width:300px;height:200px;';

const find: ReturnType<typeof createFinder>['find'] = (request) =>
  createFinder({
    send: () => {},
    onOrphaned: () => {},
    onCovered: () => {},
    onHidden: () => {},
  }).find(request);

/** Presses of the mouse in this frame, which the browser counts. */
let presses: number;

beforeEach(() => {
  forgetPointed();
  presses = 2;
  vi.spyOn(performance.eventCounts, 'get').mockImplementation(() => presses);
});

afterEach(() => vi.restoreAllMocks());

describe('after a menu, too late for the pointer', () => {
  const late = (): void =>
    pointed({ certainty: 'guess', element: document.documentElement, isMenu: true });
  const caretIn = (element: Element): void => getSelection()?.collapse(element, 0);
  const CARDS = `<div id="one" style="${BOX}background:url(${BIG})"></div>
    <div id="two" style="${BOX}left:340px;background:url(${picture(500, 300)})"></div>`;

  test('where the press has put the caret', async () => {
    await show(CARDS);
    caretIn(byId('two'));
    late();
    expect(await find()).toMatchObject({
      winner: { url: picture(500, 300) },
    });
  });

  test('at the button that the press has focused, wherever the caret was before', async () => {
    await show(`${CARDS}<button id="button"
      style="${BOX}top:240px;background:url(${picture(90, 60)})"></button>`);
    caretIn(byId('two'));
    byId('button').focus();
    late();
    expect(await find()).toMatchObject({ winner: { url: picture(90, 60) } });
  });

  test.each([
    ['a canvas', `<canvas width="300" height="200" style="${BOX}top:240px"></canvas>`],
    [
      'an image without an address',
      `<img data-src="https://x.example/a.jpg" style="${BOX}top:240px">`,
    ],
    [
      'a drawing',
      `<svg width="300" height="200" style="${BOX}top:240px"><rect width="300" height="200"/></svg>`,
    ],
    [
      'a picture that cannot be selected',
      `<div style="${BOX}top:240px;user-select:none;background:url(${picture(90, 60)})"></div>`,
    ],
  ])('%s in view may have left the caret alone: it asks which of the two', async (_, markup) => {
    await show(CARDS + markup);
    caretIn(byId('two'));
    late();
    const finding = await find();
    expect(finding.certainty).toBe('guess');
    expect(finding.winner).toBeUndefined();
    expect(finding.candidates).toHaveLength(2);
  });

  test('a canvas in view does not matter if nothing was pressed before', async () => {
    await show(`${CARDS}<canvas width="300" height="200" style="${BOX}top:240px"></canvas>`);
    presses = 1;
    caretIn(byId('two'));
    late();
    expect(await find()).toMatchObject({ winner: { url: picture(500, 300) } });
  });

  test('the upper of two backgrounds, if the caret is in it', async () => {
    await show(`<div style="position:fixed;inset:0;background:url(${BIG})"><div id="upper"
      style="${BOX}background:url(${picture(90, 60)})"></div></div>`);
    presses = 1;
    caretIn(byId('upper'));
    late();
    expect(await find()).toMatchObject({ winner: { url: picture(90, 60) } });
  });

  test.each([
    ['point', { certainty: 'point', point: { x: 60, y: 60 } }],
    ['element', { certainty: 'element' }],
  ] as const)('a %s under the entry of the menu, where nothing was pressed', async (_, seen) => {
    await show(CARDS);
    presses = 1;
    caretIn(byId('two'));
    const element = byId('one');
    pointed({ ...seen, element, isMenu: true });
    expect(await find()).toMatchObject({ winner: { url: picture(500, 300) } });
  });

  test('one of two placeholders with the same address, by the link around it', async () => {
    const blank = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    const card = (name: string, left: number) =>
      `<a id="${name}" href="https://x.example/${name}"><img src="${blank}" data-src="https://x.example/${name}.jpg" style="${BOX}left:${left}px"></a>`;
    await show(card('a', 20) + card('b', 340));
    byId('b').focus();
    late();
    expect(await find({ srcUrl: blank, linkUrl: 'https://x.example/b' })).toMatchObject({
      winner: { url: 'https://x.example/b.jpg' },
    });
  });

  test('a picture that another place shows as well is not lost', async () => {
    const pixel = picture(1, 1);
    const waiting = (url: string, left: number) =>
      `<img src="${pixel}" data-src="${url}" style="${BOX}left:${left}px">`;
    await show(
      `${waiting(BIG, 20)}${waiting('https://x.example/b.jpg', 340)}<img src="${BIG}" style="${BOX}top:240px">`,
    );
    late();
    expect((await find({ srcUrl: pixel })).winner).toBeUndefined();
  });

  test('what the pointer is on counts for nothing if the background had to be started', async () => {
    const pixel = picture(1, 1);
    const waiting = (id: string, left: number) =>
      `<img id="${id}" src="${pixel}" data-src="https://x.example/${id}.jpg" style="${BOX}left:${left}px">`;
    await show(waiting('a', 20) + waiting('b', 340));
    // A movement of the page below a resting pointer tells the place of the menu entry.
    pointed({ certainty: 'point', point: { x: 400, y: 60 }, element: byId('b'), isMenu: true });
    const finding = await find({ srcUrl: pixel, isLate: true });
    expect(finding.winner).toBeUndefined();
    expect(finding.candidates).toHaveLength(2);
  });

  test('an image without an address that is the only one in view', async () => {
    await show(
      `<p id="words">Words</p><img id="i" data-src="https://x.example/a.jpg" style="${BOX}top:240px">
      <img src="${BIG}" style="${BOX}left:340px;top:240px"><a href="/x"><img src="${BIG}" style="${BOX}left:660px"></a>`,
    );
    // The caret is where the person has clicked before.
    caretIn(byId('words'));
    late();
    expect(await find()).toMatchObject({
      winner: { url: 'https://x.example/a.jpg' },
    });
  });

  test('one of several placeholders with the same address: it asks which', async () => {
    const blank = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    const waiting = (name: string, left: number) =>
      `<img src="${blank}" data-src="https://x.example/${name}.jpg" style="${BOX}left:${left}px">`;
    await show(`${waiting('a', 20)}${waiting('b', 340)}<img src="${BIG}" style="${BOX}top:240px">`);
    late();
    const finding = await find({ srcUrl: blank });
    expect(finding.candidates.map(({ url }) => url).sort()).toEqual([
      'https://x.example/a.jpg',
      'https://x.example/b.jpg',
    ]);
    expect(finding.winner).toBeUndefined();
  });

  test('a box of several pictures says nothing', async () => {
    await show(
      `<section id="s"><svg width="16" height="16"></svg><img src="${BIG}"><img src="${picture(500, 300)}"></section>`,
    );
    caretIn(byId('s'));
    late();
    expect((await find()).winner).toBeUndefined();
  });

  test('an image in a root in a root, which hit testing leads back out of', async () => {
    await show('<x-a id="h" style="display:block"></x-a>');
    let root = byId('h').attachShadow({ mode: 'open' });
    for (let depth = 0; depth < 6; depth += 1) {
      const inner = document.createElement('x-b');
      inner.style.cssText = 'display:block';
      root.append(inner);
      root = inner.attachShadow({ mode: 'open' });
    }
    root.innerHTML = `<img src="${BIG}" style="${BOX}">`;
    await root.querySelector('img')?.decode();
    late();
    expect(await find({ srcUrl: BIG })).toMatchObject({ winner: { url: BIG } });
  });

  test('icons beside a picture do not matter', async () => {
    const icon = '<svg width="16" height="16"><path d="M0 0h9v9z"/></svg>';
    await show(`${CARDS}<section id="s" style="${BOX}top:240px">${icon}${icon}
      <div style="width:300px;height:150px;background:url(${picture(90, 60)})"></div></section>`);
    caretIn(byId('s'));
    late();
    expect(await find()).toMatchObject({ winner: { url: picture(90, 60) } });
  });

  test('through a shadow root', async () => {
    await show('<x-card id="h" style="display:block"></x-card>');
    const root = byId('h').attachShadow({ mode: 'open' });
    root.innerHTML = `<p>Words</p><button style="${BOX}background:url(${BIG})"></button>`;
    root.querySelector('button')?.focus();
    late();
    expect(await find()).toMatchObject({ winner: { url: BIG } });
  });

  test('a key has nothing to do with the caret', async () => {
    await show(CARDS);
    caretIn(byId('two'));
    pointed({ certainty: 'guess' });
    expect((await find()).winner).toBeUndefined();
  });
});
