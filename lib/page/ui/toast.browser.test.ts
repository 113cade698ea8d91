import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { createToasts, type ToastMessage, type ToastOptions } from './toast';
import type { ToastData } from './toast-data';

const BUSY: ToastData = {
  id: 'id-1',
  tone: 'busy',
  title: 'Upscaling to 2K…',
  detail: '<b>boat</b>',
  buttons: [],
  close: 'Close',
  label: 'Upscale with Dreamina',
  language: 'en',
  theme: 'auto',
};
const DONE: ToastData = {
  ...BUSY,
  id: 'id-2',
  tone: 'good',
  title: 'Done',
  buttons: [
    { action: 'save', label: 'Save' },
    { action: 'compare', label: 'Compare' },
  ],
};

let sent: ToastMessage[];
let root: ShadowRoot | undefined;

function create(options: Partial<ToastOptions> = {}) {
  return createToasts({
    send: (message) => sent.push(message),
    orphaned: (language) => ({ title: 'Updated', detail: language, close: 'Shut', label: 'Ours' }),
    onOpen: (opened) => {
      root = opened;
    },
    ...options,
  });
}

const hosts = () => document.querySelectorAll('[popover]');
const inside = (selector: string): HTMLElement => {
  const element = root?.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};
const has = (selector: string) => root?.querySelector(selector) !== null;
const move = (type: 'pointerenter' | 'pointerleave') =>
  inside('.corner').dispatchEvent(new PointerEvent(type));
const press = (key: string) =>
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

beforeEach(async () => {
  sent = [];
  await show('<button id="b">page</button><p id="p" style="height:90vh">words</p>');
});
afterEach(() => {
  vi.useRealTimers();
  for (const host of hosts()) host.remove();
  document.documentElement.removeAttribute('style');
  document.documentElement.removeAttribute('dir');
});

describe('what it shows', () => {
  test('words as text, in a region that is spoken', async () => {
    create().show(BUSY);
    const status = inside('[role=status]');
    expect(status.textContent).toBe('');
    expect(inside('.detail').textContent).toBe('<b>boat</b>');
    expect(has('b')).toBe(false);
    await expect.poll(() => status.textContent).toBe('Upscaling to 2K… <b>boat</b>');
    expect(inside('[role=group]').getAttribute('aria-label')).toBe('Upscale with Dreamina');
    expect([...(root?.querySelectorAll('button') ?? [])].map((each) => each.ariaLabel)).toEqual([
      'Close',
    ]);
  });

  test('one at a time: the next takes the place of the one before', () => {
    const toasts = create();
    toasts.show(BUSY);
    toasts.show({ ...BUSY, title: '2 images are being upscaled' });
    expect(hosts()).toHaveLength(1);
    expect(inside('.title').textContent).toBe('2 images are being upscaled');
  });

  test('the small picture, drawn and not linked', async () => {
    const thumb = picture(60, 40).replace(/^.*,/, '');
    create().show({ ...DONE, thumb });
    const canvas = inside('canvas') as HTMLCanvasElement;
    await expect.poll(() => [canvas.width, canvas.height]).toEqual([60, 40]);
    expect(has('img')).toBe(false);
  });

  test('a mark where the picture cannot be drawn', async () => {
    create().show({ ...DONE, thumb: btoa('no picture') });
    await expect.poll(() => has('canvas')).toBe(false);
    expect(has('.mark')).toBe(true);
  });
});

