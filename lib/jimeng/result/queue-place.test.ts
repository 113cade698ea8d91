import * as v from 'valibot';
import { expect, it } from 'vitest';
import { HistoryRecord } from '../model/schemas';
import { queuePlace } from './queue-place';

const placeIn = (queue_info: unknown) =>
  queuePlace(v.parse(HistoryRecord, { queue_info }).queue_info);

it('tells where a task waits, of how many', () => {
  const info = { queue_idx: 12, queue_length: 340, queue_status: 1 };
  expect(placeIn(info)).toEqual({ place: 12, length: 340 });
  expect(placeIn({ queue_idx: '4231', queue_length: '141681' })).toEqual({
    place: 4231,
    length: 141681,
  });
});

it.each([
  ['no length', { queue_idx: 12 }],
  ['a length that is too short', { queue_idx: 12, queue_length: 3 }],
  ['a length of another type', { queue_idx: 12, queue_length: {} }],
])('tells the place alone with %s', (_, info) => {
  expect(placeIn(info)).toEqual({ place: 12 });
});

it.each([
  ['nothing', undefined],
  ['another type', []],
  ['null for the place', { queue_idx: null, queue_length: 340 }],
  ['place 0', { queue_idx: 0, queue_length: 340, queue_status: 1 }],
  ['a place below 0', { queue_idx: -1, queue_length: 340 }],
  ['half a place', { queue_idx: 1.5, queue_length: 340 }],
  ['a task that has begun', { queue_idx: 12, queue_length: 340, queue_status: 2 }],
  ['a finished task', { queue_idx: 12, queue_length: 340, queue_status: 3 }],
])('tells no place with %s', (_, info) => {
  expect(placeIn(info)).toBeUndefined();
});
