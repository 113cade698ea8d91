import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { type Followed, follow } from '@/tests/support/page/follow';

let page: Followed;

beforeEach(() => show(''));

afterEach(() => page.stop());

test('names that hide the members of documents and forms', async () => {
  const names = [
    ...['querySelectorAll', 'scrollingElement', 'documentElement', 'getSelection', 'createRange'],
    ...['visibilityState', 'contentType', 'defaultView', 'firstElementChild'],
  ];
  await show(`${names.map((name) => `<img name="${name}" width="9" height="9">`).join('')}
    <form>${['getAttribute', 'parentNode', 'localName', 'isConnected', 'getBoundingClientRect']
      .map((name) => `<input name="${name}">`)
      .join('')}<img src="${picture(200, 100)}"></form>`);
  page = follow();
  await page.settled();
  expect(page.inOrder().filter(({ width }) => width === 200)).toHaveLength(1);
});

test('100,000 nodes are read in many turns, pictures first', async () => {
  const row = `<div class="row"><span><b>text</b></span><a href="#"><i></i></a></div>`;
  await show(`<main style="height:100px;overflow:hidden">${row.repeat(20_000)}</main>
    <img src="${picture(200, 100)}">`);
  page = follow();
  page.update();
  expect(page.update().isBusy).toBe(true);
  expect(page.known()).toHaveLength(1);
  await page.settled();
  expect(page.inOrder()).toHaveLength(1);
}, 60_000);

test('more pictures than anybody can look at: it stops at its limit and says so', async () => {
  const images = Array.from({ length: 2_100 }, (_, at) => `<a href="/${at}.jpg">${at}</a>`);
  await show(images.join(' '));
  page = follow();
  await page.settled();
  expect(page.inOrder()).toHaveLength(2_000);
  expect(page.update().isFull).toBe(true);
}, 60_000);

test('a page that changes without end is still answered', async () => {
  await show(`<div id="busy"></div><img src="${picture(200, 100)}">`);
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
    byId('busy').innerHTML = `<p class="c${count}">${'<i></i>'.repeat(50)}</p>`;
  }, 1);
  try {
    page = follow();
    const until = performance.now() + 1_500;
    while (performance.now() < until) {
      page.update();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(page.inOrder().map(({ width }) => width)).toEqual([200]);
  } finally {
    clearInterval(timer);
  }
});

describe('scrolling', () => {
  const feed = (): void => {
    for (let at = 0; at < 5; at += 1) {
      byId('feed').insertAdjacentHTML('beforeend', '<p style="height:400px">more</p>');
    }
  };

  async function endless(): Promise<void> {
    await show('<div id="view" style="height:500px;overflow-y:auto"><div id="feed"></div></div>');
    feed();
    const view = byId('view');
    view.addEventListener('scroll', () => {
      if (view.scrollTop + view.clientHeight > view.scrollHeight - 100) feed();
    });
    page = follow({ scroller: { stepMs: 20, endMs: 100 } });
    await page.settled();
  }

  test('an endless feed goes on until it is stopped, and then back to where it was', async () => {
    await endless();
    byId('view').scrollTop = 300;
    page.scroll(true);
    await expect.poll(() => byId('view').scrollTop).toBeGreaterThan(3_000);
    expect(page.update()).toMatchObject({ isScrolling: true, isAtEnd: false });
    page.scroll(false);
    expect(page.update().isScrolling).toBe(false);
    await expect.poll(() => byId('view').scrollTop).toBe(300);
  });

  test('what the page only pretends to be a press of the person does not stop it', async () => {
    await endless();
    page.scroll(true);
    window.dispatchEvent(new WheelEvent('wheel'));
    expect(page.update().isScrolling).toBe(true);
    page.scroll(false);
  });

  test('a page that cannot be scrolled is at its end', async () => {
    await show(`<img src="${picture(200, 100)}">`);
    page = follow();
    await page.settled();
    page.scroll(true);
    expect(page.update()).toMatchObject({ isScrolling: false, isAtEnd: true });
  });
});