describe('where it is', () => {
  const box = () => inside('.corner').getBoundingClientRect();

  test('in the corner where reading ends, and it moves nothing', () => {
    const before = byId('p').getBoundingClientRect();
    create().show(DONE);
    expect(innerWidth - box().right).toBe(16);
    expect(innerHeight - box().bottom).toBe(16);
    expect(byId('p').getBoundingClientRect()).toEqual(before);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });

  test('on the left of a page that reads from the right, with our words from the left', () => {
    document.documentElement.dir = 'rtl';
    create().show(DONE);
    expect(box().left).toBe(16);
    expect(getComputedStyle(inside('.card')).direction).toBe('ltr');
  });

  test.each(['', '!important'])('it does not dim a page that dims what is behind %s', (how) => {
    const style = document.createElement('style');
    style.textContent = `::backdrop { display: block ${how}; background: rgb(0 0 0 / 60%) ${how} }`;
    document.head.append(style);
    create().show(DONE);
    const [host] = hosts();
    const display = host && getComputedStyle(host, '::backdrop').display;
    style.remove();
    expect(display).toBe('none');
  });

  test('the page beside it takes every click', async () => {
    create().show(DONE);
    const clicked = vi.fn();
    byId('b').addEventListener('click', clicked);
    await userEvent.click(byId('b'));
    expect(clicked).toHaveBeenCalledOnce();
    expect(document.elementFromPoint(5, 5)).not.toBe(hosts()[0]);
    const middle = [box().x + box().width / 2, box().y + box().height / 2] as const;
    expect(document.elementFromPoint(...middle)).toBe(hosts()[0]);
  });

  test('out of reach of the page and its styles, and the page out of reach of ours', () => {
    const style = document.createElement('style');
    style.textContent = `div, span, button { display: none !important; opacity: 0 !important }
      * { pointer-events: auto !important }`;
    document.head.append(style);
    const before = getComputedStyle(byId('p')).cssText;
    create().show(DONE);
    expect(hosts()[0]?.shadowRoot).toBeNull();
    expect(box().width).toBeGreaterThan(200);
    expect(document.elementFromPoint(5, 5)).not.toBe(hosts()[0]);
    expect(getComputedStyle(byId('p')).cssText).toBe(before);
    style.remove();
  });

  test('above a modal dialog that the page opens later', async () => {
    await show('<dialog id="d">in it</dialog>');
    const toasts = create();
    toasts.show(BUSY);
    (byId('d') as HTMLDialogElement).showModal();
    toasts.show(DONE);
    inside('[data-action=save]').focus();
    await userEvent.keyboard('{Enter}');
    expect(sent).toHaveLength(1);
  });

  describe('above a modal dialog in shadow roots', () => {
    async function shadowDialog(): Promise<{ shadow: ShadowRoot; dialog: HTMLDialogElement }> {
      await show('<x-outer id="h"></x-outer>');
      const outer = byId('h').attachShadow({ mode: 'open' });
      outer.innerHTML = '<div><x-inner></x-inner></div>';
      const shadow = outer.querySelector('x-inner')?.attachShadow({ mode: 'open' });
      if (!shadow) throw new Error('no shadow');
      shadow.innerHTML = '<dialog>in it</dialog>';
      return { shadow, dialog: shadow.querySelector('dialog') as HTMLDialogElement };
    }

    test.each(['before', 'later'])('that the page opens %s', async (when) => {
      const { dialog } = await shadowDialog();
      const toasts = create();
      if (when === 'before') dialog.showModal();
      toasts.show(BUSY);
      if (when === 'later') dialog.showModal();
      toasts.show(DONE);
      inside('[data-action=save]').focus();
      await userEvent.keyboard('{Enter}');
      expect(sent).toHaveLength(1);
    });

    test('also without the focus in it, and it stays the same toast', async () => {
      const { shadow, dialog } = await shadowDialog();
      dialog.showModal();
      (document.activeElement as HTMLElement | null)?.blur();
      dialog.blur();
      const toasts = create();
      toasts.show(BUSY);
      const first = root;
      toasts.show(DONE);
      expect(root).toBe(first);
      expect(shadow.contains(root?.host ?? null)).toBe(true);
      expect(hosts()).toHaveLength(0);
    });
  });

  test('on as much of a small screen as there is', () => {
    create().show({ ...DONE, detail: 'long '.repeat(400) });
    expect(box().left).toBeGreaterThanOrEqual(0);
    expect(box().top).toBeGreaterThanOrEqual(0);
  });
});

describe('colours', () => {
  const background = (theme: ToastData['theme']) => {
    create().show({ ...DONE, theme });
    const { backgroundColor } = getComputedStyle(inside('.card'));
    for (const host of hosts()) host.remove();
    return backgroundColor;
  };

  test('as the person wants them', () => {
    expect(background('light')).toBe('rgb(255, 255, 255)');
    expect(background('dark')).toBe('rgb(28, 29, 34)');
  });

  test('else as the page has them', () => {
    document.documentElement.style.colorScheme = 'dark';
    expect(background('auto')).toBe('rgb(28, 29, 34)');
    document.documentElement.style.colorScheme = 'light';
    expect(background('auto')).toBe('rgb(255, 255, 255)');
    document.documentElement.style.colorScheme = 'light dark';
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    expect(background('auto')).toBe(isDark ? 'rgb(28, 29, 34)' : 'rgb(255, 255, 255)');
  });
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
  ])('of %s is told with the id it was given, and closes', (_, selector, expected) => {
    create({ isTrusted: () => true }).show(DONE);
    inside(selector).click();
    expect(sent).toEqual(expected);
    expect(hosts()).toHaveLength(0);
  });

  test('by keyboard, and the focus goes back to where it was', async () => {
    create().show(DONE);
    byId('b').focus();
    inside('[data-action=save]').focus();
    await userEvent.keyboard('{Enter}');
    expect(sent).toMatchObject([{ action: 'save' }]);
    expect(document.activeElement).toBe(byId('b'));
  });

  test('that the page makes up is none', () => {
    create().show(DONE);
    inside('[data-action=save]').click();
    expect(sent).toEqual([]);
    expect(hosts()).toHaveLength(1);
  });
});

