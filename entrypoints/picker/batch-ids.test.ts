import { expect, it } from 'vitest';
import { fold } from '@/lib/picker/fold';
import { framePicture } from '@/tests/support/page-pictures';
import { createBatchIds } from './batch-ids';

const asking = (...ids: string[]) => ({
  pictures: fold(
    ids.map((id) => framePicture(id, { url: `https://x.example/${id}` })),
    [1],
    new Map(),
  ),
});

function idsFrom1() {
  let next = 0;
  return createBatchIds(() => `batch-${++next}`);
}

it('keeps the id of what is asked for again, until its batch is there', () => {
  const ids = idsFrom1();
  expect(ids.of(asking('a', 'b'), '2k')).toBe('batch-1');
  expect(ids.of(asking('a', 'b'), '2k')).toBe('batch-1');
  ids.settle();
  expect(ids.of(asking('a', 'b'), '2k')).toBe('batch-2');
});

it('gives other pictures, another order and another size an id of their own', () => {
  const ids = idsFrom1();
  const all = [
    ids.of(asking('a', 'b'), '2k'),
    ids.of(asking('a'), '2k'),
    ids.of(asking('b', 'a'), '2k'),
    ids.of(asking('b', 'a'), '4k'),
  ];
  expect(new Set(all).size).toBe(4);
});
