import type { JimengErrorCode, JimengErrorDetail } from './errors';

/** A picture of a finished task. The link is signed and expires. */
export interface ResultImage {
  url: string;
  /** As announced, px; 0 when the service does not say. */
  width: number;
  height: number;
  format?: string;
  /** Unix ms after which the link answers 403; absent when the link does not say. */
  expiresAt?: number;
}

/** What the service says of one submission. */
export type TaskReport = {
  historyId?: string;
} /** Proven by the answer: the service does not list it (yet). */ & (
  | { state: 'absent' }
  /** The service lists it, but its status cannot be read. */
  | { state: 'unreadable' }
  | { state: 'running'; forecastMs?: number }
  /** Status 45: a picture is there, but the task does not call itself finished. */
  | { state: 'partial'; image: ResultImage }
  /** Status 50 without a picture: normal for a moment. */
  | { state: 'empty' }
  | { state: 'done'; image: ResultImage }
  /** `isDoubtful`: nobody has described the status or the number, so another look should say the same. */
  | { state: 'failed'; code: JimengErrorCode; detail: JimengErrorDetail; isDoubtful?: true }
);