describe('a press that nobody hears any more', () => {
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

  test.each(GONE)('is answered in its place when sending %s', async (_, send) => {
    create({ ...isReal, send }).show({ ...DONE, language: 'zh-CN', theme: 'dark' });
    inside('[data-action=save]').click();
    await expect.poll(() => hosts().length && inside('.title').textContent).toBe('Updated');
    expect(inside('.detail').textContent).toBe('zh-CN');
    expect(inside('.corner').lang).toBe('zh-CN');
    expect(inside('.corner').dataset.theme).toBe('dark');
    expect(hosts()).toHaveLength(1);
    expect(hosts()[0]?.shadowRoot).toBeNull();
    await expect.poll(() => inside('[role=status]').textContent).toBe('Updated zh-CN');
  });

  test.each(GONE)('is answered with what can be closed when sending %s', async (_, send) => {
    create({ ...isReal, send }).show(DONE);
    inside('[data-action=save]').click();
    await expect.poll(() => hosts().length && has('[aria-label=Shut]')).toBe(true);
    expect(root?.querySelectorAll('button')).toHaveLength(1);
    inside('.close').click();
    expect(hosts()).toHaveLength(0);
  });

  test('says nothing where only the toast was closed', async () => {
    create({ ...isReal, send: GONE[0]?.[1] ?? (() => undefined) }).show(DONE);
    inside('.close').click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(hosts()).toHaveLength(0);
  });
});

describe('the focus', () => {
  test('stays where it is', () => {
    byId('b').focus();
    create().show(DONE);
    expect(document.activeElement).toBe(byId('b'));
  });

  test('in it keeps buttons as they are until it leaves', async () => {
    const toasts = create();
    toasts.show(DONE);
    inside('[data-action=save]').focus();
    toasts.show({ ...DONE, id: 'id-3', title: '2 images are done' });
    expect(inside('.title').textContent).toBe('Done');
    byId('b').focus();
    await expect.poll(() => inside('.title').textContent).toBe('2 images are done');
  });

  test('what is typed in it is no business of the page', async () => {
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', listen);
    create().show(DONE);
    inside('[data-action=compare]').focus();
    await userEvent.keyboard('a ');
    document.removeEventListener('keydown', listen);
    expect(heard).toEqual([]);
    expect(sent).toMatchObject([{ action: 'compare' }]);
  });
});

describe('Escape', () => {
  test.each([
    ['closes it under the pointer', () => move('pointerenter'), 0],
    ['closes it around the focus', () => inside('.close').focus(), 0],
    ['is the page’s own otherwise', () => {}, 1],
  ])('%s', (_, prepare, left) => {
    create({ isTrusted: () => true }).show(DONE);
    prepare();
    const isFree = press('Escape');
    expect(hosts()).toHaveLength(left);
    expect(isFree).toBe(left === 1);
  });

  test('by the page closes nothing', () => {
    create().show(DONE);
    move('pointerenter');
    press('Escape');
    expect(hosts()).toHaveLength(1);
  });
});

describe('in time', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));

  test('it goes by itself, later if there is something to press', () => {
    const toasts = create();
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
    create().show(DONE);
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
    create().show(DONE);
    inside('[data-action=save]').focus();
    vi.advanceTimersByTime(60_000);
    expect(hosts()).toHaveLength(1);
    byId('b').focus();
    vi.advanceTimersByTime(10_001);
    expect(hosts()).toHaveLength(0);
  });

  test('it waits in a page that nobody sees', () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    create().show(DONE);
    vi.advanceTimersByTime(60_000);
    expect(hosts()).toHaveLength(1);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(10_000);
    expect(hosts()).toHaveLength(0);
    hidden.mockRestore();
  });
});

test('it is out of sight while the screen is captured, also what comes meanwhile', async () => {
  const toasts = create();
  toasts.show(DONE);
  await toasts.pause(150);
  const isSeen = () => inside('.corner').checkVisibility({ visibilityProperty: true });
  expect(isSeen()).toBe(false);
  toasts.show({ ...DONE, title: 'Another' });
  expect(isSeen()).toBe(false);
  await expect.poll(isSeen).toBe(true);
});

test('the page may take it away, and the next one comes all the same', async () => {
  const toasts = create();
  toasts.show(DONE);
  for (const host of hosts()) host.remove();
  await new Promise((resolve) => setTimeout(resolve));
  toasts.show(BUSY);
  expect(hosts()).toHaveLength(1);
});

describe('under the strictest policy', () => {
  test('it has nothing that a policy could forbid', async () => {
    const thumb = picture(60, 40).replace(/^.*,/, '');
    create().show({ ...DONE, thumb });
    expect(root?.querySelectorAll('[style], style, link, img, script, [onclick]')).toHaveLength(0);
    expect(root?.adoptedStyleSheets).toHaveLength(1);
  });

  test('a small picture can be drawn from its bytes, though none could be linked', async () => {
    await show(
      `<iframe id="f" srcdoc="<meta http-equiv='Content-Security-Policy' content=&quot;default-src 'none'&quot;>"></iframe>`,
    );
    const frame = byId('f') as HTMLIFrameElement;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!view) throw new Error('no frame');
    const bytes = await (await fetch(picture(60, 40))).arrayBuffer();
    const bitmap = await view.createImageBitmap(new view.Blob([bytes]));
    expect([bitmap.width, bitmap.height]).toEqual([60, 40]);
    const linked = new view.Image();
    const failed = new Promise((resolve) => {
      linked.onerror = () => resolve('refused');
      linked.onload = () => resolve('shown');
    });
    linked.src = picture(60, 40);
    expect(await failed).toBe('refused');
  });
});
