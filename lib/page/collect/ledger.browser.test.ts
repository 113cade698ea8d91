import { beforeEach, expect, test } from 'vitest';
import { show } from '@/tests/support/page/fixture';
import { sampleReading } from '@/tests/support/page/reading';
import { Ledger, toCollected } from './ledger';
import type { Reading } from './reading';

const CDN = 'https://cdn.example';

beforeEach(() => show('<i></i><i></i><i></i>'));

const elements = () => Array.from(document.querySelectorAll('i'));

const reading = (path: string, width: number, height: number, changes: Partial<Reading> = {}) =>
  sampleReading(CDN + path, { width, height, ...changes });

const told = (ledger: Ledger) => ledger.changedSince(0).map(toCollected);

function setUp(): { ledger: Ledger; a: Element; b: Element } {
  const [a, b] = elements();
  if (!a || !b) throw new Error('no elements');
  return { ledger: new Ledger(() => false), a, b };
}

test('two sizes of one file are one picture: the larger', () => {
  const { ledger, a, b } = setUp();
  ledger.note(a, [reading('/x-300x200.jpg', 300, 200)]);
  ledger.note(b, [reading('/x-1200x800.jpg', 1_200, 800)]);
  expect(told(ledger)).toMatchObject([{ url: `${CDN}/x-1200x800.jpg`, width: 1_200 }]);
});

test('also if the size of one is known late', () => {
  const { ledger, a, b } = setUp();
  ledger.note(a, [reading('/x.jpg?w=300', 300, 200)]);
  ledger.note(b, [reading('/x.jpg?w=1200', 0, 0)]);
  expect(told(ledger)).toHaveLength(2);
  ledger.note(b, [reading('/x.jpg?w=1200', 1_200, 800)]);
  expect(told(ledger)).toMatchObject([{ width: 1_200 }]);
});

test('a preview that its own element replaces by a larger size keeps its id', () => {
  const { ledger, a } = setUp();
  ledger.note(a, [reading('/x.jpg?w=100', 99, 66)]);
  const [before] = told(ledger);
  ledger.note(a, [reading('/x.jpg?w=1200', 1_200, 800)]);
  expect(told(ledger)).toMatchObject([{ id: before?.id, width: 1_200 }]);
  expect(told(ledger)[0]?.isGone).toBeUndefined();
});

test('a picture that is gone is the same one when it comes back in another size', () => {
  const { ledger, a, b } = setUp();
  ledger.note(a, [reading('/x-300x200.jpg', 300, 200)]);
  a.remove();
  ledger.sweep();
  expect(told(ledger)).toMatchObject([{ isGone: true }]);
  ledger.note(b, [reading('/x-1200x800.jpg', 1_200, 800)]);
  expect(told(ledger)).toHaveLength(1);
  expect(told(ledger)[0]?.isGone).toBeUndefined();
});

test('equal bytes make one picture of two, and free what the second has kept', () => {
  const freed: (string | undefined)[] = [];
  const [a, b] = elements();
  const ledger = new Ledger(
    () => false,
    ({ captureKey }) => freed.push(captureKey),
  );
  const [first] = ledger.note(a as Element, [
    reading('/1', 0, 0, { keys: ['blob:1'], url: 'blob:1' }),
  ]);
  const [second] = ledger.note(b as Element, [
    reading('/2', 0, 0, { keys: ['blob:2'], url: 'blob:2' }),
  ]);
  if (!first || !second) throw new Error('not two pictures');
  ledger.learn(first, { captureKey: 'k1' }, 'bytes:1');
  ledger.learn(second, { captureKey: 'k2' });
  ledger.learn(second, {}, 'bytes:1');
  expect(told(ledger).map(({ captureKey }) => captureKey)).toEqual(['k1']);
  expect(freed).toEqual(['k2']);
  expect(first.nodes.size).toBe(2);
});

test('a picture that turns out to be another one names it', () => {
  const { ledger, a, b } = setUp();
  const [small] = ledger.note(a, [reading('/x.jpg?w=300', 300, 200)]);
  const [large] = ledger.note(b, [reading('/x.jpg?w=1200', 0, 0)]);
  for (const one of ledger.all) one.isTold = true;
  ledger.note(b, [reading('/x.jpg?w=1200', 1_200, 800)]);
  expect(ledger.joinedSince(0)).toEqual({ [large?.id ?? '']: small?.id });
});

test('a preview goes on as what its element shows next, unless other elements showed it as well', () => {
  const { ledger, a, b } = setUp();
  const preview = (path: string) => reading(path, 20, 15, { isStandIn: true });
  const [own] = ledger.note(a, [preview('/blurred.jpg')]);
  const [shared] = ledger.note(b, [preview('/spinner.gif')]);
  const third = elements()[2];
  if (third) ledger.note(third, [preview('/spinner.gif')]);
  for (const one of ledger.all) one.isTold = true;
  const [first] = ledger.note(a, [reading('/first.jpg', 800, 600)]);
  ledger.note(b, [reading('/second.jpg', 800, 600)]);
  if (third) ledger.note(third, [reading('/third.jpg', 800, 600)]);
  expect(ledger.joinedSince(0)).toEqual({ [own?.id ?? '']: first?.id });
  expect(ledger.droppedSince(0)).toEqual([own?.id, shared?.id]);
});
