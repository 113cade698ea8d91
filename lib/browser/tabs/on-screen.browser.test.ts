import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepElement } from '@/lib/page/ui/kept-elements';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { boxOfFrame, boxOfImage, viewOfPage } from './on-screen';

const SHOWN = picture(60, 40);
const AT = 'position:absolute;left:20px;top:30px;width:120px;height:80px';
const BOX = { x: 20, y: 30, width: 120, height: 80, devicePixelRatio };

beforeEach(() => window.scrollTo(0, 0));
afterEach(() => document.body.replaceChildren());

test.each([boxOfImage, boxOfFrame, viewOfPage])('%o stands alone', (injected) => {
  const source = injected.toString();
  expect(() => new Function(`return (${source})`)()).not.toThrow();
  expect(source).not.toMatch(/__vi|import/);
});

describe('the place of an image', () => {
  test('by its address, where the finder has kept nothing', async () => {
    await show(`<img src="${SHOWN}" style="${AT}"><div style="height:3000px"></div>`);
    expect(boxOfImage(SHOWN, '')).toEqual(BOX);
    window.scrollTo(0, 10);
    expect(boxOfImage(SHOWN, '')).toEqual({ ...BOX, y: 20 });
    window.scrollTo(0, 500);
    expect(boxOfImage(SHOWN, '')).toBeNull();
  });

  test.each(['canvas', 'div'])('by its element: a %s has no address', async (name) => {
    await show(`<${name} id="e" style="${AT}"></${name}><div style="height:3000px"></div>`);
    const key = keepElement(byId('e'));
    expect(boxOfImage('', key)).toEqual(BOX);
    window.scrollTo(0, 500);
    expect(boxOfImage('', key)).toBeNull();
    window.scrollTo(0, 0);
    byId('e').style.visibility = 'hidden';
    expect(boxOfImage('', key)).toBeNull();
    byId('e').remove();
    expect(boxOfImage('', key)).toBeNull();
  });

  test('nothing where the page has forgotten it', () => {
    expect(boxOfImage('', '11111111-1111-4111-8111-111111111111')).toBeNull();
  });

  test('not that of another picture that the same element shows by now', async () => {
    const [first, second] = ['https://x.example/1.png', 'https://x.example/2.png'];
    await show(`<img id="e" src="${first}" style="${AT}">`);
    const key = keepElement(byId('e'));
    expect(boxOfImage(first, key)).toEqual(BOX);
    byId('e').setAttribute('src', second);
    await new Promise((resolve) => setTimeout(resolve));
    expect(boxOfImage(first, key)).toBeNull();
  });

  test('in open shadow roots', async () => {
    await show('<div id="h"></div>');
    const root = byId('h').attachShadow({ mode: 'open' });
    root.innerHTML = `<img src="${SHOWN}" style="${AT}">`;
    await root.querySelector('img')?.decode();
    expect(boxOfImage(SHOWN, '')).toEqual(BOX);
  });

  test.each([
    '<img name="querySelectorAll">',
    '<img name="visualViewport"><img name="innerWidth">',
    '<fieldset name="shadowRoot" form="f"><form id="f"></form></fieldset>',
    '<form id="f"><input name="getBoundingClientRect"><input name="shadowRoot"><input name="src"></form>',
  ])('whatever names the page gives: %s', async (names) => {
    await show(
      `<div style="position:absolute;left:0;top:600px">${names}</div><img src="${SHOWN}" style="${AT}">`,
    );
    expect(boxOfImage(SHOWN, '')).toEqual(BOX);
  });
});

describe('the place of a frame', () => {
  const FRAME = 'position:absolute;left:40px;top:10px;width:200px;height:100px;border:5px solid';

  test('is that of its inside', async () => {
    await show(`<iframe src="about:blank?a" style="${FRAME}"></iframe>`);
    expect(boxOfFrame('about:blank?a')).toMatchObject({ x: 45, y: 15, width: 200, height: 100 });
  });

  test('is scaled with it', async () => {
    await show(
      `<iframe src="about:blank?a" style="${FRAME};transform:scale(0.5);transform-origin:0 0"></iframe>`,
    );
    expect(boxOfFrame('about:blank?a')).toMatchObject({
      x: 42.5,
      y: 12.5,
      width: 100,
      scaleX: 0.5,
    });
  });

  test('is nobody knows where, if two show the same address', async () => {
    await show(
      `<iframe src="about:blank?a"></iframe><iframe src="about:blank?a" style="${FRAME}"></iframe>`,
    );
    expect(boxOfFrame('about:blank?a')).toBeNull();
  });

  test.each(['<img name="querySelectorAll">', '<form><input name="clientLeft"></form>'])(
    'whatever names the page gives: %s',
    async (names) => {
      await show(`<iframe src="about:blank?a" style="${FRAME}"></iframe>${names}`);
      expect(boxOfFrame('about:blank?a')?.x).toBe(45);
    },
  );
});
