import { expect, test } from 'vitest';
import { cssLayers } from './css-value';

test.each([
  ['none', []],
  ['linear-gradient(red, blue)', []],
  ['repeating-linear-gradient(45deg, rgb(1, 2, 3), red 10px)', []],
  ['url("https://x.example/a.png")', [['https://x.example/a.png']]],
  ["url('a.png')", [['a.png']]],
  ['url(a.png)', [['a.png']]],
  ['url("a.png"), linear-gradient(red, blue), url("b.png")', [['a.png'], ['b.png']]],
  ['url("a(1),b.png")', [['a(1),b.png']]],
  ['url("a\\"b.png")', [['a"b.png']]],
  ['url("a\\000041 .png")', [['aA.png']]],
  ['image-set(url("a.png") 1x, url("b.png") 2x)', [['b.png', 'a.png']]],
  ['-webkit-image-set(url("a.png") 1x, url("b.png") 3x)', [['b.png', 'a.png']]],
  ['image-set("a.avif" 2dppx type("image/avif"), "b.png" 96dpi)', [['a.avif', 'b.png']]],
  ['url("unclosed', []],
] as const)('%s', (value, expected) => {
  expect(cssLayers(value)).toEqual(expected);
});
