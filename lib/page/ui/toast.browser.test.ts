import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { byId, picture, show } from '@/tests/support/page/fixture';
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
import type { ToastData } from './toast-data';

beforeEach(startPage);
afterEach(clearPage);

describe('what it shows', () => {
  test('text, in a live region', async () => {
    createTestToasts().show(BUSY);
    const status = inside('[role=status]');
    expect(status.textContent).toBe('');
    expect(inside('.detail').textContent).toBe('<b>boat</b>');
    expect(has('b')).toBe(false);
    await expect.poll(() => status.textContent).toBe('Upscaling to 2K… <b>boat</b>');
    expect(inside('[role=group]').getAttribute('aria-label')).toBe('Upscale with Dreamina');
    expect(
      [...(openRoot()?.querySelectorAll('button') ?? [])].map((each) => each.ariaLabel),
    ).toEqual(['Close']);
  });

  test('one at a time: the next replaces the one before', () => {
    const toasts = createTestToasts();
    toasts.show(BUSY);
    toasts.show({ ...BUSY, title: '2 images are being upscaled' });
    expect(hosts()).toHaveLength(1);
    expect(inside('.title').textContent).toBe('2 images are being upscaled');
  });

  test('the thumbnail, drawn on a canvas', async () => {
    const thumb = picture(60, 40).replace(/^.*,/, '');
    createTestToasts().show({ ...DONE, thumb });
    const canvas = inside('canvas') as HTMLCanvasElement;
    await expect.poll(() => [canvas.width, canvas.height]).toEqual([60, 40]);
    expect(has('img')).toBe(false);
  });

  test('a mark if the thumbnail cannot be drawn', async () => {
    createTestToasts().show({ ...DONE, thumb: btoa('no picture') });
    await expect.poll(() => has('canvas')).toBe(false);
    expect(has('.mark')).toBe(true);
  });
});

describe('where it is', () => {
  const box = () => inside('.corner').getBoundingClientRect();

  test('in the corner where reading ends, and it moves nothing', () => {
    const before = byId('p').getBoundingClientRect();
    createTestToasts().show(DONE);
    expect(innerWidth - box().right).toBe(16);
    expect(innerHeight - box().bottom).toBe(16);
    expect(byId('p').getBoundingClientRect()).toEqual(before);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });

  test('on the left of a page that reads from the right, with our words from the left', () => {
    document.documentElement.dir = 'rtl';
    createTestToasts().show(DONE);
    expect(box().left).toBe(16);
    expect(getComputedStyle(inside('.card')).direction).toBe('ltr');
  });

  test.each(['', '!important'])('it does not dim a page that dims what is behind %s', (how) => {
    const style = document.createElement('style');
    style.textContent = `::backdrop { display: block ${how}; background: rgb(0 0 0 / 60%) ${how} }`;
    document.head.append(style);
    createTestToasts().show(DONE);
    const [host] = hosts();
    const display = host && getComputedStyle(host, '::backdrop').display;
    style.remove();
    expect(display).toBe('none');
  });

  test('the page beside it takes every click', async () => {
    createTestToasts().show(DONE);
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
    createTestToasts().show(DONE);
    expect(hosts()[0]?.shadowRoot).toBeNull();
    expect(box().width).toBeGreaterThan(200);
    expect(document.elementFromPoint(5, 5)).not.toBe(hosts()[0]);
    expect(getComputedStyle(byId('p')).cssText).toBe(before);
    style.remove();
  });

  test('above a modal dialog that the page opens later', async () => {
    await show('<dialog id="d">in it</dialog>');
    const toasts = createTestToasts();
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
      const toasts = createTestToasts();
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
      const toasts = createTestToasts();
      toasts.show(BUSY);
      const first = openRoot();
      toasts.show(DONE);
      expect(openRoot()).toBe(first);
      expect(shadow.contains(openRoot()?.host ?? null)).toBe(true);
      expect(hosts()).toHaveLength(0);
    });
  });

  test('on as much of a small screen as there is', () => {
    createTestToasts().show({ ...DONE, detail: 'long '.repeat(400) });
    expect(box().left).toBeGreaterThanOrEqual(0);
    expect(box().top).toBeGreaterThanOrEqual(0);
  });
});

describe('colours', () => {
  const background = (theme: ToastData['theme']) => {
    createTestToasts().show({ ...DONE, theme });
    const { backgroundColor } = getComputedStyle(inside('.card'));
    for (const host of hosts()) host.remove();
    return backgroundColor;
  };

  test('follow the setting', () => {
    expect(background('light')).toBe('rgb(255, 255, 255)');
    expect(background('dark')).toBe('rgb(28, 29, 34)');
  });

  test('otherwise follow the page', () => {
    document.documentElement.style.colorScheme = 'dark';
    expect(background('auto')).toBe('rgb(28, 29, 34)');
    document.documentElement.style.colorScheme = 'light';
    expect(background('auto')).toBe('rgb(255, 255, 255)');
    document.documentElement.style.colorScheme = 'light dark';
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    expect(background('auto')).toBe(isDark ? 'rgb(28, 29, 34)' : 'rgb(255, 255, 255)');
  });
});

test('it is hidden during a capture of the screen, also a toast that comes meanwhile', async () => {
  const toasts = createTestToasts();
  toasts.show(DONE);
  await toasts.pause(150);
  const isSeen = () => inside('.corner').checkVisibility({ visibilityProperty: true });
  expect(isSeen()).toBe(false);
  toasts.show({ ...DONE, title: 'Another' });
  expect(isSeen()).toBe(false);
  await expect.poll(isSeen).toBe(true);
});

test('the page may remove it, and the next one is still shown', async () => {
  const toasts = createTestToasts();
  toasts.show(DONE);
  for (const host of hosts()) host.remove();
  await new Promise((resolve) => setTimeout(resolve));
  toasts.show(BUSY);
  expect(hosts()).toHaveLength(1);
});

describe('under the strictest policy', () => {
  test('it has nothing that a policy could forbid', async () => {
    const thumb = picture(60, 40).replace(/^.*,/, '');
    createTestToasts().show({ ...DONE, thumb });
    expect(
      openRoot()?.querySelectorAll('[style], style, link, img, script, [onclick]'),
    ).toHaveLength(0);
    expect(openRoot()?.adoptedStyleSheets).toHaveLength(1);
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
