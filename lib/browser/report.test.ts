import { afterEach, beforeEach, expect, it } from 'vitest';
import { report } from './report';

let written: unknown[][];
const { error: original } = globalThis.console;

beforeEach(() => {
  written = [];
  globalThis.console.error = (...args) => written.push(args);
});
afterEach(() => {
  globalThis.console.error = original;
});

it('writes name and message of an error and nothing that hangs on it', () => {
  const cause = new Error('secret-cause');
  const error = Object.assign(new TypeError('x is undefined', { cause }), {
    request: { headers: { cookie: 'sessionid=secret-cookie' } },
  });
  error.stack = 'secret-stack';
  report(error);
  expect(written).toEqual([['[upscale-with-dreamina] TypeError: x is undefined']]);
});

it.each([
  ['a word', 'sessionid=secret'],
  ['an object', { cookie: 'sessionid=secret' }],
  ['nothing', undefined],
])('does not write %s that was thrown', (_, thrown) => {
  report(thrown);
  expect(written).toEqual([['[upscale-with-dreamina] unknown error']]);
});
