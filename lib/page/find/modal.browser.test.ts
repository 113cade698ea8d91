import { beforeEach, describe, expect, test } from 'vitest';
import { byId, imagesLoaded, picture, show } from '@/tests/support/page/fixture';
import { findAt, listVisible } from './find';

const BEHIND = picture(600, 400);
const IN_FRONT = picture(300, 200, 'crimson');
const BACK = `<img id="behind" src="${BEHIND}" style="position:absolute;left:0;top:0;width:600px;height:400px">`;
const DIALOG = 'position:fixed;inset:0 auto auto 0;width:420px;height:280px;margin:40px;';
const AT = { x: 200, y: 150 };

async function open(inside: string, style = ''): Promise<void> {
  await show(`${BACK}<dialog id="d" style="${DIALOG}${style}">${inside}</dialog>`);
  (byId('d') as HTMLDialogElement).showModal();
}

const urls = (found = findAt(AT)) => found.finding.candidates.map(({ url }) => url);
const winner = () => findAt(AT).finding.winner?.url;

beforeEach(() => {
  document.body.replaceChildren();
});

describe('behind a modal dialog', () => {
  test.each<[string, string, string]>([
    ['only text', '<p>Sign in to go on</p>', ''],
    ['a background', '', `background:url(${IN_FRONT}) center/cover`],
    ['a drawing', '<svg width="300" height="200"><rect width="300" height="200"/></svg>', ''],
    ['a blurry picture', `<img src="${picture(30, 20)}" style="width:300px;height:200px">`, ''],
    ['a good picture', `<img src="${IN_FRONT}" width="300" height="200">`, ''],
  ])('the page is never meant: the dialog holds %s', async (_, inside, style) => {
    await open(inside, style);
    expect(urls()).not.toContain(BEHIND);
    const byElement = findAt(undefined, { element: byId('d') });
    expect(urls(byElement)).not.toContain(BEHIND);
    expect(urls(listVisible())).not.toContain(BEHIND);
  });

  test('nor on the backdrop', async () => {
    await open('<p>Sign in</p>');
    expect(urls(findAt({ x: 10, y: 10 }))).toEqual([]);
  });

  test('the picture in the dialog wins', async () => {
    await open(`<img src="${IN_FRONT}" width="300" height="200">`);
    expect(winner()).toBe(IN_FRONT);
  });

  test('so does one that a slot shows in it', async () => {
    await show(
      `${BACK}<x-modal id="host"><img src="${IN_FRONT}" width="300" height="200"></x-modal>`,
    );
    const root = byId('host').attachShadow({ mode: 'open' });
    root.innerHTML = `<dialog style="${DIALOG}"><slot></slot></dialog>`;
    root.querySelector('dialog')?.showModal();
    await imagesLoaded(document);
    expect(urls()).toEqual([IN_FRONT]);
  });

  test('of two dialogs the one that was opened last counts, wherever it stands', async () => {
    await show(`<dialog id="late" style="${DIALOG}"><img src="${IN_FRONT}" width="300" height="200"></dialog>
      <dialog id="early" style="${DIALOG}"><img src="${BEHIND}" width="300" height="200"></dialog>`);
    (byId('early') as HTMLDialogElement).showModal();
    (byId('late') as HTMLDialogElement).showModal();
    expect(urls()).toEqual([IN_FRONT]);
  });

  test('a dialog that is not modal leaves the page usable', async () => {
    await show(`${BACK}<dialog id="d" style="${DIALOG}"><p>Hint</p></dialog>`);
    (byId('d') as HTMLDialogElement).show();
    expect(urls()).toContain(BEHIND);
  });

  test('a frame has a dialog of its own', async () => {
    await show(`<iframe id="f" style="width:600px;height:400px;border:0"></iframe>`);
    const inner = (byId('f') as HTMLIFrameElement).contentDocument as Document;
    inner.body.innerHTML = `${BACK}<dialog style="${DIALOG}"><p>Sign in</p></dialog>`;
    inner.querySelector('dialog')?.showModal();
    await imagesLoaded(inner);
    expect(urls()).not.toContain(BEHIND);
  });
});

describe('what the page has made inert', () => {
  test('is no rival: not even a larger picture behind a translucent box', async () => {
    await show(
      `<main inert>${BACK}</main><div style="position:fixed;inset:0;background:#0008"><div style="${DIALOG}position:absolute;background:url(${IN_FRONT}) center/cover"></div></div>`,
    );
    expect(winner()).toBe(IN_FRONT);
  });

  test('never wins, and may be chosen', async () => {
    await show(
      `<main inert>${BACK}</main><div style="${DIALOG}position:fixed;background:#fff">Text</div>`,
    );
    expect(winner()).toBeUndefined();
    expect(urls()).toEqual([BEHIND]);
  });

  test('loses against the picture in front of it', async () => {
    await show(
      `<main inert>${BACK}</main><img src="${IN_FRONT}" style="position:absolute;left:40px;top:40px;width:300px;height:200px">`,
    );
    expect(winner()).toBe(IN_FRONT);
  });
});
