import { env } from 'node:process';

/** Draws other cells of a fault matrix with each seed; `FAULTS=all` tries all of them. */
export const FAULT_SEED = Number(env.FAULT_SEED ?? Date.now() % 1_000_000);

/** @param share one of so many cells is drawn */
export function drawnCells<T>(cells: readonly T[], share: number): T[] {
  if (env.FAULTS === 'all') return [...cells];
  return cells.filter((_, index) => index % share === FAULT_SEED % share);
}
