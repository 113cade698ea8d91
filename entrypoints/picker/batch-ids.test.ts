import { expect, it, vi } from 'vitest';
import { fold } from '@/lib/picker/fold';
import { framePicture } from '@/tests/support/page-pictures';
import { createBatchIds, sendBatch } from './batch-ids';

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

it('gives a batch that may be there already the limit that the person chose since', async () => {
  const ids = idsFrom1();
  const send = vi.fn(async () => undefined as never).mockRejectedValueOnce(new Error('no answer'));
  const request = (budget?: number) => {
    const limit = budget === undefined ? {} : { budget };
    const id = ids.of({ ...asking('a', 'b'), ...limit }, '2k');
    const leftOut = { large: 0, known: 0 };
    return { id, name: '', target: '2k', leftOut, pictures: [], ...limit } as const;
  };
  const first = request(100);
  await expect(sendBatch(first, ids, send)).rejects.toThrow();
  const second = request(50);
  await sendBatch(second, ids, send);
  ids.settle();
  const third = request(20);
  await sendBatch(third, ids, send);
  expect(send.mock.calls).toEqual([
    ['addBatch', first],
    ['addBatch', second],
    ['setBatchBudget', { batchId: 'batch-1', budget: 50 }],
    ['addBatch', third],
  ]);
});
