import type { ErrorCode, WaitReason } from '@/lib/jobs/model/job';
import type { Effect } from '@/simulator/simulator';

/** Where it goes wrong. */
export const PLACES = [
  /** The image's own host. */
  'source',
  'token',
  'apply',
  'put',
  'commit',
  'generate',
  /** The history, asked for an order that got no answer. The order itself was accepted. */
  'poll for order',
  /** The history, asked for an order the service has accepted. */
  'poll task',
  /** The balance, asked for by a job that waits for credits. */
  'credits',
  'result',
] as const;

/** What Dreamina has beside those. */
export const MORE_ABROAD = [
  /** The list of workspaces, a read that shows to which cluster the login belongs. */
  'workspaces',
  /** The history, asked by the page before its first order: an answer shows that the page signs. */
  'page',
] as const;
export const PLACES_ABROAD = [...PLACES, ...MORE_ABROAD] as const;
export type Place = (typeof PLACES_ABROAD)[number];

/** The clock of the computer is wrong by so much, ms. */
export type ClockError = { kind: 'clock'; errorMs: number };

const HOUR_MS = 60 * 60_000;
const http = (status: number, when: 'before' | 'after' = 'before'): Effect => ({
  kind: 'http',
  status,
  when,
});

/** What goes wrong. "Done" means that the work was done and only its answer is lost. */
export const FAULTS = {
  'HTTP 400': http(400),
  'HTTP 401': http(401),
  'HTTP 403': http(403),
  'HTTP 404': http(404),
  'HTTP 429, Retry-After': { kind: 'http', status: 429, headers: { 'retry-after': '90' } },
  'HTTP 500': http(500),
  'HTTP 502': http(502),
  reset: { kind: 'reset' },
  hang: { kind: 'hang' },
  HTML: { kind: 'html' },
  'empty body': { kind: 'empty' },
  'done, HTTP 403': http(403, 'after'),
  'done, HTTP 502': http(502, 'after'),
  'done, reset': { kind: 'reset', when: 'after' },
  'done, hang': { kind: 'hang', when: 'after' },
  'done, HTML': { kind: 'html', when: 'after' },
  'done, empty body': { kind: 'empty', when: 'after' },
  'done, cut short': { kind: 'truncate' },
  'captcha as JSON': { kind: 'json', body: { code: -1, message: 'verify' } },
  'done, captcha as JSON': {
    kind: 'json',
    body: { code: 10000, data: { type: 'verify' } },
    when: 'after',
  },
  'wrong types': { kind: 'reshape', how: 'wrong-types' },
  'unknown fields': { kind: 'reshape', how: 'unknown-fields' },
  'ids as numbers': { kind: 'reshape', how: 'number-ids' },
  'clock 2 h fast': { kind: 'clock', errorMs: 2 * HOUR_MS },
  'clock 2 h slow': { kind: 'clock', errorMs: -2 * HOUR_MS },
} as const satisfies Record<string, Effect | ClockError>;
export type Fault = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as Fault[];

/** What becomes of the job. */
export type Outcome =
  | 'done'
  | `waits: ${WaitReason}`
  /** Goes on polling for an order that got no answer. */
  | 'keeps checking'
  | `fails: ${ErrorCode}, ${'no charge' | 'maybe charged'}`;
