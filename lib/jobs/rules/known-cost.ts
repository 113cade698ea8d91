import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Target } from '@/lib/jimeng/model/tools';
import type { AutomaticMemory } from '../model/automatic-memory';
import type { CostLedger, SeenCost } from '../model/cost-ledger';
import type { JobOptions, Upscaler } from '../model/job';
import { orderKind } from '../model/order-kind';
import { chooseTool } from './choose-tool';

/**
 * Recent cost of such an order: the median of the measured ones, with the time of the last; undefined
 * without any. Automatic counts as the upscaler it would begin with now.
 * @param now Unix ms
 */
export function knownCost(
  ledger: CostLedger,
  { site, target, upscaler }: Pick<JobOptions, 'target' | 'upscaler'> & { site: SiteName },
  automatic: AutomaticMemory | undefined,
  now: number,
): SeenCost | undefined {
  const order = { site, options: { target, upscaler, detail: 0 }, pastSubmissions: [] };
  const tool = chooseTool(order, automatic?.account ?? '', automatic, now);
  const seen = ledger[orderKind({ site, tool, target })] ?? [];
  const sorted = seen.map(({ credits }) => credits).sort((a, b) => a - b);
  const credits = sorted[Math.floor(sorted.length / 2)];
  const last = seen.at(-1);
  return credits === undefined || !last ? undefined : { credits, at: last.at };
}

const TARGETS: readonly Target[] = ['2k', '4k'];

/** Usual cost of orders with an upscaler, by size, as far as measured. */
export type UsualCosts = Partial<Record<Target, SeenCost>>;

/** @param now Unix ms */
export async function usualCosts(
  store: {
    costs(): Promise<CostLedger>;
    automatic(site: SiteName): Promise<AutomaticMemory | undefined>;
  },
  { site, upscaler }: { site: SiteName; upscaler: Upscaler },
  now: number,
): Promise<UsualCosts> {
  const [ledger, automatic] = await Promise.all([store.costs(), store.automatic(site)]);
  const known = TARGETS.map((target) => {
    const cost = knownCost(ledger, { site, target, upscaler }, automatic, now);
    return cost && [target, cost];
  });
  return Object.fromEntries(known.filter((each) => each !== undefined));
}
