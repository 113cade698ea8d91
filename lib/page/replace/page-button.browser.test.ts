import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { byId, show } from '@/tests/support/page/fixture';
import { replace, SHOWN, TestBackground } from '@/tests/support/page/replaced';
import type { PageReplacer, ReplaceState } from './contract';

const WITH_BUTTON: ReplaceState = {
  ...SHOWN,
  button: { state: 'part', isReading: false, ahead: 3 },
};

let background: TestBackground;
let replacer: PageReplacer;
let root: ShadowRoot | undefined;

beforeEach(async () => {
  background = new TestBackground();
  background.state = WITH_BUTTON;
  root = undefined;
  await show('<button id="page">page</button><p style="height:80vh">words</p>');
});

afterEach(() => replacer.stop());

async function start(options: Partial<Parameters<typeof replace>[1]> = {}): Promise<void> {
  replacer = replace(background, {
    onOpen: (opened) => {
      if (opened.querySelector('.main')) root = opened;
    },
    ...options,
  });
  await expect.poll(() => root).toBeDefined();
}

const main = () => root?.querySelector<HTMLElement>('.main') as HTMLElement;
const menu = () => root?.querySelector<HTMLElement>('.menu') as HTMLElement;
const item = (action: string) =>
  menu().querySelector<HTMLElement>(`[data-action=${action}]`) as HTMLElement;
const presses = () =>
  background.requests.flatMap((one) => (one.ask === 'press' ? [one.action] : []));
const armed = () => expect.poll(() => menu().hasAttribute('data-armed')).toBe(true);

/** A press of the pointer in the middle of an element. */
function press(element: Element): void {
  const { x, y, width, height } = element.getBoundingClientRect();
  const at = { bubbles: true, composed: true, clientX: x + width / 2, clientY: y + height / 2 };
  element.dispatchEvent(new PointerEvent('pointerdown', at));
  element.dispatchEvent(new MouseEvent('click', at));
}

test('its name says whose it is and what it shows', async () => {
  await start();
  expect(main().getAttribute('aria-label')).toBe('Upscale with Dreamina: Some upscaled');
  replacer.tell({ ...WITH_BUTTON, isShown: false });
  await expect.poll(() => main().getAttribute('aria-label')).toMatch(/Originals$/);
  expect(root?.querySelector('.corner')?.getAttribute('lang')).toBe('en');
});

test('once every picture is replaced it says so', async () => {
  await background.give('/icon/128.png', { width: 512, height: 512 });
  byId('page').insertAdjacentHTML('afterend', '<img src="/icon/128.png">');
  await start();
  await expect.poll(() => main().getAttribute('aria-label')).toMatch(/All upscaled$/);
  byId('page').insertAdjacentHTML('afterend', '<img src="/icon/128.png?more">');
  await expect.poll(() => main().getAttribute('aria-label')).toMatch(/Some upscaled$/);
});

test('what is pressed in its menu is told to the background, once the person could see it', async () => {
  await start();
  press(main());
  expect(menu().hidden).toBe(false);
  press(item('ahead'));
  expect(presses()).toEqual([]);
  await armed();
  background.state = { ...WITH_BUTTON, button: { state: 'part', isReading: true, ahead: 3 } };
  press(item('ahead'));
  expect(presses()).toEqual(['ahead']);
  expect(menu().hidden).toBe(true);
  await expect.poll(() => main().getAttribute('aria-label')).toMatch(/Upscaling ahead$/);
  press(main());
  await armed();
  press(item('stop-ahead'));
  expect(presses()).toEqual(['ahead', 'stop-ahead']);
});

test('a press that does not arrive is told once more', async () => {
  await start();
  press(main());
  await armed();
  background.state = { ...WITH_BUTTON, button: { state: 'part', isReading: true, ahead: 3 } };
  // The background is starting.
  background.lost = 1;
  press(item('ahead'));
  await expect.poll(presses).toEqual(['ahead', 'ahead']);
  await expect.poll(() => main().getAttribute('aria-label')).toMatch(/Upscaling ahead$/);
});

test('nothing that the page presses counts', async () => {
  await start({ isTrusted: ({ isTrusted }) => isTrusted });
  press(main());
  expect(menu().hidden).toBe(true);
});

test('a press under a cover of the page does not count', async () => {
  await start();
  press(main());
  await armed();
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText = 'inset:0;width:100%;height:100%;opacity:.01';
  document.body.append(cover);
  cover.showPopover();
  press(item('ahead'));
  expect(presses()).toEqual([]);
});

describe('by keyboard', () => {
  test('it opens, goes through its entries, chooses and gives the focus back', async () => {
    await start({ isTrusted: ({ isTrusted }) => isTrusted });
    main().focus();
    await userEvent.keyboard('{Enter}');
    expect(menu().hidden).toBe(false);
    expect(main().getAttribute('aria-expanded')).toBe('true');
    await armed();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(root?.activeElement).toBe(item('ahead'));
    await userEvent.keyboard('{ }');
    expect(presses()).toEqual(['ahead']);
    expect(root?.activeElement).toBe(main());
  });

  test('Esc closes it', async () => {
    await start({ isTrusted: ({ isTrusted }) => isTrusted });
    main().focus();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(menu().hidden).toBe(true);
    expect(root?.activeElement).toBe(main());
  });
});

test('it moves to the other corner, and goes for this visit', async () => {
  await start();
  const before = main().getBoundingClientRect().x;
  press(main());
  await armed();
  press(item('move'));
  expect(main().getBoundingClientRect().x).toBeGreaterThan(before);
  press(main());
  await armed();
  press(item('dismiss'));
  expect(document.querySelectorAll('[popover]')).toHaveLength(0);
  replacer.tell(WITH_BUTTON);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(document.querySelectorAll('[popover]')).toHaveLength(0);
  expect(presses()).toEqual([]);
});

test('a frame has none, and a page that takes it away has it again', async () => {
  replacer = replace(background, { isTop: false });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(document.querySelectorAll('[popover]')).toHaveLength(0);
  replacer.stop();
  await start();
  document.querySelector('[popover]')?.remove();
  await expect.poll(() => document.querySelectorAll('[popover]').length).toBe(1);
  replacer.stop();
  expect(document.querySelectorAll('[popover]')).toHaveLength(0);
});
