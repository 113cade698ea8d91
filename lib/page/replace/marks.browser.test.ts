import { afterEach, beforeEach, expect, test } from 'vitest';
import { byId, show } from '@/tests/support/page/fixture';
import { isReplaced, replace, SHOWN, TestBackground } from '@/tests/support/page/replaced';
import type { PageReplacer } from './contract';

let background: TestBackground;
let replacer: PageReplacer;
let root: ShadowRoot | undefined;

beforeEach(() => {
  background = new TestBackground();
  background.state = { ...SHOWN, isMarked: true };
  root = undefined;
});

afterEach(() => {
  replacer.stop();
  window.scrollTo(0, 0);
});

function start(): void {
  replacer = replace(background, {
    onOpen: (opened) => {
      root = opened;
    },
  });
}

const marks = () => Array.from(root?.querySelectorAll<HTMLElement>('.mark') ?? []);
const isAway = () => root?.querySelector('.marks')?.classList.contains('away');

/** Whether a mark is in the corner of a picture, where lines end. */
function isIn(mark: Element, id: string): boolean {
  const picture = byId(id).getBoundingClientRect();
  const { left, right, top, bottom } = mark.getBoundingClientRect();
  const isInside = left >= picture.left && right <= picture.right && top >= picture.top;
  return isInside && bottom <= picture.top + 40 && left > picture.left + picture.width / 2;
}

test('a replaced picture bears a mark that follows it, and disturbs nobody', async () => {
  await background.give('/icon/128.png', { width: 512, height: 512 });
  await show(
    '<div style="height:100px"></div><img id="a" src="/icon/128.png"><p style="height:200vh">',
  );
  const before = document.body.innerHTML;
  start();
  await expect.poll(() => marks().length).toBe(1);
  expect(isIn(marks()[0] as Element, 'a')).toBe(true);
  expect(marks()[0]?.getAttribute('aria-hidden')).toBe('true');
  const { x, y } = (marks()[0] as Element).getBoundingClientRect();
  expect(document.elementFromPoint(x + 5, y + 5)).toBe(byId('a'));
  window.scrollTo(0, 60);
  await expect.poll(isAway).toBe(true);
  await expect.poll(() => isIn(marks()[0] as Element, 'a')).toBe(true);
  expect(isAway()).toBe(false);
  window.scrollTo(0, 400);
  await expect.poll(() => marks().length).toBe(0);
  replacer.tell(SHOWN);
  await expect.poll(() => document.querySelectorAll('[popover]').length).toBe(0);
  replacer.stop();
  expect(document.body.innerHTML).toBe(before);
});

test('no mark on small pictures, and none above what the page keeps on the screen', async () => {
  await background.give('/icon/128.png', { width: 512, height: 512 });
  await show(`<img id="a" src="/icon/128.png" width="40"><img id="b" src="/icon/128.png">
    <header style="position:fixed;top:0;left:0;width:100%;height:90px;background:#ccc">header</header>
    <div id="box" style="position:absolute;top:150px;height:200px;width:200px;overflow:hidden">
    <img id="c" src="/icon/128.png" style="display:block"></div>`);
  start();
  await expect.poll(() => ['a', 'b', 'c'].every((id) => isReplaced(byId(id)))).toBe(true);
  await expect.poll(() => marks().length).toBe(1);
  expect(isIn(marks()[0] as Element, 'c')).toBe(true);
});

test('a picture that waits says why each time it is seen', async () => {
  background.pending.set(new URL('/icon/128.png?next', document.baseURI).href, 'limit');
  await background.give('/icon/128.png', { width: 512, height: 512 });
  await show(
    '<img id="a" src="/icon/128.png?next"><p style="height:900vh"></p><img id="b" src="/icon/128.png">',
  );
  start();
  await expect.poll(() => marks().length).toBe(1);
  byId('b').scrollIntoView();
  await expect.poll(() => marks().some((mark) => isIn(mark, 'b'))).toBe(true);
  byId('a').scrollIntoView();
  await expect.poll(() => marks().some((mark) => isIn(mark, 'a'))).toBe(true);
});

test('a picture that waits says why, also by keyboard', async () => {
  const address = new URL('/icon/128.png?next', document.baseURI).href;
  background.pending.set(address, 'limit');
  await show('<img id="a" src="/icon/128.png?next">');
  start();
  await expect.poll(() => marks().length).toBe(1);
  const [mark] = marks() as [HTMLElement];
  expect(mark.getAttribute('aria-label')).toBe('Limit reached');
  const reason = mark.querySelector('.reason') as HTMLElement;
  expect(getComputedStyle(reason).display).toBe('none');
  mark.focus();
  // By script the focus is visible only after a key; the rule is the one of a pointer.
  expect(root?.activeElement).toBe(mark);
  await background.give('/icon/128.png?next', { width: 512, height: 512 });
  background.pending.clear();
  replacer.look();
  await expect.poll(() => marks()[0]?.className).toBe('mark done');
});
