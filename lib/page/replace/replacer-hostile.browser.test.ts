import { afterEach, beforeEach, expect, test } from 'vitest';
import { byId, show } from '@/tests/support/page/fixture';
import { isReplaced, replace, TestBackground } from '@/tests/support/page/replaced';
import type { PageReplacer } from './contract';

let background: TestBackground;
let replacer: PageReplacer;

beforeEach(() => {
  background = new TestBackground();
});

afterEach(async () => {
  replacer.stop();
  await show('');
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('100,000 elements are read in turns, and the pictures among them first', async () => {
  await background.give('/icon/128.png?last', { width: 512, height: 512 });
  const row = '<div class="row"><span><b>text</b></span><a href="#"><i></i></a></div>';
  await show(`<img id="a" src="/icon/128.png?last"><main style="height:100px;overflow:hidden">${row.repeat(20_000)}</main>
    <div id="b" style="height:90px;background:url(/icon/128.png?last)"></div>`);
  replacer = replace(background);
  await expect.poll(() => isReplaced(byId('a'))).toBe(true);
  expect(isReplaced(byId('b'))).toBe(false);
  await expect.poll(() => isReplaced(byId('b')), { timeout: 40_000 }).toBe(true);
}, 60_000);

test('2,000 pictures: only those near the screen are replaced, and each is asked for once', async () => {
  for (let at = 0; at < 20; at += 1) {
    await background.give(`/icon/128.png?many=${at}`, { width: 256, height: 256 });
  }
  const images = Array.from(
    { length: 2_000 },
    (_, at) => `<img loading="lazy" src="/icon/128.png?many=${at}" width="128" height="128">`,
  );
  await show(images.join(''));
  replacer = replace(background);
  await expect.poll(() => background.asked.length).toBeGreaterThanOrEqual(2_000);
  const messages = background.requests.flatMap((one) =>
    one.ask === 'look' ? [one.pictures.length] : [],
  );
  expect(Math.max(...messages)).toBeLessThanOrEqual(100);
  const withAddress = background.asked.filter(({ small }) => !small);
  expect(new Set(withAddress.map(({ url }) => url)).size).toBe(withAddress.length);
  const first = Array.from(document.images).slice(0, 20);
  await expect.poll(() => first.every(isReplaced)).toBe(true);
}, 40_000);

test('names that hide the members of documents, forms and elements', async () => {
  await background.give('/icon/128.png', { width: 512, height: 512 });
  const names = [
    'querySelectorAll',
    'documentElement',
    'createElement',
    'defaultView',
    'activeElement',
  ];
  const members = [
    'style',
    'getAttribute',
    'setAttribute',
    'isConnected',
    'contains',
    'getBoundingClientRect',
  ];
  await show(`${names.map((name) => `<img name="${name}" width="9" height="9">`).join('')}
    <form id="a" style="height:90px;background:url(/icon/128.png)">${members
      .map((name) => `<input name="${name}">`)
      .join('')}<img id="b" src="/icon/128.png"></form>`);
  const before = document.body.innerHTML;
  replacer = replace(background);
  const form = document.querySelector('form') as HTMLFormElement;
  const text = () => Element.prototype.getAttribute.call(form, 'style') ?? '';
  await expect.poll(() => text().includes('blob:') && isReplaced(byId('b'))).toBe(true);
  replacer.stop();
  expect(document.body.innerHTML).toBe(before);
});

test('a set of a million characters, and addresses without end', async () => {
  const many = Array.from({ length: 60_000 }, (_, at) => `/icon/128.png?${at} ${at + 1}w`).join(
    ',',
  );
  await background.give('/icon/128.png', { width: 512, height: 512 });
  await show(
    `<img id="a" src="/icon/128.png"><img srcset="${many}" sizes="90px"><img src="/icon/128.png?${'x'.repeat(9_000)}">`,
  );
  replacer = replace(background);
  await expect.poll(() => isReplaced(byId('a'))).toBe(true);
  for (const { url = '', others = [] } of background.asked) {
    expect(others.length).toBeLessThanOrEqual(8);
    expect(Math.max(url.length, ...others.map((one) => one.length))).toBeLessThanOrEqual(8_192);
  }
}, 20_000);

test('a page that undoes what is done, or changes without end, is not fought with', async () => {
  await background.give('/icon/128.png', { width: 512, height: 512 });
  await show('<img id="a" src="/icon/128.png"><div id="busy"></div>');
  let fights = 0;
  const page = new MutationObserver(() => {
    if (!isReplaced(byId('a'))) return;
    fights += 1;
    byId('a').removeAttribute('style');
  });
  page.observe(byId('a'), { attributes: true });
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
    byId('busy').innerHTML = `<p class="c${count}">${'<i></i>'.repeat(50)}</p>`;
  }, 1);
  replacer = replace(background);
  await wait(1_000);
  page.disconnect();
  clearInterval(timer);
  expect(fights).toBeGreaterThan(0);
  expect(fights).toBeLessThan(30);
});
