import { afterEach, beforeEach, expect, test } from 'vitest';
import { show } from '@/tests/support/page/fixture';
import { replace, SHOWN, TestBackground } from '@/tests/support/page/replaced';
import type { PageReplacer, ReplaceState } from './contract';

const PAGES = 12;
const ROW = 900;
const addressOf = (at: number) => `/icon/128.png?p=${at}`;

const reading = (isReading: boolean): ReplaceState => ({
  ...SHOWN,
  button: { state: 'part', isReading, ahead: 2 },
});

let background: TestBackground;
let replacer: PageReplacer;

beforeEach(async () => {
  background = new TestBackground();
  background.state = reading(false);
  const pages = Array.from({ length: PAGES }, (_, at) => {
    // Half of them wait for a loader of the page.
    const source = at % 2 ? `data-src="${addressOf(at)}"` : `src="${addressOf(at)}" loading="lazy"`;
    return `<p style="height:${ROW}px;margin:0"><img ${source} style="width:300px;height:400px"></p>`;
  });
  await show(`<img src="/icon/128.png?logo" width="60"><div style="display:none">
    <img src="/icon/128.png?hidden" style="width:300px;height:400px"></div>${pages.join('')}`);
});

afterEach(() => {
  replacer.stop();
  window.scrollTo(0, 0);
});

/** Numbers of the pages that were asked for ahead, in their order. */
function ahead(): number[] {
  return background.requests.flatMap((one) =>
    one.ask === 'ahead'
      ? one.pictures.map(({ url }) => Number(/p=(\d+)$/.exec(url ?? '')?.[1]))
      : [],
  );
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('nothing is asked for until the person has pressed, however they scroll', async () => {
  replacer = replace(background);
  await wait(300);
  window.scrollTo(0, 3 * ROW);
  await wait(700);
  expect(ahead()).toEqual([]);
});

test('then the pages on the screen and the next ones, in reading order, each once', async () => {
  replacer = replace(background);
  await wait(300);
  expect(ahead()).toEqual([]);
  replacer.tell(reading(true));
  await expect.poll(ahead).toEqual([0, 1, 2]);
  window.scrollTo(0, ROW);
  await expect.poll(ahead).toEqual([0, 1, 2, 3]);
  // Scrolled past quickly: nobody reads there.
  for (let at = 2; at < 8; at += 1) {
    window.scrollTo(0, at * ROW);
    await wait(60);
  }
  await expect.poll(ahead).toEqual([0, 1, 2, 3, 7, 8, 9]);
  window.scrollTo(0, 0);
  await wait(600);
  expect(ahead()).toHaveLength(7);
});

test('what has a result is not asked for, and the end of a press is the end', async () => {
  await background.give(addressOf(2), { width: 512, height: 512 });
  replacer = replace(background);
  await wait(300);
  replacer.tell(reading(true));
  await expect.poll(ahead).toEqual([0, 1]);
  replacer.tell(reading(false));
  window.scrollTo(0, 4 * ROW);
  await wait(700);
  expect(ahead()).toEqual([0, 1]);
});

test('what did not get through is asked for again, though nobody scrolls', async () => {
  replacer = replace(background);
  await wait(300);
  background.lost = 1;
  replacer.tell(reading(true));
  await expect.poll(ahead).toEqual([0, 1, 2, 0, 1, 2]);
});
