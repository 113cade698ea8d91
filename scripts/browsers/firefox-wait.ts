import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 15_000;
const INTERVAL_MS = 50;

/** Asks until there is an answer. @throws after 15 s without one; undefined and null are none */
export async function until<T>(
  ask: () => Promise<T | undefined | null>,
  what: string,
): Promise<NonNullable<T>> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(INTERVAL_MS)) {
    const answer = await ask();
    if (answer !== undefined && answer !== null) return answer;
  }
  throw new Error(`${what} did not appear`);
}
