/** How many orders of an account run at the same time, as far as that was learned. */
export interface Concurrency {
  /** Owner of the orders (known-logins.ts). */
  account: string;
  /** Orders at the same time. */
  width: number;
  /** Orders accepted since it last changed. */
  accepted: number;
  /** The width that was refused, and how often in a row: it is tried ever later. Absent: none was. */
  refused?: { width: number; times: number };
}

/** State of the queue that all jobs share. */
export interface QueueState {
  /** Unix ms of the last order of any job. */
  lastSubmitAt: number;
  /** Unix ms until which no order is sent, after a risk control answer. */
  heldUntil: number;
  /** Ids of the last rows whose orders were refused with 1014, since the last order that was accepted. */
  busyRows?: readonly string[];
  /** The same, for orders that the background sends; those through the service's page go on. Unix ms. */
  backgroundHeldUntil?: number;
  /** How many orders each account bears at the same time, the latest last. */
  learned?: readonly Concurrency[];
  /** The next order waits until none is under way: a budget is nearly spent, or nobody knows the price. */
  isAlone?: boolean;
}
