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
}
