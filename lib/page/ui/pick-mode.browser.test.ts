import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { armed, byId, leftOf, picture, show } from '@/tests/support/page/fixture';
import { TEST_WORDS } from '@/tests/support/page/test-words';
import { type Picked, type PickOptions, pickImage } from './pick-mode';
import { wordsFrom } from './words';

const words = wordsFrom(TEST_WORDS);
const FIRST = picture(600, 400);
const SECOND = picture(640, 420, 'crimson');
let leave = new AbortController();

beforeEach(async () => {
  leave = new AbortController();
  window.scrollTo(0, 0);
  await show(`<button id="b" style="position:absolute;left:20px;top:300px">page</button>
    <a href="#followed"><img id="one" src="${FIRST}" alt="One" style="position:absolute;left:20px;top:20px;width:150px;height:100px"></a>
    <img id="two" src="${SECOND}" style="position:absolute;left:200px;top:20px;width:150px;height:100px">`);
  byId('b').focus();
});

afterEach(() => {
  leave.abort();
  document.documentElement.removeAttribute('dir');
});

function open(options: PickOptions = {}, said = words) {
  let root: ShadowRoot | undefined;
  const picked = pickImage(said, {
    signal: leave.signal,
    onOpen: (opened) => {
      root = opened;
    },
    ...options,
  });
  if (!root) throw new Error('not open');
  return { root, picked };
}

async function foundBy(picked: Promise<Picked | undefined>) {
  const outcome = await picked;
  return outcome === 'hide-entry' ? undefined : outcome;
}

