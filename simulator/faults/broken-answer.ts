/** How a connection ends without a whole answer. */
export type Breakage = 'reset' | 'hang' | 'truncate';

/**
 * Thrown by `Simulator.handle` when the answer does not arrive whole. The TLS
 * server and `simulator.fetch` turn it into the real thing on their side.
 * `response` is the whole answer of a truncated one.
 */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer';

  constructor(
    readonly how: Breakage,
    readonly response?: Response,
  ) {
    super(`simulated ${how}`);
  }
}
