import { beforeEach, describe, expect, test } from 'vitest';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { type Found, findAt } from './find';

const BEHIND = picture(900, 700);
const FRONT = picture(300, 200, 'crimson');
const AT = { x: 200, y: 150 };
const BACK = `<img src="${BEHIND}" style="position:absolute;left:0;top:0;width:100vw;height:100vh">`;
const MIDDLE =
  'position:fixed;left:50px;top:50px;width:300px;height:200px;margin:0;border:0;padding:0';
const FILL = `background:url(${FRONT}) center/cover`;

async function open(html: string, script?: (front: HTMLElement) => void): Promise<void> {
  await show(BACK + html);
  script?.(byId('front'));
}

/** By the point of the click, and by the element alone. */
function both(): Found['finding'][] {
  return [findAt(AT).finding, findAt(undefined, { element: byId('front') }).finding];
}

const popover = (element: HTMLElement) => element.showPopover();
const dialog = (element: HTMLElement) => (element as HTMLDialogElement).showModal();

beforeEach(() => {
  document.body.replaceChildren();
});

describe('the image in front wins over a larger one behind it', () => {
  test.each<[string, string, ((front: HTMLElement) => void)?]>([
    [
      'in a lightbox',
      `<div style="position:fixed;inset:0;background:#000d"><img id="front" style="${MIDDLE}" src="${FRONT}"></div>`,
    ],
    [
      'in an opaque lightbox',
      `<div style="position:fixed;inset:0;background:#fff"><img id="front" style="${MIDDLE}" src="${FRONT}"></div>`,
    ],
    ['in a popover', `<div id="front" popover="manual" style="${MIDDLE};${FILL}"></div>`, popover],
    ['in a dialog', `<dialog id="front" style="${MIDDLE};${FILL}"></dialog>`, dialog],
    [
      'in a box that calls itself modal',
      `<div aria-modal="true" style="position:fixed;inset:0;background:#0008"><div id="front" style="${MIDDLE};${FILL}"></div></div>`,
    ],
    [
      'as the upper of two backgrounds',
      `<div style="position:fixed;inset:0;background:url(${picture(800, 600, 'navy')}) center/cover"><div id="front" style="${MIDDLE};${FILL}"></div></div>`,
    ],
  ])('%s', async (_, html, script) => {
    await open(html, script);
    for (const finding of both()) expect(finding.winner?.url).toBe(FRONT);
  });
});

describe('a hidden image never wins', () => {
  test.each<[string, string, ((front: HTMLElement) => void)?]>([
    ['behind a popover', `<div id="front" popover="manual" style="${MIDDLE}">Words</div>`, popover],
    ['behind a dialog', `<dialog id="front" style="${MIDDLE}">Words</dialog>`, dialog],
    [
      'behind a box that calls itself modal',
      `<div id="front" role="dialog" aria-modal="true" style="${MIDDLE};background:#fff">Words</div>`,
    ],
    [
      'behind a box that fills the view',
      '<div id="front" style="position:fixed;inset:0;background:#fff">Words</div>',
    ],
  ])('%s', async (_, html, script) => {
    await open(html, script);
    for (const { winner, candidates } of both()) {
      expect(winner).toBeUndefined();
      expect(candidates.every(({ isHidden }) => isHidden)).toBe(true);
    }
  });
});

test('a transparent box in front hides nothing', async () => {
  await open(`<div id="front" style="${MIDDLE}"></div>`);
  for (const finding of both()) expect(finding.winner?.url).toBe(BEHIND);
});
