import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { byId, show } from '@/tests/support/page/fixture';
import { colourOf, isReplaced, replace, TestBackground } from '@/tests/support/page/replaced';
import type { PageReplacer } from './contract';

let replacer: PageReplacer;
const seen: string[] = [];
const note = ({ code }: KeyboardEvent) => seen.push(code);

const hold = () => userEvent.keyboard('{Alt>}{o>}');
const release = () => userEvent.keyboard('{/o}{/Alt}');

beforeEach(async () => {
  const background = new TestBackground();
  await background.give('/icon/128.png', { width: 512, height: 512 });
  await show(`<img id="a" src="/icon/128.png"><input id="field"><p id="free" contenteditable>text</p>
    <div style="height:300px;background:url(/icon/128.png)" id="b"></div>`);
  // Its events are those of real keys.
  replacer = replace(background, { isTrusted: ({ isTrusted }) => isTrusted });
  await expect.poll(() => isReplaced(byId('a')) && isReplaced(byId('b'))).toBe(true);
  seen.length = 0;
  window.addEventListener('keydown', note);
});

afterEach(async () => {
  await release();
  window.removeEventListener('keydown', note);
  replacer.stop();
});

test('held, the originals are shown; released, the results', async () => {
  await hold();
  await expect.poll(() => isReplaced(byId('a'))).toBe(false);
  expect(isReplaced(byId('b'))).toBe(false);
  expect(await colourOf(byId('a'))).not.toBe('255,0,0');
  await userEvent.keyboard('{/o}');
  await expect.poll(() => isReplaced(byId('a'))).toBe(true);
  expect(isReplaced(byId('b'))).toBe(true);
  // The page gets the Alt, and not the letter.
  expect(seen).toEqual(['AltLeft']);
});

test('whatever takes the keyboard away ends it', async () => {
  await hold();
  await expect.poll(() => isReplaced(byId('a'))).toBe(false);
  window.dispatchEvent(new Event('blur'));
  await expect.poll(() => isReplaced(byId('a'))).toBe(true);
});

test.each(['field', 'free'])('whoever types into #%s types', async (id) => {
  byId(id).focus();
  await hold();
  expect(isReplaced(byId('a'))).toBe(true);
  expect(seen).toContain('KeyO');
});

test('a page cannot press it', () => {
  const event = { code: 'KeyO', altKey: true, bubbles: true };
  byId('a').dispatchEvent(new KeyboardEvent('keydown', event));
  expect(isReplaced(byId('a'))).toBe(true);
});

test("other keys are the page's", async () => {
  await userEvent.keyboard('o');
  await userEvent.keyboard('{Control>}{Alt>}{o}{/Alt}{/Control}');
  expect(isReplaced(byId('a'))).toBe(true);
  expect(seen.filter((code) => code === 'KeyO')).toHaveLength(2);
});
