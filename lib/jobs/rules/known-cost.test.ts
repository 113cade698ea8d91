import { describe, expect, it } from 'vitest';
import { type CostLedger, withCost } from '../model/cost-ledger';
import type { OrderKind } from '../model/order-kind';
import { knownCost, usualCosts } from './known-cost';

const NOW = 1_000_000;
const LEARNED = { account: 'me', tool: 'super-resolution', until: NOW + 1 } as const;

const site = 'jimeng';

function ledgerOf(kind: OrderKind, ...costs: number[]): CostLedger {
  return costs.reduce<CostLedger>(
    (ledger, credits, at) => withCost(ledger, kind, { credits, at }),
    {},
  );
}

const ledger = {
  ...ledgerOf({ site, tool: 'smart-hd', target: '2k' }, 1),
  ...ledgerOf({ site, tool: 'smart-hd', target: '4k' }, 4, 4, 2),
  ...ledgerOf({ site, tool: 'fast-hd', target: '2k' }, 0),
  ...ledgerOf({ site, tool: 'super-resolution', target: '2k' }, 3),
};

describe('the cost of an order', () => {
  it.each([
    ['2k', 'smart-hd', 1],
    ['4k', 'smart-hd', 4],
    ['2k', 'fast-hd', 0],
    ['4k', 'fast-hd', undefined],
    ['2k', 'auto', 1],
    ['4k', 'auto', 4],
  ] as const)('to %s with %s is %s', (target, upscaler, credits) => {
    const known = knownCost(ledger, { site, target, upscaler }, undefined, NOW);
    expect(known?.credits).toBe(credits);
  });

  it('is that of the upscaler which Automatic has learned to begin with', () => {
    const auto = { site, target: '2k', upscaler: 'auto' } as const;
    expect(knownCost(ledger, auto, LEARNED, NOW)?.credits).toBe(3);
    expect(knownCost(ledger, auto, LEARNED, NOW + 2)?.credits).toBe(1);
  });

  it('is the usual one: a single odd order does not change it, a new price soon does', () => {
    const kind = { site, tool: 'smart-hd', target: '2k' } as const;
    const of = (...costs: number[]) =>
      knownCost(
        ledgerOf(kind, ...costs),
        { site, target: '2k', upscaler: 'smart-hd' },
        undefined,
        NOW,
      )?.credits;
    expect(of(2, 2, 40)).toBe(2);
    expect(of(2, 2, 2, 2, 2, 5, 5, 5)).toBe(5);
  });

  it('is not known before the first order', () => {
    expect(knownCost({}, { site, target: '2k', upscaler: 'auto' }, undefined, NOW)).toBeUndefined();
  });
});

it('the usual costs name only sizes that were seen', async () => {
  const store = { costs: async () => ledger, automatic: async () => undefined };
  expect(await usualCosts(store, { site, upscaler: 'fast-hd' }, NOW)).toEqual({
    '2k': { credits: 0, at: 0 },
  });
  expect(await usualCosts(store, { site, upscaler: 'auto' }, NOW)).toMatchObject({
    '2k': { credits: 1 },
  });
  expect(await usualCosts(store, { site, upscaler: 'smart-hd' }, NOW)).toMatchObject({
    '2k': { credits: 1 },
    '4k': { credits: 4 },
  });
});
