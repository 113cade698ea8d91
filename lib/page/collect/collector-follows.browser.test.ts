import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { type Followed, follow } from '@/tests/support/page/follow';

let page: Followed;

beforeEach(() => show(''));

afterEach(() => page.stop());

const image = (id: string) => byId(id) as HTMLImageElement;
const widths = () => page.inOrder().map(({ width }) => width);

async function start(html: string): Promise<void> {
  await show(html);
  page = follow();
  await page.settled();
}

describe('pictures that come later', () => {
  test('an image that is added, in its place', async () => {
    await start(`<img src="${picture(100, 80)}"><i id="gap"></i><img src="${picture(120, 80)}">`);
    byId('gap').innerHTML = `<p><img src="${picture(110, 80)}"></p>`;
    await page.settled();
    expect(widths()).toEqual([100, 110, 120]);
  });

  test('in an open shadow root, and in one that is added to it', async () => {
    await start('<div id="host"></div>');
    const root = byId('host').attachShadow({ mode: 'open' });
    root.innerHTML = `<section><img src="${picture(100, 80)}"></section>`;
    byId('host').title = 'changed';
    await page.settled();
    root
      .querySelector('section')
      ?.insertAdjacentHTML('beforeend', `<img src="${picture(110, 80)}">`);
    await page.settled();
    expect(widths()).toEqual([100, 110]);
  });

  test('a size that is known late', async () => {
    await start(`<div style="height:20000px"></div>
      <img id="late" loading="lazy" width="200" height="100" src="${picture(640, 320)}">`);
    expect(page.inOrder()).toMatchObject([{ shownWidth: 200 }]);
    expect(page.inOrder()[0]?.width).toBeUndefined();
    image('late').scrollIntoView();
    const now = () => {
      page.update();
      return widths();
    };
    await expect.poll(now).toEqual([640]);
    window.scrollTo(0, 0);
  });

  test('a background that a class brings', async () => {
    await start(`<style>.on { background: url(${picture(240, 120)}) }</style>
      <div id="box" style="width:200px;height:100px"></div>`);
    byId('box').className = 'on';
    await page.settled();
    expect(page.inOrder()).toMatchObject([{ how: 'background', width: 240, height: 120 }]);
  });

  test('what a lazy loader brings is the picture that it has named', async () => {
    const full = picture(300, 200);
    await start(`<img id="lazy" data-src="${full}" width="300" height="200"
      src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`);
    const [named] = page.inOrder();
    image('lazy').src = full;
    image('lazy').removeAttribute('data-src');
    await page.settled();
    expect(page.inOrder()).toMatchObject([{ id: named?.id, how: 'img', width: 300 }]);
    expect(page.inOrder()).toHaveLength(1);
  });
});

describe('one picture', () => {
  test('in two places is one, and the larger rendition stands for both', async () => {
    const [small, large] = [picture(100, 50), picture(400, 200)];
    const huge = 'https://x.example/huge.jpg 900w';
    await start(`
      <img src="${small}" srcset="${small} 100w, ${huge}" sizes="100px">
      <img src="${large}" srcset="${large} 400w, ${huge}" sizes="400px">`);
    expect(page.inOrder()).toMatchObject([{ width: 400, announced: { width: 900 } }]);
  });

  test('with a link to the full size has no second tile for the link', async () => {
    await start(`<a href="https://x.example/full.jpg">Full size</a>
      <a href="https://x.example/full.jpg"><img src="${picture(200, 100)}"></a>
      <a href="https://x.example/other.jpg">Another</a>`);
    expect(page.inOrder().map(({ how }) => how)).toEqual(['img', 'link']);
    expect(page.inOrder()[0]?.originals).toEqual(['https://x.example/full.jpg']);
  });

  test('that a blob brings twice', async () => {
    const bytes = await (await fetch(picture(200, 100))).blob();
    await start(
      `<img src="${URL.createObjectURL(bytes)}"><img src="${URL.createObjectURL(bytes)}">`,
    );
    expect(page.inOrder()).toHaveLength(1);
    expect(page.dropped).toEqual([]);
  });

  test('keeps a size that the page announces', async () => {
    await start(`<a href="/p/1" data-pswp-width="4000" data-pswp-height="3000">
      <img src="${picture(200, 150)}"></a>`);
    expect(page.inOrder()[0]?.announced).toEqual({ width: 4000, height: 3000 });
  });
});

describe('a node', () => {
  test('that goes leaves its picture in place', async () => {
    await start(
      `<div>${[100, 110, 120].map((w) => `<img id="w${w}" src="${picture(w, 80)}">`).join('<br>')}</div>`,
    );
    image('w110').remove();
    await page.settled();
    expect(widths()).toEqual([100, 110, 120]);
    expect(page.inOrder().map(({ isGone }) => isGone)).toEqual([undefined, true, undefined]);
  });

  test('that is used for another picture shows another picture', async () => {
    await start(`<img id="one" src="${picture(100, 80)}">`);
    image('one').src = picture(110, 80);
    await page.settled();
    expect(widths()).toEqual([100, 110]);
    image('one').src = picture(100, 80);
    await page.settled();
    expect(widths()).toEqual([100, 110]);
    expect(page.inOrder().map(({ isGone }) => isGone)).toEqual([undefined, true]);
  });

  test('whose image fails, or counts visitors, was no picture', async () => {
    await start(`<img id="fails" src="/nothing-here.png" width="99" height="99">
      <img src="${picture(1, 1)}" width="1" height="1"><img src="${picture(90, 80)}">`);
    expect(widths()).toEqual([90]);
  });

  test('whose preview is replaced leaves no preview behind', async () => {
    await start(`<img id="one" width="400" height="300" src="${picture(20, 15)}">`);
    image('one').src = picture(800, 600);
    await page.settled();
    expect(widths()).toEqual([800]);
    expect(page.dropped).toHaveLength(1);
  });
});

test('leaves no trace in the document, and frees what it kept', async () => {
  const bytes = await (await fetch(picture(200, 100))).blob();
  await show(`<img src="${URL.createObjectURL(bytes)}"><canvas width="50" height="90"></canvas>`);
  const before = document.documentElement.outerHTML;
  page = follow();
  await page.settled();
  await page.thumbnail(page.inOrder()[0] as never);
  expect(document.documentElement.outerHTML).toBe(before);
  const [one] = page.inOrder();
  expect(page.bytes(one as never)).toBe(bytes.size);
  page.stop();
  expect(page.bytes(one as never)).toBe(0);
});

test('keeps no more bytes than it may, and says so', async () => {
  const bytes = await (await fetch(picture(200, 100))).blob();
  await show(`<img src="${URL.createObjectURL(bytes)}">`);
  page = follow({ maxKeptBytes: bytes.size - 1 });
  await page.settled();
  expect(page.inOrder()).toMatchObject([{ captureFailure: 'full', width: 200 }]);
});

test('a small picture tells the size of its file', async () => {
  await start(`<img src="${picture(1200, 600)}">`);
  const small = await page.thumbnail(page.inOrder()[0] as never);
  expect(small).toMatchObject({ width: 1200, height: 600 });
  const bitmap = await createImageBitmap(await (await fetch(small?.image ?? '')).blob());
  expect([bitmap.width, bitmap.height]).toEqual([256, 128]);
});
