/** What all jobs share, beside the rows. */
export interface QueueState {
  /** Unix ms of the last order, whichever job it was for. */
  lastSubmitAt: number;
  /** Unix ms until which no order is sent: risk control has answered. */
  heldUntil: number;
}
