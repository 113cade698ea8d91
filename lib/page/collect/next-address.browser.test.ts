import { expect, test } from 'vitest';
import { nextAddress } from './reading';

/** An image of a document that loads nothing. */
function image(source: string, currentSrc: string): HTMLImageElement {
  const html = `<base href="https://page.example/"><img src="${source}">`;
  const [found] = new DOMParser().parseFromString(html, 'text/html').images;
  if (!found) throw new Error('no image');
  Object.defineProperty(found, 'currentSrc', { value: currentSrc });
  return found;
}

test.each([
  ['a.png', 'https://page.example/a.png', undefined],
  ['b.png', 'https://page.example/a.png', 'https://page.example/b.png'],
  // The browser has requested it with `https:`.
  ['http://other.example/a.png', 'https://other.example/a.png', undefined],
  ['http://other.example/b.png', 'https://other.example/a.png', 'http://other.example/b.png'],
  ['https://other.example/a.png', 'http://other.example/a.png', 'https://other.example/a.png'],
])('%s, while %s is shown: %s comes next', (source, shown, next) => {
  expect(nextAddress(image(source, shown))).toBe(next);
});
