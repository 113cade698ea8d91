import { expect, it } from 'vitest';
import { plainText } from './plain-text';

it.each([
  ['direction overrides', 'photo\u202egpj.exe', 'photo gpj.exe'],
  ['isolates and marks', '\u2067a\u2069\u200f', 'a'],
  ['line breaks and controls', 'a\n\tb\u0000c', 'a b c'],
  ['invisible spaces', '\u200b\ufeff\u2060', ''],
  ['text of which nothing can be seen', '\u3164 \u2800\u034f\u200d\ufe0f\u115f', ''],
])('removes %s', (_, text, plain) => {
  expect(plainText(text)).toBe(plain);
});

it.each(['清晨的港口', 'صورة', '👩‍👩‍👧‍👦', '<b>&amp;'])('leaves %s as it is', (text) => {
  expect(plainText(text)).toBe(text);
});
