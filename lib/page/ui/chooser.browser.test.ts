import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { armed, byId, leftOf, picture, show } from '@/tests/support/page/fixture';
import { TEST_WORDS } from '@/tests/support/page/test-words';
import type { Candidate } from '../find/candidate';
import { chooseImage } from './chooser';
import { wordsFrom } from './words';

const words = wordsFrom(TEST_WORDS);
const BASE = {
  shownWidth: 100,
  shownHeight: 100,
  rect: { x: 0, y: 0, width: 100, height: 100, devicePixelRatio: 1 },
  originals: [],
  distance: 0,
  score: 1000,
};
const CANDIDATES: Candidate[] = [
  {
    ...BASE,
    id: '1',
    how: 'img',
    url: picture(60, 40),
    width: 1200,
    height: 800,
    alt: '<b>A cat</b>',
  },
  { ...BASE, id: '2', how: 'background', url: picture(60, 40, 'red'), width: 0, height: 0 },
  {
    ...BASE,
    id: '3',
    how: 'canvas',
    width: 300,
    height: 150,
    originals: ['https://x.example/a.jpg'],
  },
];

let leave = new AbortController();

beforeEach(async () => {
  leave = new AbortController();
  await show('<button id="b">page</button><canvas id="c" width="300" height="150"></canvas>');
  byId('b').focus();
});

afterEach(() => {
  leave.abort();
  document.documentElement.removeAttribute('dir');
});

function open(options: Parameters<typeof chooseImage>[2] = {}) {
  let root: ShadowRoot | undefined;
  const chosen = chooseImage(CANDIDATES, words, {
    signal: leave.signal,
    onOpen: (opened) => {
      root = opened;
    },
    ...options,
  });
  if (!root) throw new Error('not open');
  return { root, chosen };
}

function selected(root: ShadowRoot): string | undefined {
  return root.querySelector('[aria-selected="true"]')?.id;
}

describe('by keyboard', () => {
  test.each<[string, string, string | undefined]>([
    ['the best at once', '{Enter}', '1'],
    ['the second', '{ArrowDown}{Enter}', '2'],
    ['round the end', '{ArrowUp}{Enter}', '3'],
    ['back', '{ArrowDown}{ArrowDown}{ArrowUp}{Enter}', '2'],
    ['the last and the first', '{End}{Home}{Enter}', '1'],
    ['with space', '{End} ', '3'],
    ['nothing', '{Escape}', undefined],
    ['Tab goes to Cancel', '{Tab}{Enter}', undefined],
    ['Tab stays inside', '{Tab}{Tab}{ArrowDown}{Enter}', '2'],
  ])('%s', async (_, keys, id) => {
    const { root, chosen } = open();
    await armed(root);
    await userEvent.keyboard(keys);
    expect((await chosen)?.id).toBe(id);
    expect(document.activeElement).toBe(byId('b'));
    expect(document.querySelectorAll('[popover]')).toHaveLength(0);
  });

  test('the page does not hear the keys', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen, true);
    const { root, chosen } = open();
    await armed(root);
    await userEvent.keyboard('{ArrowDown}a{Enter}');
    await chosen;
    document.removeEventListener('keydown', listen, true);
    expect(heard).toEqual([]);
  });
});

describe('by pointer', () => {
  function clickOn(element: Element | null | undefined): void {
    const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
    const at = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, composed: true };
    document.documentElement.dispatchEvent(new MouseEvent('click', at));
  }

  test('a row', async () => {
    const { root, chosen } = open({ isTrusted: () => true });
    await armed(root);
    clickOn(root.getElementById('option-1'));
    expect((await chosen)?.id).toBe('2');
  });

  test('Cancel, and beside the panel', async () => {
    const first = open({ isTrusted: () => true });
    clickOn(first.root.querySelector('button'));
    expect(await first.chosen).toBeUndefined();
    const second = open({ isTrusted: () => true });
    document.documentElement.dispatchEvent(
      new MouseEvent('click', { clientX: 5, clientY: 5, bubbles: true }),
    );
    expect(await second.chosen).toBeUndefined();
  });

  test('the page cannot click or press for the person', async () => {
    const { root, chosen } = open();
    await armed(root);
    clickOn(root.getElementById('option-1'));
    for (const key of ['Enter', 'Escape']) {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
      );
    }
    expect(await Promise.race([chosen, new Promise((r) => setTimeout(r, 50, 'open'))])).toBe(
      'open',
    );
  });
});

