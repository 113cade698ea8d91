import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json';

describe('parseJson', () => {
  it.each([
    ['a large id', '{"id":7412345678901234567}', { id: '7412345678901234567' }],
    ['a large negative id', '[-7412345678901234567]', ['-7412345678901234567']],
    ['the largest exact number', '9007199254740991', 9007199254740991],
    ['the first inexact number', '9007199254740992', '9007199254740992'],
    ['small numbers', '[0,-1,20,1.5,1e3,-2.5E-3]', [0, -1, 20, 1.5, 1000, -0.0025]],
    ['a long fraction', '[1.7412345678901234567]', [1.7412345678901235]],
    [
      'a large number with an exponent',
      '[7412345678901234567e1]',
      [Number('7412345678901234567e1')],
    ],
    ['digits in a string', '{"a":"7412345678901234567"}', { a: '7412345678901234567' }],
    [
      'digits in JSON in a string',
      JSON.stringify({ response: '{"id":7412345678901234567,"a":"\\"1"}' }),
      { response: '{"id":7412345678901234567,"a":"\\"1"}' },
    ],
    ['a backslash before the quote', '["\\\\",7412345678901234567]', ['\\', '7412345678901234567']],
    ['keys that are digits', '{"7412345678901234567":1}', { '7412345678901234567': 1 }],
  ])('keeps %s', (_, text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it.each(['', '<!doctype html>', '{"ret":"0","data":{"a', '[01]', '{"a":"b'])(
    'throws a SyntaxError for %j',
    (text) => {
      expect(() => parseJson(text)).toThrow(SyntaxError);
    },
  );

  it('takes time in proportion to the length of the text', () => {
    const long = '\\"'.repeat(200_000);
    expect(parseJson(`{"a":"${long}"}`)).toEqual({ a: '"'.repeat(200_000) });
    expect(() => parseJson(`{"a":"${long}`)).toThrow(SyntaxError);
    expect(() => parseJson('1'.repeat(400_000).concat('x'))).toThrow(SyntaxError);
  });
});
