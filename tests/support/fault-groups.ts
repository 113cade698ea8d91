import { type Fault, MORE_ABROAD, type Outcome, type Place } from './faults';

interface Expected {
  /** When it goes wrong once. */
  once: Outcome;
  /** When it goes wrong every time, three hours later. */
  always: Outcome;
  why: string;
}

/** What must become of a job at some places under some faults. */
export interface Rule extends Expected {
  faults: readonly Fault[];
  at: readonly Place[];
}

/** All of a list but some. */
export const except = <T>(all: readonly T[], ...without: T[]) =>
  all.filter((each) => !without.includes(each));

export const HARMLESS: Fault[] = [
  'unknown fields',
  'ids as numbers',
  'clock 2 h fast',
  'clock 2 h slow',
];
export const NO_ANSWER: Fault[] = ['reset', 'hang', 'done, reset', 'done, hang', 'done, cut short'];
export const SERVER_ERROR: Fault[] = ['HTTP 500', 'HTTP 502', 'done, HTTP 502'];
export const NOT_JSON: Fault[] = ['HTML', 'empty body', 'done, HTML', 'done, empty body'];
export const CAPTCHA: Fault[] = ['captcha as JSON', 'done, captcha as JSON'];
export const WITHOUT_REASON: Fault[] = [
  'HTTP 400',
  'HTTP 401',
  'HTTP 403',
  'HTTP 404',
  'done, HTTP 403',
];
export const TOO_MANY: Fault[] = ['HTTP 429, Retry-After'];
/** Reads before an order. */
export const READS: Place[] = ['token', ...MORE_ABROAD];
export const UPLOAD: Place[] = ['apply', 'put', 'commit'];
