import { describe, expect, it } from 'vitest';
import { fileNameText, plainText } from './plain-text';

describe('plainText', () => {
  it.each([
    ['direction overrides', 'photo\u202egpj.exe', 'photo gpj.exe'],
    ['isolates and marks', '\u2067a\u2069\u200f', 'a'],
    ['line breaks and controls', 'a\n\tb\u0000c', 'a b c'],
    ['invisible spaces', '\u200b\ufeff\u2060', ''],
    ['text without a visible character', '\u3164 \u2800\u034f\u200d\ufe0f\u115f', ''],
  ])('removes %s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it.each(['清晨的港口', 'صورة', 'می\u200cخواهم', '👩‍👩‍👧‍👦', '<b>&amp;'])('keeps %s', (text) => {
    expect(plainText(text)).toBe(text);
  });
});

describe('fileNameText', () => {
  it.each([
    ['direction overrides', 'photo\u202egpj.exe', 'photogpj.exe'],
    ['line breaks and controls', 'a\n\tb\u0000c', 'a bc'],
    ['joiners outside emoji', 'می\u200cخواهم a\u200db', 'میخواهم ab'],
    ['lone surrogates, private use and specials', 'a\ud83d\ue000\ufffdb', 'ab'],
    ['spaces that a removed character leaves', 'a \u0000 b', 'a b'],
    ['text without a visible character', '\u3164 \u2800\u034f\u200d\ufe0f\u115f', ''],
  ])('removes %s', (_, text, plain) => {
    expect(fileNameText(text)).toBe(plain);
  });

  it.each(['清晨的港口', 'صورة', '👩‍👩‍👧‍👦'])('keeps %s', (text) => {
    expect(fileNameText(text)).toBe(text);
  });
});
