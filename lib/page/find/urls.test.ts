import { expect, test } from 'vitest';
import { imageUrl, looksLikeImage } from './urls';

const BASE = 'https://page.example/dir/';

test.each([
  ['a.jpg', 'https://page.example/dir/a.jpg'],
  ['//cdn.example/a.jpg', 'https://cdn.example/a.jpg'],
  [' data:image/png;base64,AA ', 'data:image/png;base64,AA'],
  ['blob:https://page.example/1', 'blob:https://page.example/1'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,<script>', undefined],
  ['file:///etc/passwd', undefined],
  ['chrome://settings', undefined],
  ['https://', undefined],
  ['', undefined],
  [null, undefined],
  [`https://x.example/${'a'.repeat(9000)}`, undefined],
])('%s', (address, expected) => {
  expect(imageUrl(address, BASE)).toBe(expected);
});

test('a local page may name local images', () => {
  expect(imageUrl('a.png', 'file:///home/me/page.html')).toBe('file:///home/me/a.png');
});

test.each([
  ['https://x.example/a.JPG', true],
  ['https://x.example/a.jpeg?v=1#x', true],
  ['https://x.example/media/1?format=jpg&name=orig', true],
  ['https://x.example/a?fm=webp', true],
  ['data:image/png;base64,AA', true],
  ['https://x.example/gallery', false],
  ['https://x.example/a.html?img=a.jpg', false],
  ['https://wiki.example/wiki/File:Cat.jpg', false],
  ['https://github.example/me/x/blob/main/cat.png', false],
  ['nonsense', false],
])('%s is an image: %s', (address, expected) => {
  expect(looksLikeImage(address)).toBe(expected);
});