describe('what it shows', () => {
  test('names, sizes and kinds, as text', () => {
    const { root } = open();
    const dialog = root.querySelector('dialog');
    expect(dialog?.matches(':modal')).toBe(true);
    expect(root.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Which image?',
    );
    const list = root.querySelector('[role="listbox"]');
    expect(root.activeElement).toBe(list);
    expect(list?.getAttribute('aria-activedescendant')).toBe('option-0');
    const rows = [...root.querySelectorAll('[role="option"]')].map((row) =>
      [...row.querySelectorAll('span')].map((span) => span.textContent),
    );
    expect(rows).toEqual([
      ['Image', '1200 × 800', '<b>A cat</b>'],
      ['Background', 'Size unknown'],
      ['Canvas', '300 × 150', 'Larger original available'],
    ]);
    expect(selected(root)).toBe('option-0');
  });

  test('a size that only loading tells', async () => {
    const { root, chosen } = open();
    await expect.poll(() => root.querySelector('#option-1 .badge')?.textContent).toBe('60 × 40');
    await armed(root);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(await chosen).toMatchObject({ id: '2', width: 60, height: 40 });
  });

  test('which is the largest, as soon as every size is known', async () => {
    const { root } = open();
    const tags = () => [...root.querySelectorAll('.largest')].map((tag) => tag.closest('li')?.id);
    expect(tags()).toEqual([]);
    await expect.poll(tags).toEqual(['option-0']);
    expect(root.querySelector('.largest')?.textContent).toBe('Largest');
  });

  test.each<[string, [number, number][], number[]]>([
    [
      'the one with the most pixels',
      [
        [300, 200],
        [100, 900],
        [10, 10],
      ],
      [1],
    ],
    [
      'none of two that are as large',
      [
        [300, 200],
        [200, 300],
        [10, 10],
      ],
      [],
    ],
    ['none alone', [[300, 200]], []],
  ])('tagged is %s', (_, sizes, expected) => {
    let root: ShadowRoot | undefined;
    const candidates = sizes.map(([width, height], at) => ({
      ...BASE,
      id: String(at),
      how: 'canvas' as const,
      width,
      height,
    }));
    void chooseImage(candidates, words, {
      signal: leave.signal,
      onOpen: (opened) => {
        root = opened;
      },
    });
    const rows = [...(root?.querySelectorAll('li') ?? [])];
    expect(rows.flatMap((row, at) => (row.querySelector('.largest') ? [at] : []))).toEqual(
      expected,
    );
  });

  test('a canvas is drawn from the page', () => {
    const { root } = open({ elements: new Map([['3', byId('c')]]) });
    expect(root.querySelector('#option-2 canvas')).not.toBeNull();
    expect(root.querySelectorAll('img')).toHaveLength(2);
  });

  test('its looks hold against the page', async () => {
    const style = document.createElement('style');
    style.textContent =
      'div, dialog { display: none !important; opacity: 0 !important; width: 1px !important }';
    document.head.append(style);
    const { root } = open();
    const panel = root.querySelector('dialog')?.getBoundingClientRect();
    style.remove();
    expect(panel?.width).toBeGreaterThan(200);
  });

  test('reads from the left on a page that reads from the right, in its own language', async () => {
    document.documentElement.dir = 'rtl';
    const { root } = open();
    const size = root.querySelector('#option-0 .badge');
    expect(leftOf('1200', size)).toBeLessThan(leftOf('800', size));
    expect(root.querySelector('dialog')?.lang).toBe('en');
    const alt = root.querySelector('#option-0 .alt');
    expect(alt && getComputedStyle(alt).unicodeBidi).toBe('plaintext');
  });

  test('above a modal dialog of the page', async () => {
    await show('<dialog id="d"><button id="b">in it</button></dialog>');
    (byId('d') as HTMLDialogElement).showModal();
    const { root, chosen } = open();
    await armed(root);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect((await chosen)?.id).toBe('2');
    expect((byId('d') as HTMLDialogElement).open).toBe(true);
  });
});

describe('it ends', () => {
  test('when the page takes it away', async () => {
    const { root, chosen } = open();
    root.host.remove();
    expect(await chosen).toBeUndefined();
  });

  test('when the page closes the dialog it lies in', async () => {
    await show('<div id="wrap"><dialog id="d">page</dialog></div>');
    (byId('d') as HTMLDialogElement).showModal();
    const { chosen } = open();
    (byId('d') as HTMLDialogElement).close();
    expect(
      await Promise.race([chosen, new Promise((r) => setTimeout(r, 500, 'open'))]),
    ).toBeUndefined();
  });

  test('when told to, and without anything to choose', async () => {
    const { chosen } = open();
    leave.abort();
    expect(await chosen).toBeUndefined();
    expect(await chooseImage([], words)).toBeUndefined();
  });
});

test('looks the same under the strictest policy', async () => {
  await show(
    `<iframe id="f" srcdoc="<meta http-equiv='Content-Security-Policy' content=&quot;default-src 'none'&quot;><p>page</p>" style="width:600px;height:500px"></iframe>`,
  );
  const frame = byId('f') as HTMLIFrameElement;
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) throw new Error('no frame');
  // The same steps as overlay.ts and pick-mode.ts, in a document that allows no style at all.
  const host = view.document.createElement('div');
  host.style.setProperty('position', 'fixed', 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync('p { width: 123px }');
  root.adoptedStyleSheets = [sheet];
  const inner = view.document.createElement('p');
  root.append(inner);
  view.document.documentElement.append(host);
  expect(view.getComputedStyle(host).position).toBe('fixed');
  expect(view.getComputedStyle(inner).width).toBe('123px');
});
