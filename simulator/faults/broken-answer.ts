/** How a connection ends without a complete answer. */
export type Breakage = 'reset' | 'hang' | 'truncate';

/**
 * Thrown by `Simulator.handle` if the answer is not to arrive complete. The TLS server and
 * `simulator.fetch` then break the connection. `response` is the complete answer before truncation.
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
