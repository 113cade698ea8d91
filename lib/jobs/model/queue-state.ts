/** State shared by all jobs. */
export interface QueueState {
  /** Unix ms of the last order, whichever job it was for. */
  lastSubmitAt: number;
  /** Unix ms until which no order is sent, after a risk-control answer. */
  heldUntil: number;
}
