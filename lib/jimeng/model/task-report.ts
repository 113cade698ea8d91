import type { JimengErrorCode, JimengErrorDetail } from './errors';

/** An image of a finished task. The link is signed and expires. */
export interface ResultImage {
  url: string;
  /** As announced, px; 0 if the service does not say. */
  width: number;
  height: number;
  format?: string;
  /** Unix ms after which the link answers 403; absent when the link does not say. */
  expiresAt?: number;
}

/** What the service reports about one submission. */
export type TaskReport = {
  historyId?: string;
} /** Proven by the answer: the service does not list it (yet). */ & (
  | { state: 'absent' }
  /** The service lists it, but its status cannot be read. */
  | { state: 'unreadable' }
  | { state: 'running'; forecastMs?: number; queuePosition?: number }
  /** Status 45: there is an image, but the task is not marked as finished. */
  | { state: 'partial'; image: ResultImage }
  /** Status 50 without an image: normal for a moment. */
  | { state: 'empty' }
  | { state: 'done'; image: ResultImage }
  /** `isDoubtful`: the status or number is undocumented, so another poll should confirm it. */
  | { state: 'failed'; code: JimengErrorCode; detail: JimengErrorDetail; isDoubtful?: true }
);
