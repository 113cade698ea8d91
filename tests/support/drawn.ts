/**
 * How properties are drawn: the same cases at every run, so that a red test is red for everybody.
 * `DRAW_SEED=7 npx vitest ...` draws others, and `DRAW_TIMES=20` twenty times as many.
 */
const env = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env;

/** @param numRuns cases in an ordinary run */
export function drawn(numRuns: number): { seed: number; numRuns: number } {
  return {
    seed: Number(env?.DRAW_SEED ?? 20_261_122),
    numRuns: numRuns * Number(env?.DRAW_TIMES ?? 1),
  };
}
