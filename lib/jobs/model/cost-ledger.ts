import type { Target, Tool } from '@/lib/jimeng/model/tools';

/** What one order cost, as seen in the balance. */
export interface SeenCost {
  credits: number;
  /** Unix ms. */
  at: number;
}

/** Observed costs, oldest first, by kind of order (`costKind`). */
export type CostLedger = Readonly<Record<string, readonly SeenCost[]>>;

/** How many orders per kind are remembered: prices change, and a gift may hide a cost. */
const REMEMBERED = 5;

/** Name of a kind of order in the ledger. */
export function costKind(tool: Tool, target: Target): string {
  return `${tool}/${target}`;
}

/** The ledger with one more cost. */
export function withCost(ledger: CostLedger, kind: string, cost: SeenCost): CostLedger {
  return { ...ledger, [kind]: [...(ledger[kind] ?? []), cost].slice(-REMEMBERED) };
}
