import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { show } from '@/tests/support/page/fixture';
import { openOverlay } from './overlay';
import { PICK_STYLE } from './overlay-style';
import { TOAST_STYLE } from './toast-style';

let host: HTMLElement;
let root: ShadowRoot;
let remove: () => void;
const added: HTMLStyleElement[] = [];

function open(css = PICK_STYLE): void {
  const overlay = openOverlay(css, () => undefined);
  ({ host, root, remove } = overlay);
  const inner = document.createElement('p');
  inner.textContent = 'ours';
  root.append(inner);
}

function pageCss(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  added.push(style);
}

/** Everything a page can see of its looks, drawn or measured. */
function looks(): Record<string, string | number> {
  const computed = getComputedStyle(host);
  const all = Object.fromEntries(
    [...computed].map((name) => [name, computed.getPropertyValue(name)]),
  );
  const { x, y, width, height } = host.getBoundingClientRect();
  const inner = root.querySelector('p')?.getBoundingClientRect();
  return {
    ...all,
    x,
    y,
    width,
    height,
    innerWidth: inner?.width ?? 0,
    innerHeight: inner?.height ?? 0,
  };
}

beforeEach(() => show('<p>page</p>'));
afterEach(() => {
  remove();
  for (const style of added.splice(0)) style.remove();
});

const HIDING = [
  ['opacity', '0'],
  ['visibility', 'hidden'],
  ['display', 'none'],
  ['zoom', '0.01'],
  ['transform', 'scale(0)'],
  ['clip-path', 'inset(50%)'],
  ['filter', 'opacity(0)'],
  ['width', '1px'],
  ['inset', '100% 0 0 0'],
  ['pointer-events', 'none'],
  ['mix-blend-mode', 'difference'],
  ['content-visibility', 'hidden'],
  ['mask-image', 'linear-gradient(transparent, transparent)'],
  ['font-size', '0'],
  ['z-index', '-1'],
  ['translate', '-9999px 0'],
] as const;

describe.each([
  ['picker', PICK_STYLE],
  ['toast', TOAST_STYLE],
])('the page changes nothing about the host of the %s', (_, css) => {
  test.each(HIDING)('by script: %s', (property, value) => {
    open(css);
    const before = looks();
    host.style.setProperty(property, value, 'important');
    expect(looks()).toEqual(before);
  });

  test.each(HIDING)('by a sheet: %s', (property, value) => {
    open(css);
    const before = looks();
    pageCss(`html > div[popover] { ${property}: ${value} !important }`);
    expect(looks()).toEqual(before);
  });

  test.each(HIDING)('by an animation: %s', async (property, value) => {
    open(css);
    const before = looks();
    const animation = host.animate([{ [property]: value }, { [property]: value }], 10_000);
    await animation.ready;
    expect(looks()).toEqual(before);
    animation.cancel();
  });

  test.each(HIDING)('by a transition: %s', async (property, value) => {
    open(css);
    const before = looks();
    pageCss('html > div[popover] { transition: all 100s !important }');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    host.style.setProperty(property, value, 'important');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(looks()).toEqual(before);
  });
});

test.each(['::before', '::after'])('the page draws nothing into it by %s', (pseudo) => {
  open();
  pageCss(
    `[popover]${pseudo} { content: "Press Enter" !important; position: fixed !important; inset: 0 !important; background: #fff !important }`,
  );
  expect(getComputedStyle(host, pseudo).content).toBe('none');
});

test('nothing of it stands in an attribute that the page could copy', () => {
  open();
  expect(host.getAttributeNames()).toEqual(['popover']);
});
