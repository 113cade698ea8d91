import type { Target, Tool } from '@/lib/jimeng/model/tools';
import type { JobOptions, Upscaler } from '../model/job';
import type { AutomaticMemory, JobStore } from '../store/store';
import { chooseTool } from './automatic';

/** What one order cost, as seen in the balance. */
export interface SeenCost {
  credits: number;
  /** Unix ms. */
  at: number;
}

/** Costs that were seen, oldest first, by kind of order (`costKind`). */
export type CostLedger = Readonly<Record<string, readonly SeenCost[]>>;

/** How many orders of a kind are remembered: prices change, and a gift may once hide a cost. */
const REMEMBERED = 5;

/** Name of a kind of order in the ledger. */
export function costKind(tool: Tool, target: Target): string {
  return `${tool}/${target}`;
}

/** The ledger with one more cost. */
export function withCost(ledger: CostLedger, kind: string, cost: SeenCost): CostLedger {
  return { ...ledger, [kind]: [...(ledger[kind] ?? []), cost].slice(-REMEMBERED) };
}

/**
 * What such an order usually cost lately: the median of those that were seen, with the time of the
 * last; undefined if there were none. Automatic is taken for the upscaler it would begin with now.
 * @param now Unix ms
 */
export function knownCost(
  ledger: CostLedger,
  { target, upscaler }: Pick<JobOptions, 'target' | 'upscaler'>,
  automatic: AutomaticMemory | undefined,
  now: number,
): SeenCost | undefined {
  const order = { options: { target, upscaler, detail: 0 }, pastSubmissions: [] };
  const tool = chooseTool(order, automatic?.account ?? '', automatic, now);
  const seen = ledger[costKind(tool, target)] ?? [];
  const sorted = seen.map(({ credits }) => credits).sort((a, b) => a - b);
  const credits = sorted[Math.floor(sorted.length / 2)];
  const last = seen.at(-1);
  return credits === undefined || !last ? undefined : { credits, at: last.at };
}

const TARGETS: readonly Target[] = ['2k', '4k'];

/** What orders with an upscaler usually cost, by size, as far as that was ever seen. */
export type UsualCosts = Partial<Record<Target, SeenCost>>;

/** @param now Unix ms */
export async function usualCosts(
  store: Pick<JobStore, 'costs' | 'automatic'>,
  upscaler: Upscaler,
  now: number,
): Promise<UsualCosts> {
  const [ledger, automatic] = await Promise.all([store.costs(), store.automatic()]);
  const known = TARGETS.map((target) => {
    const cost = knownCost(ledger, { target, upscaler }, automatic, now);
    return cost && [target, cost];
  });
  return Object.fromEntries(known.filter((each) => each !== undefined));
}
