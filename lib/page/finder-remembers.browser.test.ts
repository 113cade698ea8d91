import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { byId, show } from '@/tests/support/page/fixture';
import { pointed } from '@/tests/support/page/pointed';
import { rememberPresses } from './find/last-press';
import { createFinder } from './finder';

const BLANK = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const addressOf = (id: string) => `https://x.example/${id}.jpg`;

/** Nothing but the press tells these apart. */
function waiting(id: string, left: number): string {
  const box = `position:absolute;left:${left}px;top:60px;width:200px;height:150px`;
  return `<img id="${id}" src="${BLANK}" data-src="${addressOf(id)}" style="${box}">`;
}

/** The finder of a background that had to be started, with the pointer on the entry of the menu. */
function findLate(named: { srcUrl?: string; linkUrl?: string } = { srcUrl: BLANK }) {
  pointed({ certainty: 'point', point: { x: 120, y: 100 }, element: byId('a'), isMenu: true });
  const finder = createFinder({
    send: () => {},
    onOrphaned: () => {},
    onCovered: () => {},
    onHidden: () => {},
  });
  return finder.find({ ...named, isLate: true });
}

const pressOn = (id: string) => userEvent.click(byId(id), { button: 'right' });

/** The listeners of earlier tests stay, which does not matter: each writes to a memory of its own. */
function startAnew(): void {
  delete (globalThis as { upscalePresses?: object }).upscalePresses;
  rememberPresses();
}

describe('a frame that remembers where the menu was opened', () => {
  beforeAll(() => document.addEventListener('contextmenu', (event) => event.preventDefault()));
  beforeEach(async () => {
    await show(waiting('a', 20) + waiting('b', 240));
    startAnew();
  });

  test('knows which of two equal images was pressed', async () => {
    await pressOn('a');
    await pressOn('b');
    expect(await findLate()).toMatchObject({ winner: { url: addressOf('b') } });
  });

  test('knows it in a shadow root', async () => {
    byId('b').remove();
    const host = document.createElement('x-card');
    byId('a').after(host);
    host.attachShadow({ mode: 'open' }).innerHTML = waiting('b', 240);
    await userEvent.click(host.shadowRoot?.getElementById('b') as Element, { button: 'right' });
    expect(await findLate()).toMatchObject({ winner: { url: addressOf('b') } });
  });

  test('follows the image when the page has moved since', async () => {
    await pressOn('b');
    byId('a').style.left = '240px';
    byId('b').style.left = '20px';
    expect(await findLate()).toMatchObject({ winner: { url: addressOf('b') } });
  });

  test('believes no event that the page has made', async () => {
    await pressOn('b');
    const at = { clientX: 120, clientY: 100, bubbles: true };
    byId('a').dispatchEvent(new MouseEvent('contextmenu', at));
    expect(await findLate()).toMatchObject({ winner: { url: addressOf('b') } });
  });

  test('asks if the image is gone', async () => {
    await pressOn('b');
    byId('b').remove();
    document.body.insertAdjacentHTML('beforeend', waiting('c', 240));
    expect((await findLate()).winner).toBeUndefined();
  });

  test('asks if the menu names something else than is there', async () => {
    await pressOn('b');
    const named = { srcUrl: BLANK, linkUrl: 'https://x.example/' };
    expect((await findLate(named)).winner).toBeUndefined();
  });

  test('asks if the page has kept the last press from it', async () => {
    let isStopping = false;
    const stop = (event: Event) => {
      if (isStopping) event.stopImmediatePropagation();
    };
    window.addEventListener('contextmenu', stop, true);
    startAnew();
    await pressOn('a');
    expect(await findLate()).toMatchObject({ winner: { url: addressOf('a') } });
    isStopping = true;
    await pressOn('b');
    window.removeEventListener('contextmenu', stop, true);
    expect((await findLate()).winner).toBeUndefined();
  });

  test('asks about what was pressed before it began to remember', async () => {
    delete (globalThis as { upscalePresses?: object }).upscalePresses;
    await pressOn('b');
    rememberPresses();
    expect((await findLate()).winner).toBeUndefined();
  });
});
