import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { armed, byId, picture, show } from '@/tests/support/page/fixture';
import { TEST_WORDS } from '@/tests/support/page/test-words';
import type { Candidate } from '../find/candidate';
import { chooseImage } from './chooser';
import { pickImage } from './pick-mode';
import { wordsFrom } from './words';

const words = wordsFrom(TEST_WORDS);
const SHOWN = picture(60, 40);
const CANDIDATES: Candidate[] = ['1', '2'].map((id) => ({
  id,
  how: 'img',
  url: SHOWN,
  width: 60,
  height: 40,
  shownWidth: 60,
  shownHeight: 40,
  rect: { x: 0, y: 0, width: 60, height: 40, devicePixelRatio: 1 },
  originals: [],
  distance: 0,
  score: 1_000,
}));

/** One of ours, opened in the page. */
interface Opened {
  root: ShadowRoot;
  /** What came of it; undefined as long as it is open. */
  end: 'chosen' | 'left' | undefined;
  wasCovered: boolean;
  /** A place of the viewport where a click chooses. */
  at: { x: number; y: number };
}

const KINDS = ['chooser', 'picker'] as const;
let leave: AbortController;
let hostile: (() => void)[];

beforeEach(async () => {
  leave = new AbortController();
  hostile = [];
  await show(
    `<input id="field"><img src="${SHOWN}" style="position:absolute;left:20px;top:60px;width:200px;height:120px">`,
  );
});

afterEach(() => {
  for (const stop of hostile) stop();
  leave.abort();
  vi.restoreAllMocks();
});

