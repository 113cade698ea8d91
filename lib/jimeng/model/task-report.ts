import type { JimengErrorCode, JimengErrorDetail } from './errors';

/** An image of a finished task. The link is signed and expires. */
export interface ResultImage {
  url: string;
  /** As announced, px; 0 if the service does not say. */
  width: number;
  height: number;
  format?: string;
  /** Unix ms after which the link answers 403; absent if the link does not say. */
  expiresAt?: number;
}

/** Where a task waits in the service's queue, from 1; `length`: of the queue, if the service says. */
export interface QueuePlace {
  place: number;
  length?: number;
}

/** State of one order at the service. */
export type TaskReport = {
  historyId?: string;
} /** The answer proves that the service does not list the order (yet). */ & (
  | { state: 'absent' }
  /** The service lists the order, but its status cannot be read. */
  | { state: 'unreadable' }
  | { state: 'running'; forecastMs?: number; queue?: QueuePlace }
  /** Status 45: the task has a picture and is not finished. */
  | { state: 'partial'; image: ResultImage }
  /** Status 50 without an image: normal for a moment. */
  | { state: 'empty' }
  | { state: 'done'; image: ResultImage }
  /** `isDoubtful`: the status or the number is undocumented, so another poll should confirm it. */
  | { state: 'failed'; code: JimengErrorCode; detail: JimengErrorDetail; isDoubtful?: true }
);
