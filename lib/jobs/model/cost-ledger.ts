import { type OrderKind, orderKind } from './order-kind';

/** Cost of one order, measured as the change of the balance. */
export interface SeenCost {
  credits: number;
  /** Unix ms. */
  at: number;
}

/** Measured costs, oldest first, by kind of order (`orderKind`). */
export type CostLedger = Readonly<Record<string, readonly SeenCost[]>>;

/** Costs kept per kind of order. Prices change, and a gift of credits can distort one measurement. */
const REMEMBERED = 5;

/** The ledger with one more cost. */
export function withCost(ledger: CostLedger, kind: OrderKind, cost: SeenCost): CostLedger {
  const name = orderKind(kind);
  return { ...ledger, [name]: [...(ledger[name] ?? []), cost].slice(-REMEMBERED) };
}