function pointer(type: string, x: number, y: number): Event {
  const target = document.elementFromPoint(x, y) ?? document.body;
  const kind = type === 'click' ? MouseEvent : PointerEvent;
  const event = new kind(type, {
    clientX: x,
    clientY: y,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  target.dispatchEvent(event);
  return event;
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
const state = (root: ShadowRoot) => {
  const box = root.querySelector<HTMLElement>('.frame');
  return box?.hidden ? undefined : [box?.style.left, box?.querySelector('.label')?.textContent];
};

test('a frame follows the pointer and tells the size', async () => {
  const { root } = open({ isTrusted: () => true });
  expect(state(root)).toBeUndefined();
  pointer('pointermove', 60, 60);
  await frame();
  expect(state(root)).toEqual(['20px', 'Image · 600 × 400']);
  expect(root.querySelector('.spoken')?.textContent).toBe('Image · 600 × 400, One');
  pointer('pointermove', 260, 60);
  await frame();
  expect(state(root)).toEqual(['200px', 'Image · 640 × 420']);
  pointer('pointermove', 500, 500);
  await frame();
  expect(state(root)).toBeUndefined();
});

test('it reads from the left on a page that reads from the right, in its own language', async () => {
  document.documentElement.dir = 'rtl';
  const { root } = open({ isTrusted: () => true });
  pointer('pointermove', 60, 60);
  await frame();
  const label = root.querySelector('.label');
  expect(leftOf('600', label)).toBeLessThan(leftOf('400', label));
  expect(root.querySelector<HTMLElement>('.shield')?.lang).toBe('en');
});

test('a click picks, and the page does not hear it', async () => {
  const heard: string[] = [];
  const listen = (event: Event) => heard.push(event.type);
  for (const type of ['click', 'pointerdown', 'mousedown'])
    byId('one').addEventListener(type, listen);
  const { root, picked } = open({ isTrusted: () => true });
  await armed(root);
  pointer('pointerdown', 60, 60);
  const click = pointer('click', 60, 60);
  expect(click.defaultPrevented).toBe(true);
  expect((await foundBy(picked))?.finding.winner).toMatchObject({ url: FIRST });
  expect(heard).toEqual([]);
  expect(location.hash).toBe('');
  expect(document.activeElement).toBe(byId('b'));
  expect(document.querySelectorAll('[popover]')).toHaveLength(0);
});

describe('after a click that found nothing', () => {
  const offering = { ...words, hint: 'No image here.', hideEntry: 'On images only' };
  const openOffering = (options?: PickOptions) => open(options, offering);
  const middleOf = (root: ShadowRoot) => {
    const { x, y, width, height } = (
      root.querySelector('.action') as HTMLElement
    ).getBoundingClientRect();
    return [x + width / 2, y + height / 2] as const;
  };

  test('a button hides the entry, and nothing below it is framed', async () => {
    byId('one').style.cssText = 'position:fixed;inset:0;width:100%;height:100%';
    const { root, picked } = openOffering({ isTrusted: () => true });
    await armed(root);
    const at = middleOf(root);
    pointer('pointermove', ...at);
    await frame();
    expect(state(root)).toBeUndefined();
    pointer('pointerdown', ...at);
    pointer('click', ...at);
    expect(await picked).toBe('hide-entry');
    expect(document.querySelectorAll('[popover]')).toHaveLength(0);
  });

  test('a real click on it does, through a page that listens first', async () => {
    const { root, picked } = openOffering();
    await armed(root);
    const [x, y] = middleOf(root);
    await userEvent.click(document.documentElement, { position: { x, y }, force: true });
    expect(await picked).toBe('hide-entry');
  });

  test('a click that comes too early does not, nor one that the page makes', async () => {
    const early = openOffering({ isTrusted: () => true });
    pointer('click', ...middleOf(early.root));
    leave.abort();
    expect(await early.picked).toBeUndefined();
    leave = new AbortController();
    const { root, picked } = openOffering();
    await armed(root);
    pointer('click', ...middleOf(root));
    leave.abort();
    expect(await picked).toBeUndefined();
  });

  test.each<[string, string]>([
    ['after the last image', '{Tab}{Tab}{Tab}{Enter}'],
    ['before the first one', '{Shift>}{Tab}{/Shift} '],
  ])('the keys reach it %s, and it is read out', async (_, keys) => {
    const { root, picked } = openOffering();
    await armed(root);
    await userEvent.keyboard(keys.slice(0, keys.endsWith(' ') ? -1 : -'{Enter}'.length));
    expect(root.querySelector('.spoken')?.textContent).toBe('On images only');
    expect(root.querySelector('.action')?.hasAttribute('data-selected')).toBe(true);
    expect(state(root)).toBeUndefined();
    await userEvent.keyboard(keys.endsWith(' ') ? ' ' : '{Enter}');
    expect(await picked).toBe('hide-entry');
  });

  test('the keys go on from it to an image', async () => {
    const { root, picked } = openOffering();
    await armed(root);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Tab}{Enter}');
    expect((await foundBy(picked))?.finding.winner?.url).toBe(FIRST);
  });

  test('all of it is readable in a narrow window', async () => {
    const { root } = openOffering();
    const bar = root.querySelector<HTMLElement>('.hint');
    if (!bar) throw new Error('no bar');
    bar.style.maxWidth = '200px';
    for (const part of bar.children) {
      const [outer, inner] = [bar.getBoundingClientRect(), part.getBoundingClientRect()];
      expect(inner.left).toBeGreaterThanOrEqual(outer.left);
      expect(inner.right).toBeLessThanOrEqual(outer.right);
      expect(inner.bottom).toBeLessThanOrEqual(outer.bottom);
    }
  });
});

test('there is no such button otherwise', async () => {
  const { root } = open();
  expect(root.querySelector('.action')).toBeNull();
});

test('a click on nothing is a miss', async () => {
  const { root, picked } = open({ isTrusted: () => true });
  await armed(root);
  pointer('click', 500, 500);
  expect(await Promise.race([picked, new Promise((r) => setTimeout(r, 40, 'open'))])).toBe('open');
});

test.each<[string, string, string | undefined]>([
  ['first', '{Tab}{Enter}', FIRST],
  ['second', '{ArrowRight}{ArrowRight}{Enter}', SECOND],
  ['back', '{Tab}{Tab}{Shift>}{Tab}{/Shift} ', FIRST],
  ['round', '{ArrowLeft}{Enter}', SECOND],
  ['nothing', '{Tab}{Escape}', undefined],
])('by keyboard: %s', async (_, keys, url) => {
  const { root, picked } = open();
  await armed(root);
  await userEvent.keyboard(keys);
  expect((await foundBy(picked))?.finding.winner?.url).toBe(url);
});

describe('by keyboard, and then it moves', () => {
  const press = (key: string) => {
    for (const type of ['keydown', 'keyup']) {
      window.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
    }
  };
  const top = (root: ShadowRoot) => {
    const box = root.querySelector<HTMLElement>('.frame');
    return box?.hidden ? undefined : box?.style.top;
  };

  function feed(style: string): Promise<void> {
    return show(`<div style="height:200px"></div><div id="s" style="${style}"><div style="height:4000px;position:relative">
      <img id="one" src="${FIRST}" style="position:absolute;left:20px;top:20px;width:150px;height:100px">
      <img src="${SECOND}" style="position:absolute;left:20px;top:140px;width:150px;height:100px"></div></div>`);
  }

  test('the frame goes with its picture, and is gone with it', async () => {
    await feed('');
    const { root, picked } = open({ isTrusted: () => true });
    press('ArrowDown');
    expect(top(root)).toBe('220px');
    window.scrollTo(0, 120);
    await frame();
    await frame();
    expect(top(root)).toBe('100px');
    window.scrollTo(0, 700);
    await frame();
    await frame();
    expect(top(root)).toBeUndefined();
    await armed(root);
    press('Enter');
    expect(await picked).toBeUndefined();
  });

  test('it is gone below the edge of a scroll box', async () => {
    await feed('height:200px;overflow:auto');
    const { root } = open({ isTrusted: () => true });
    press('ArrowDown');
    byId('s').scrollTop = 60;
    await frame();
    await frame();
    expect(top(root)).toBe('160px');
    byId('s').scrollTop = 180;
    await frame();
    await frame();
    expect(top(root)).toBeUndefined();
  });

  test('with another size of the window', async () => {
    await feed('');
    const { root, picked } = open({ isTrusted: () => true });
    press('ArrowDown');
    byId('one').style.top = '50px';
    window.dispatchEvent(new Event('resize'));
    await frame();
    expect(top(root)).toBe('250px');
    await armed(root);
    press('Enter');
    expect((await foundBy(picked))?.finding.winner?.rect.y).toBe(250);
  });
});

test('a real click, through a page that listens first', async () => {
  const { root, picked } = open();
  await armed(root);
  await userEvent.click(document.documentElement, { position: { x: 260, y: 60 }, force: true });
  expect((await foundBy(picked))?.finding.winner).toMatchObject({ url: SECOND });
});

test('the page cannot pick for the person', async () => {
  const { root, picked } = open();
  await armed(root);
  pointer('click', 60, 60);
  byId('b').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(await Promise.race([picked, new Promise((r) => setTimeout(r, 40, 'open'))])).toBe('open');
});

test('the wheel scrolls what lies below', async () => {
  await show(
    `<div style="height:3000px"><div id="s" style="width:300px;height:100px;overflow:auto"><div style="height:900px"></div></div></div>`,
  );
  open({ isTrusted: () => true });
  const wheel = (x: number, y: number) =>
    document.documentElement.dispatchEvent(
      new WheelEvent('wheel', {
        clientX: x,
        clientY: y,
        deltaY: 60,
        bubbles: true,
        cancelable: true,
      }),
    );
  wheel(50, 50);
  expect(byId('s').scrollTop).toBe(60);
  wheel(350, 300);
  expect(window.scrollY).toBe(60);
});

test('in open shadow roots, and above a modal dialog', async () => {
  await show(
    '<dialog id="d" style="margin:0;inset:0;padding:0;border:0"><x-card id="h"></x-card></dialog>',
  );
  (byId('d') as HTMLDialogElement).showModal();
  const shadow = byId('h').attachShadow({ mode: 'open' });
  shadow.innerHTML = `<img src="${FIRST}" style="display:block;width:150px;height:100px">`;
  await shadow.querySelector('img')?.decode();
  const { root, picked } = open({ isTrusted: () => true });
  await armed(root);
  pointer('click', 60, 60);
  expect((await foundBy(picked))?.finding.winner).toMatchObject({ url: FIRST });
});

test('it ends when the page takes it away, or when told to', async () => {
  const first = open();
  first.root.host.remove();
  expect(await first.picked).toBeUndefined();
  const second = open();
  leave.abort();
  expect(await second.picked).toBeUndefined();
});

test.each<[how: string, act: () => void]>([
  ['removes it', () => byId('d').remove()],
  ['removes what is around it', () => byId('wrap').remove()],
  ['closes it', () => (byId('d') as HTMLDialogElement).close()],
])('it ends when the page %s: the dialog it lies in', async (_, act) => {
  await show(
    `<div id="wrap"><div><dialog id="d">page</dialog></div></div><img id="one" src="${FIRST}" style="position:absolute;left:20px;top:20px;width:150px;height:100px">`,
  );
  (byId('d') as HTMLDialogElement).showModal();
  const { picked } = open({ isTrusted: () => true });
  await frame();
  act();
  expect(
    await Promise.race([picked, new Promise((r) => setTimeout(r, 500, 'open'))]),
  ).toBeUndefined();
  expect(pointer('click', 60, 60).defaultPrevented).toBe(false);
});
