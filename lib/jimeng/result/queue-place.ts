import type { QueueInfo } from '../model/schemas';
import type { QueuePlace } from '../model/task-report';

/** `queue_status` of a task that has not begun. */
const QUEUED = 1;

/**
 * Where a task stands in the service's queue (docs/PROTOCOL.md, section 5.2). Undefined if it does not wait there, or
 * if the record does not say. Pure.
 */
export function queuePlace(info: QueueInfo | undefined): QueuePlace | undefined {
  const { queue_idx: place = 0, queue_length: length = 0, queue_status = QUEUED } = info ?? {};
  if (queue_status !== QUEUED || !isCount(place)) return undefined;
  // A queue that is shorter than the place says nothing.
  return { place, ...(isCount(length) && length >= place && { length }) };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
