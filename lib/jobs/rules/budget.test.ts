import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import type { CostLedger } from '../model/cost-ledger';
import type { Job } from '../model/job';
import type { OrderRecord } from '../model/order-record';
import { countsFor, highestCost, judgeOrder, type KnownOrder } from './budget';

const KIND = 'jimeng/smart-hd/2k';
const ledgerOf = (...prices: number[]): CostLedger => ({
  [KIND]: prices.map((credits, at) => ({ credits, at })),
});

function order(facts: Partial<OrderRecord> = {}, job?: Job): KnownOrder {
  const record = {
    submitId: 's',
    jobId: 'j',
    site: 'jimeng',
    account: 'a',
    kind: KIND,
    at: 1,
  } as const;
  return { record: { ...record, ...facts }, job };
}

function rowWith(outcome: 'refused' | 'failed' | 'unconfirmed', changes: Partial<Job> = {}): Job {
  const submission = { submitId: 's', tool: 'smart-hd', at: 1, outcome } as const;
  return sampleJob({ ...ENDED.failed, submission, ...changes });
}

const FACTS = {
  ledger: ledgerOf(2),
  kind: KIND,
  isUnderWay: false,
  isBalanceRead: true,
};
const limit = (credits: number, ...orders: KnownOrder[]) => [
  { by: 'budget' as const, credits, orders },
];

describe('what an order counts for', () => {
  it.each([
    ['its price, once that is known', order({ expected: 2, price: 9 }), 9],
    ['what was set aside until then', order({ expected: 2 }), 2],
    ['the highest price seen, if nothing was set aside', order(), 2],
    ['nothing if it was refused', order({ expected: 2 }, rowWith('refused')), 0],
    ['what was set aside if it is unclear', order({ expected: 2 }, rowWith('unconfirmed')), 2],
    ['what was set aside if it failed', order({ expected: 2 }, rowWith('failed')), 2],
  ])('is %s', (_, known, credits) => {
    expect(countsFor(known, FACTS.ledger)).toBe(credits);
  });

  it('is nothing once its credits came back', () => {
    const failure = { code: 'generation-failed', at: 'generating', charged: 'maybe' } as const;
    const job = rowWith('failed', { failure: { ...failure, refund: 'yes' } });
    expect(countsFor(order({ price: 9 }, job), FACTS.ledger)).toBe(0);
  });

  it('is unknown without any price', () => {
    expect(countsFor(order(), {})).toBeUndefined();
  });
});

describe('the next order', () => {
  it('may go, and is said to be the last one for now, if only one more fits', () => {
    const limits = limit(10, order({ expected: 2 }), order({ expected: 4 }));
    expect(judgeOrder({ ...FACTS, limits })).toEqual({ may: 'order', expected: 2, isLast: false });
    expect(judgeOrder({ ...FACTS, limits: limit(9, ...(limits[0]?.orders ?? [])) })).toEqual({
      may: 'order',
      expected: 2,
      isLast: true,
    });
  });

  it('waits for those under way near the limit, or while its price is unknown', () => {
    const facts = { ...FACTS, isUnderWay: true };
    expect(judgeOrder({ ...facts, limits: limit(3) }).may).toBe('wait');
    expect(judgeOrder({ ...facts, ledger: {}, limits: limit(30) }).may).toBe('wait');
  });

  it('goes alone once, to show its price; if that does not show, the batch pauses', () => {
    const facts = { ...FACTS, ledger: {} };
    expect(judgeOrder({ ...facts, limits: limit(30) })).toEqual({ may: 'order', isLast: true });
    const limits = limit(30, order());
    expect(judgeOrder({ ...facts, limits })).toEqual({ may: 'pause', by: 'price' });
    expect(judgeOrder({ ...facts, limits, priceAcceptedAt: 2 }).may).toBe('order');
  });

  it('names the limit that it would pass', () => {
    const limits = [...limit(10), { by: 'day' as const, credits: 1, orders: [] }];
    expect(judgeOrder({ ...FACTS, limits })).toEqual({ may: 'pause', by: 'day' });
  });

  it('never passes a limit by what is known', () => {
    const amount = fc.nat(20);
    const known = fc.array(
      fc.record({ expected: amount, price: fc.option(amount, { nil: undefined }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        known,
        fc.nat(100),
        fc.array(amount, { minLength: 1 }),
        fc.boolean(),
        (sets, budget, prices, isUnderWay) => {
          const ledger = ledgerOf(...prices);
          const orders = sets.map(({ expected, price }) =>
            order({ expected, ...(price !== undefined && { price }) }),
          );
          const verdict = judgeOrder({
            ...FACTS,
            ledger,
            isUnderWay,
            limits: limit(budget, ...orders),
          });
          const spent = sets.reduce((sum, { expected, price }) => sum + (price ?? expected), 0);
          const next = highestCost(ledger, KIND) ?? 0;
          if (verdict.may === 'order') expect(spent + next).toBeLessThanOrEqual(budget);
          if (verdict.may === 'pause') expect(spent + next).toBeGreaterThan(budget);
          if (verdict.may === 'wait') expect(isUnderWay).toBe(true);
        },
      ),
    );
  });
});
