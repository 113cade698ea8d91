import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { byId, show } from '@/tests/support/page/fixture';
import { openOnly } from '../find/dom';
import { selectedNow } from './selection';

beforeEach(() => show(''));

afterEach(() => getSelection()?.removeAllRanges());

const TEXT = `<p id="first">One <img id="a"> two</p><p id="second">Three <img id="b"> four</p>
  <p id="third">Five <img id="c"> six</p>`;

function select(from: Node, start: number, to: Node, end: number): void {
  getSelection()?.setBaseAndExtent(from, start, to, end);
}

/** Ids of the images in the selection. */
function selected(images: Iterable<Element> = document.querySelectorAll('img')): string[] {
  const isSelected = selectedNow(document, openOnly);
  return Array.from(images)
    .filter((image) => isSelected(image))
    .map(({ id }) => id);
}

describe('the selection', () => {
  test('holds what lies between its ends', async () => {
    await show(TEXT);
    select(byId('first').lastChild as Node, 2, byId('third').firstChild as Node, 2);
    expect(selected()).toEqual(['b']);
  });

  test('holds an image at which it begins, and none at which it ends', async () => {
    await show(TEXT);
    select(byId('first'), 1, byId('second'), 1);
    expect(selected()).toEqual(['a']);
  });

  test('drawn from the end to the beginning is the same', async () => {
    await show(TEXT);
    select(byId('third').lastChild as Node, 2, byId('first').firstChild as Node, 1);
    expect(selected()).toEqual(['a', 'b', 'c']);
  });

  test('that is only a caret holds nothing', async () => {
    await show(TEXT);
    select(byId('second'), 0, byId('second'), 0);
    expect(selected()).toEqual([]);
  });

  test('is that of the moment: what comes into it later counts, what is selected later does not', async () => {
    await show(TEXT);
    select(byId('first'), 0, byId('second'), 3);
    const isSelected = selectedNow(document, openOnly);
    select(byId('third'), 0, byId('third'), 3);
    const late = document.createElement('img');
    byId('second').prepend(late);
    expect(isSelected(late)).toBe(true);
    expect(isSelected(byId('c'))).toBe(false);
  });
});

describe('across a shadow root', () => {
  async function withShadow(): Promise<ShadowRoot> {
    await show(
      '<p id="first">One <img id="a"></p><div id="host"></div><p id="last">End <img id="z"></p>',
    );
    const root = byId('host').attachShadow({ mode: 'open' });
    root.innerHTML = '<p>In <img id="in1"></p><p id="inner">In <img id="in2"> side</p>';
    return root;
  }

  const all = (root: ShadowRoot) => [
    ...document.querySelectorAll('img'),
    ...root.querySelectorAll('img'),
  ];

  test('it holds everything in a root between its ends', async () => {
    const root = await withShadow();
    select(byId('first'), 0, byId('last'), 1);
    expect(selected(all(root))).toEqual(['a', 'in1', 'in2']);
  });

  test('it ends in a root', async () => {
    const root = await withShadow();
    select(byId('first'), 0, root.querySelector('#inner') as Node, 1);
    expect(selected(all(root))).toEqual(['a', 'in1']);
  });

  test('it lies in a root', async () => {
    const root = await withShadow();
    select(root.querySelector('#inner') as Node, 0, root.querySelector('#inner') as Node, 3);
    expect(selected(all(root))).toEqual(['in2']);
  });
});