function open(kind: (typeof KINDS)[number], more: { isTrusted?: () => boolean } = {}): Opened {
  let root: ShadowRoot | undefined;
  const opened: Opened = {
    root: undefined as unknown as ShadowRoot,
    end: undefined,
    wasCovered: false,
    at: { x: 100, y: 100 },
  };
  const options = {
    ...more,
    signal: leave.signal,
    onOpen: (shown: ShadowRoot) => {
      root = shown;
    },
    onCovered: () => {
      opened.wasCovered = true;
    },
  };
  const outcome: Promise<unknown> =
    kind === 'chooser' ? chooseImage(CANDIDATES, words, options) : pickImage(words, options);
  void outcome.then((chosen) => {
    opened.end = chosen ? 'chosen' : 'left';
  });
  if (!root) throw new Error('not open');
  opened.root = root;
  const row = root.getElementById('option-1')?.getBoundingClientRect();
  if (row) opened.at = { x: row.x + row.width / 2, y: row.y + row.height / 2 };
  return opened;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const click = ({ at }: Opened) =>
  userEvent.click(document.documentElement, { position: at, force: true });

/** A page that shows something over everything, through which a real click falls. */
function cover(parent: Element | ShadowRoot = document.documentElement): HTMLElement {
  const above = document.createElement('div');
  above.popover = 'manual';
  above.style.cssText =
    'position:fixed;inset:0;width:auto;height:auto;pointer-events:none;background:#fff';
  above.textContent = 'Press here to go on';
  parent.append(above);
  hostile.push(() => above.remove());
  above.showPopover();
  return above;
}

describe.each(KINDS)('the %s', (kind) => {
  const key = kind === 'chooser' ? '{Enter}' : '{Tab}{Enter}';

  test('takes a click and a key once it has been seen', async () => {
    const first = open(kind);
    await armed(first.root);
    await click(first);
    await expect.poll(() => first.end).toBe('chosen');
    const second = open(kind);
    await armed(second.root);
    await userEvent.keyboard(key);
    await expect.poll(() => second.end).toBe('chosen');
  });

  test('takes none in the first half second', async () => {
    const opened = open(kind);
    await click(opened);
    await userEvent.keyboard(key);
    await pause(50);
    expect(opened.end).toBeUndefined();
  });

  test('takes none that was made while the page held its first frame back', async () => {
    const opened = open(kind);
    const pressed = userEvent.keyboard(key);
    const until = performance.now() + 1_200;
    while (performance.now() < until);
    await pressed;
    await pause(50);
    expect(opened.end).toBeUndefined();
  });

  test('takes none right after a stall: the page may have shown something meanwhile', async () => {
    const opened = open(kind);
    await armed(opened.root);
    const above = cover();
    await pause(30);
    const clicked = click(opened);
    const until = performance.now() + 1_500;
    while (performance.now() < until);
    above.remove();
    await clicked;
    await pause(50);
    expect(opened.end).toBeUndefined();
  });

  test('takes no key that was pressed before it, nor one that repeats', async () => {
    const opened = open(kind, { isTrusted: () => true });
    await armed(opened.root);
    const press = (type: string, repeat = false) =>
      window.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', repeat, bubbles: true }));
    press('keyup');
    press('keydown', true);
    press('keydown', true);
    press('keyup');
    await pause(50);
    expect(opened.end).toBeUndefined();
  });

  test.each<[string, () => void]>([
    ['above it', () => cover()],
    [
      'above it, in a shadow root',
      () => {
        const host = document.createElement('div');
        document.body.append(host);
        hostile.push(() => host.remove());
        cover(host.attachShadow({ mode: 'open' }));
      },
    ],
    [
      'above it whenever it is raised',
      () => {
        const above = cover();
        const again = setInterval(() => {
          above.hidePopover();
          above.showPopover();
        }, 5);
        hostile.push(() => clearInterval(again));
      },
    ],
  ])('takes no click that falls through something %s', async (_, act) => {
    const opened = open(kind);
    await armed(opened.root);
    act();
    await pause(150);
    await click(opened);
    await userEvent.keyboard(key);
    await pause(50);
    expect(opened.end).not.toBe('chosen');
  });

  test('ends with a word where the page keeps covering it', async () => {
    const opened = open(kind);
    await armed(opened.root);
    const above = cover();
    const again = setInterval(() => {
      above.hidePopover();
      above.showPopover();
    }, 20);
    hostile.push(() => clearInterval(again));
    await expect.poll(() => opened.end).toBe('left');
    expect(opened.wasCovered).toBe(true);
  });

  test('comes back on top of what was shown once, and then takes a choice', async () => {
    const opened = open(kind);
    await armed(opened.root);
    cover();
    await pause(200);
    await armed(opened.root);
    await pause(700);
    await armed(opened.root);
    await click(opened);
    await expect.poll(() => opened.end).toBe('chosen');
    expect(opened.wasCovered).toBe(false);
  });

  test('is usable above what was there before', async () => {
    cover();
    const opened = open(kind);
    await pause(700);
    await armed(opened.root);
    await click(opened);
    await expect.poll(() => opened.end).toBe('chosen');
  });

  test('comes back where the page takes it out of the top layer', async () => {
    const opened = open(kind);
    await armed(opened.root);
    (opened.root.host as HTMLElement).hidePopover();
    await expect.poll(() => opened.root.host.matches(':popover-open')).toBe(true);
    expect(opened.end).toBeUndefined();
  });

  test('closes after a minute without input', async () => {
    const opened = open(kind);
    await armed(opened.root);
    const now = performance.now.bind(performance);
    let later = 55_000;
    vi.spyOn(performance, 'now').mockImplementation(() => now() + later);
    await pause(400);
    expect(opened.end).toBeUndefined();
    later = 61_000;
    await expect.poll(() => opened.end).toBe('left');
    expect(opened.wasCovered).toBe(false);
  });

  test('can be left at once', async () => {
    const opened = open(kind);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => opened.end).toBe('left');
  });
});

test('a key typed into a field that the page has focused picks nothing', async () => {
  const opened = open('picker');
  await armed(opened.root);
  await userEvent.keyboard('{Tab}');
  byId('field').focus();
  await userEvent.keyboard('a b{Enter}');
  await pause(50);
  expect(opened.end).toBeUndefined();
});

test('a view transition lies above the chooser', async () => {
  const opened = open('chooser');
  await armed(opened.root);
  const style = document.createElement('style');
  style.textContent =
    '::view-transition { pointer-events: none } ::view-transition-group(*) { animation-duration: 4s }';
  document.head.append(style);
  const transition = document.startViewTransition(() => undefined);
  hostile.push(() => {
    transition.skipTransition();
    style.remove();
  });
  await transition.ready;
  await click(opened);
  await pause(50);
  expect(opened.end).not.toBe('chosen');
});
