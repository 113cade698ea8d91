import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { byId } from '@/tests/support/page/fixture';
import {
  BUSY,
  clearPage,
  createTestToasts,
  DONE,
  has,
  hosts,
  inside,
  openRoot,
  sent,
  startPage,
} from '@/tests/support/page/toasts';

const move = (type: 'pointerenter' | 'pointerleave') =>
  inside('.corner').dispatchEvent(new PointerEvent(type));
const press = (key: string) =>
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

beforeEach(startPage);
afterEach(() => {
  vi.useRealTimers();
  clearPage();
});

describe('a press', () => {
  test.each([
    ['save', '[data-action=save]', [{ type: 'toast-pressed', id: 'id-2', action: 'save' }]],
    [
      'compare',
      '[data-action=compare]',
      [{ type: 'toast-pressed', id: 'id-2', action: 'compare' }],
    ],
    ['close', '.close', []],
  ])('of %s sends the id of the toast and closes it', (_, selector, expected) => {
    createTestToasts({ isTrusted: () => true }).show(DONE);
    inside(selector).click();
    expect(sent).toEqual(expected);
    expect(hosts()).toHaveLength(0);
  });

  test('by keyboard, and the focus goes back to where it was', async () => {
    createTestToasts().show(DONE);
    byId('b').focus();
    inside('[data-action=save]').focus();
    await userEvent.keyboard('{Enter}');
    expect(sent).toMatchObject([{ action: 'save' }]);
    expect(document.activeElement).toBe(byId('b'));
  });

  test('by a script of the page is ignored', () => {
    createTestToasts().show(DONE);
    inside('[data-action=save]').click();
    expect(sent).toEqual([]);
    expect(hosts()).toHaveLength(1);
  });
});

describe('a press in an orphaned page', () => {
  const GONE: [string, () => unknown][] = [
    [
      'throws',
      () => {
        throw new Error('Extension context invalidated.');
      },
    ],
    ['rejects', () => Promise.reject(new Error('Receiving end does not exist.'))],
  ];
  const isReal = { isTrusted: () => true };

  test.each(GONE)('shows a toast in its place when sending %s', async (_, send) => {
    createTestToasts({ ...isReal, send }).show({ ...DONE, language: 'zh-CN', theme: 'dark' });
    inside('[data-action=save]').click();
    await expect.poll(() => hosts().length && inside('.title').textContent).toBe('Updated');
    expect(inside('.detail').textContent).toBe('Open it again.');
    expect(inside('.corner').lang).toBe('zh-CN');
    expect(inside('.corner').dataset.theme).toBe('dark');
    expect(hosts()).toHaveLength(1);
    expect(hosts()[0]?.shadowRoot).toBeNull();
    await expect.poll(() => inside('[role=status]').textContent).toBe('Updated Open it again.');
  });

  test.each(GONE)('shows a toast with only a close button when sending %s', async (_, send) => {
    createTestToasts({ ...isReal, send }).show(DONE);
    inside('[data-action=save]').click();
    await expect
      .poll(() => hosts().length && openRoot()?.querySelectorAll('button').length)
      .toBe(1);
    expect(has('[aria-label=Close]')).toBe(true);
    inside('.close').click();
    expect(hosts()).toHaveLength(0);
  });

  test('shows nothing if only the toast was closed', async () => {
    createTestToasts({ ...isReal, send: GONE[0]?.[1] ?? (() => undefined) }).show(DONE);
    inside('.close').click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(hosts()).toHaveLength(0);
  });
});

describe('the focus', () => {
  test('stays where it is', () => {
    byId('b').focus();
    createTestToasts().show(DONE);
    expect(document.activeElement).toBe(byId('b'));
  });

  test('in it keeps buttons as they are until it leaves', async () => {
    const toasts = createTestToasts();
    toasts.show(DONE);
    inside('[data-action=save]').focus();
    toasts.show({ ...DONE, id: 'id-3', title: '2 images are done' });
    expect(inside('.title').textContent).toBe('Done');
    byId('b').focus();
    await expect.poll(() => inside('.title').textContent).toBe('2 images are done');
  });

  test('keys typed in it do not reach the page', async () => {
    const typed: string[] = [];
    const listen = ({ key }: KeyboardEvent) => typed.push(key);
    document.addEventListener('keydown', listen);
    createTestToasts().show(DONE);
    inside('[data-action=compare]').focus();
    await userEvent.keyboard('a ');
    document.removeEventListener('keydown', listen);
    expect(typed).toEqual([]);
    expect(sent).toMatchObject([{ action: 'compare' }]);
  });
});

describe('Escape', () => {
  test.each([
    ['closes it under the pointer', () => move('pointerenter'), 0],
    ['closes it around the focus', () => inside('.close').focus(), 0],
    ['is the page’s own otherwise', () => {}, 1],
  ])('%s', (_, prepare, left) => {
    createTestToasts({ isTrusted: () => true }).show(DONE);
    prepare();
    const isFree = press('Escape');
    expect(hosts()).toHaveLength(left);
    expect(isFree).toBe(left === 1);
  });

  test('by the page closes nothing', () => {
    createTestToasts().show(DONE);
    move('pointerenter');
    press('Escape');
    expect(hosts()).toHaveLength(1);
  });
});

describe('in time', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));

  test('it closes by itself, later if it has buttons', () => {
    const toasts = createTestToasts();
    toasts.show(BUSY);
    vi.advanceTimersByTime(4_000);
    expect(hosts()).toHaveLength(0);
    toasts.show(DONE);
    vi.advanceTimersByTime(9_999);
    expect(hosts()).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(hosts()).toHaveLength(0);
  });

  test('it stays under the pointer, and a while after', () => {
    createTestToasts().show(DONE);
    move('pointerenter');
    vi.advanceTimersByTime(60_000);
    expect(hosts()).toHaveLength(1);
    move('pointerleave');
    vi.advanceTimersByTime(9_999);
    expect(hosts()).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(hosts()).toHaveLength(0);
  });

  test('it stays while it has the focus', () => {
    createTestToasts().show(DONE);
    inside('[data-action=save]').focus();
    vi.advanceTimersByTime(60_000);
    expect(hosts()).toHaveLength(1);
    byId('b').focus();
    vi.advanceTimersByTime(10_001);
    expect(hosts()).toHaveLength(0);
  });

  test('it stays in a hidden page', () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    createTestToasts().show(DONE);
    vi.advanceTimersByTime(60_000);
    expect(hosts()).toHaveLength(1);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(10_000);
    expect(hosts()).toHaveLength(0);
    hidden.mockRestore();
  });
});
