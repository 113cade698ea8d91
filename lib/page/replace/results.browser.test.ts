import { afterEach, beforeEach, expect, test } from 'vitest';
import { byId, show } from '@/tests/support/page/fixture';
import { isReplaced, replace, TestBackground } from '@/tests/support/page/replaced';
import { type PageReplacer, PIECE_BYTES } from './contract';

let background: TestBackground;
let replacer: PageReplacer;

beforeEach(() => {
  background = new TestBackground();
});

afterEach(() => {
  replacer.stop();
  window.scrollTo(0, 0);
});

const addressOf = (at: number) => `/icon/128.png?r=${at}`;
const shown = (at: number) => isReplaced(byId(`a${at}`));
const pieces = () =>
  background.requests.flatMap((one) => (one.ask === 'piece' ? [[one.result, one.from]] : []));

test('a file comes piece by piece', async () => {
  const result = await background.give(addressOf(0), { width: 900, height: 900, isNoise: true });
  await show(`<img id="a0" src="${addressOf(0)}">`);
  replacer = replace(background);
  await expect.poll(() => shown(0)).toBe(true);
  expect(pieces()).toEqual([0, 1, 2].map((at) => [result, at * PIECE_BYTES]));
});

test('a piece that does not arrive is asked for once more', async () => {
  const result = await background.give(addressOf(0), { width: 900, height: 900, isNoise: true });
  await show(`<img id="a0" src="${addressOf(0)}">`);
  replacer = replace(background, {
    send(request) {
      // The background is started anew in the middle of the file.
      if (request.ask === 'piece' && request.from > 0 && pieces().length === 1) background.lost = 1;
      return background.send(request);
    },
  });
  await expect.poll(() => shown(0)).toBe(true);
  expect(pieces()).toEqual([0, 1, 1, 2].map((at) => [result, at * PIECE_BYTES]));
});

test('one that is shown in many places is fetched once', async () => {
  await background.give(addressOf(0), { width: 300, height: 300 });
  await show(`<img id="a0" src="${addressOf(0)}" width="90">`.repeat(12));
  replacer = replace(background);
  await expect.poll(() => Array.from(document.images).every(isReplaced)).toBe(true);
  expect(pieces()).toHaveLength(1);
});

test('above the limit, what was seen longest ago goes, and comes again when it is seen', async () => {
  for (let at = 0; at < 4; at += 1) {
    await background.give(addressOf(at), { width: 500, height: 500, isNoise: true });
  }
  const rows = [0, 1, 2, 3].map(
    (at) => `<p style="height:4000px;margin:0"><img id="a${at}" src="${addressOf(at)}"></p>`,
  );
  await show(rows.join(''));
  // Each has a little under 1 MB.
  replacer = replace(background, { maxBytes: 2_100_000 });
  for (let at = 0; at < 4; at += 1) {
    window.scrollTo(0, at * 4_000);
    await expect.poll(() => shown(at)).toBe(true);
  }
  expect([0, 1, 2, 3].map(shown)).toEqual([false, false, true, true]);
  window.scrollTo(0, 0);
  await expect.poll(() => shown(0)).toBe(true);
  expect([2, 3].map(shown)).toEqual([false, true]);
}, 30_000);

test('what has no room beside others that are shown comes when one of them has left', async () => {
  for (let at = 0; at < 3; at += 1) {
    await background.give(addressOf(at), { width: 500, height: 500, isNoise: true });
  }
  const images = ['absolute', 'absolute', 'fixed'].map(
    (position, at) =>
      `<img id="a${at}" src="${addressOf(at)}" width="90" style="position:${position};left:${at * 100}px">`,
  );
  await show(`${images.join('')}<p style="height:9000px">`);
  replacer = replace(background, { maxBytes: 2_100_000 });
  const all = () => [0, 1, 2].map(shown);
  await expect.poll(() => all().filter(Boolean)).toHaveLength(2);
  // Two are fetched at once, and both count.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(all()).toEqual([true, true, false]);
  window.scrollTo(0, 6_000);
  await expect.poll(() => shown(2)).toBe(true);
});

test('a file that is damaged, or shorter than was said, stays away and counts as impossible', async () => {
  await background.give(addressOf(0), { width: 300, height: 300 });
  await background.give(addressOf(1), { width: 300, height: 300 });
  background.damage(addressOf(0), (bytes) => bytes.fill(7));
  background.damage(addressOf(1), (bytes) => bytes.slice(9));
  await show(`<img id="a0" src="${addressOf(0)}"><img id="a1" src="${addressOf(1)}">`);
  replacer = replace(background);
  await expect.poll(() => replacer.counts()).toEqual({ replaced: 0, impossible: 2 });
  expect(shown(0)).toBe(false);
});
