import { expect, it } from 'vitest';
import { serverTime } from './server-time';

const MS = Date.UTC(2026, 8, 18, 9);

it.each([
  ['seconds', MS / 1000, MS],
  ['seconds as text', String(MS / 1000), MS],
  ['milliseconds', MS, MS],
  ['milliseconds as text', String(MS), MS],
  ['ISO', '2026-09-18T09:00:00Z', MS],
  ['ISO in Beijing', '2026-09-18T17:00:00+08:00', MS],
  ['an HTTP date', 'Fri, 18 Sep 2026 09:00:00 GMT', MS],
  ['words', 'soon', undefined],
  ['nothing', '', undefined],
  ['null', null, undefined],
  ['zero', 0, undefined],
  ['a negative number', '-5', undefined],
])('reads %s', (_, value, expected) => {
  expect(serverTime(value)).toBe(expected);
});
