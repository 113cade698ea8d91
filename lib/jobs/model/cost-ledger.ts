import type { Target, Tool } from '@/lib/jimeng/model/tools';

/** Cost of one order, measured as the change of the balance. */
export interface SeenCost {
  credits: number;
  /** Unix ms. */
  at: number;
}

/** Measured costs, oldest first, by kind of order (`costKind`). */
export type CostLedger = Readonly<Record<string, readonly SeenCost[]>>;

/** Costs kept per kind of order. Prices change, and a gift of credits can distort one measurement. */
const REMEMBERED = 5;

/** Name of a kind of order in the ledger. */
export function costKind(tool: Tool, target: Target): string {
  return `${tool}/${target}`;
}

/** The ledger with one more cost. */
export function withCost(ledger: CostLedger, kind: string, cost: SeenCost): CostLedger {
  return { ...ledger, [kind]: [...(ledger[kind] ?? []), cost].slice(-REMEMBERED) };
}
