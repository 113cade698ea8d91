import { expect, it } from 'vitest';
import { framePicture } from '@/tests/support/page-pictures';
import { estimate } from './estimate';
import { fold } from './fold';

const done = new Map([['https://gallery.example/a2.jpg', ['2k' as const]]]);
const picked = fold(
  [
    framePicture('a1', { width: 800, height: 600 }),
    framePicture('a2', { width: 800, height: 600 }),
    framePicture('a3', { width: 4000, height: 3000 }),
    framePicture('a4'),
  ],
  [1],
  done,
);
const usual = { target: '2k', hasLarge: false, hasDone: false } as const;
const seen = (credits: number) => ({ credits, at: 0 });
const ids = (made: ReturnType<typeof estimate>) => made.pictures.map(({ id }) => id);

it('leaves out what is large already or in the history, and counts it', () => {
  const made = estimate(picked, usual, { '2k': seen(3) }, 10);
  expect(ids(made)).toEqual(['a1', 'a4']);
  expect(made).toMatchObject({ large: 1, done: 1, cost: 6, left: 4 });
});

it('takes them where the person wants them', () => {
  expect(ids(estimate(picked, { ...usual, hasLarge: true }, {}, 10))).toEqual(['a1', 'a3', 'a4']);
  expect(ids(estimate(picked, { ...usual, hasDone: true }, {}, 10))).toEqual(['a1', 'a2', 'a4']);
});

it('judges both by the target', () => {
  const made = estimate(picked, { ...usual, target: '4k' }, { '2k': seen(3) }, 10);
  expect(ids(made)).toEqual(['a1', 'a2', 'a3', 'a4']);
  expect(made).not.toHaveProperty('cost');
  expect(made).not.toHaveProperty('left');
});

it('promises no remainder without a balance', () => {
  const made = estimate(picked, usual, { '2k': seen(0) }, undefined);
  expect(made).toMatchObject({ cost: 0 });
  expect(made).not.toHaveProperty('left');
});
