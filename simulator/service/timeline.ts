import type { Task, World } from './world';

/** State of a task now; statuses of docs/PROTOCOL.md, section 5.3. */
export interface TaskState {
  status: number;
  /** It ended without a picture. */
  failed: boolean;
  /** 1 queued, 2 processing, 3 finished. */
  queueStatus: 1 | 2 | 3;
  /** Where it waits, from 1; 0 once it has begun. */
  place: number;
}

/** Share of the processing time in which a task waits. */
const QUEUED_SHARE = 0.2;

/**
 * The timeline of a task: 20 until 60 % of the processing time, 42 until 90 %, 45 until 100 %, then 50. With
 * `partialMs` it is 45 from 60 % until that long after 100 %. A task with a failure fails at its time.
 */
export function stateOf(world: World, task: Task): TaskState {
  const { now, partialMs, delayMs, queueLength } = world.options;
  const processingMs = world.options.processingMs + delayMs(world.tasks.indexOf(task));
  const elapsed = now() - task.at;
  if (task.failure && elapsed >= task.failure.atMs) {
    return { status: task.failure.status, failed: true, queueStatus: 3, place: 0 };
  }
  const share = processingMs > 0 ? elapsed / processingMs : 1;
  if (elapsed >= processingMs + partialMs && !task.failure) {
    return { status: 50, failed: false, queueStatus: 3, place: 0 };
  }
  const status = share < 0.6 ? 20 : share < 0.9 && partialMs === 0 ? 42 : 45;
  const left = 1 - share / QUEUED_SHARE;
  if (left <= 0) return { status, failed: false, queueStatus: 2, place: 0 };
  return { status, failed: false, queueStatus: 1, place: Math.ceil(left * queueLength) };
}

/** Refunds the credits of each failed task once. */
export function refundFailedTasks(world: World): void {
  if (!world.options.refund) return;
  for (const task of world.tasks) {
    if (task.refunded || !stateOf(world, task).failed) continue;
    task.refunded = true;
    for (const kind of ['vip', 'gift', 'purchased'] as const) {
      task.account.credits[kind] += task.charged[kind];
    }
  }
}
