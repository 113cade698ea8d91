import type { ErrorCode, WaitReason } from '@/lib/jobs/model/job';
import type { Effect } from '@/simulator/simulator';

/**
 * What must become of a job when one thing goes wrong, written down by hand from the money rule
 * (docs/ARCHITECTURE.md) and docs/PROTOCOL.md. `lib/jobs/engine/fault-matrix.test.ts` runs every cell.
 */

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
export type Place = (typeof PLACES)[number];

type ClockError = { kind: 'clock'; errorMs: number };

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
  /** Goes on looking for an order that got no answer. */
  | 'keeps checking'
  | `fails: ${ErrorCode}, ${'no charge' | 'maybe charged'}`;

interface Expected {
  /** When it goes wrong once. */
  once: Outcome;
  /** When it goes wrong every time, three hours later. */
  always: Outcome;
  why: string;
}

export interface Rule extends Expected {
  faults: readonly Fault[];
  at: readonly Place[];
}

const except = <T>(all: readonly T[], ...without: T[]) =>
  all.filter((each) => !without.includes(each));

const HARMLESS: Fault[] = ['unknown fields', 'ids as numbers', 'clock 2 h fast', 'clock 2 h slow'];
const NO_ANSWER: Fault[] = ['reset', 'hang', 'done, reset', 'done, hang', 'done, cut short'];
const SERVER_ERROR: Fault[] = ['HTTP 500', 'HTTP 502', 'done, HTTP 502'];
const NOT_JSON: Fault[] = ['HTML', 'empty body', 'done, HTML', 'done, empty body'];
const CAPTCHA: Fault[] = ['captcha as JSON', 'done, captcha as JSON'];
const WITHOUT_REASON: Fault[] = ['HTTP 400', 'HTTP 401', 'HTTP 403', 'HTTP 404', 'done, HTTP 403'];
const TOO_MANY: Fault[] = ['HTTP 429, Retry-After'];
const UPLOAD: Place[] = ['token', 'apply', 'put', 'commit'];

/** Every cell is decided by exactly one of these. */
export const RULES: readonly Rule[] = [
  {
    faults: HARMLESS,
    at: PLACES,
    once: 'done',
    always: 'done',
    why: 'Nothing required is missing; the client corrects the clock from the answers.',
  },

  // The image's own host: no order exists, and nothing is charged.
  {
    faults: ['HTTP 400', ...SERVER_ERROR, ...TOO_MANY],
    at: ['source'],
    once: 'done',
    always: 'fails: source-host-error, no charge',
    why: 'The host has a fault: a few retries.',
  },
  {
    faults: ['HTTP 404'],
    at: ['source'],
    once: 'fails: source-not-found, no charge',
    always: 'fails: source-not-found, no charge',
    why: 'The host says clearly that the image does not exist.',
  },
  {
    faults: ['hang', 'done, hang'],
    at: ['source'],
    once: 'done',
    always: 'fails: source-timeout, no charge',
    why: 'The host is slow: a few retries.',
  },
  {
    faults: [
      'HTTP 401',
      'HTTP 403',
      'done, HTTP 403',
      'reset',
      'done, reset',
      'done, cut short',
      'HTML',
      'done, HTML',
      ...CAPTCHA,
    ],
    at: ['source'],
    once: 'waits: permission',
    always: 'waits: permission',
    why: 'A browser does not distinguish a broken connection from missing access; permission for the host opens further ways.',
  },
  {
    faults: ['empty body', 'done, empty body'],
    at: ['source'],
    once: 'fails: image-empty, no charge',
    always: 'fails: image-empty, no charge',
    why: 'The host says that the file is empty.',
  },
  {
    faults: ['wrong types'],
    at: ['source', 'result'],
    once: 'done',
    always: 'done',
    why: 'The bytes decide the type of an image.',
  },

  // Upload: free and safe to repeat.
  {
    faults: WITHOUT_REASON,
    at: ['token'],
    once: 'done',
    always: 'fails: http-refused, no charge',
    why: 'Nothing is ordered yet: a few retries.',
  },
  {
    faults: WITHOUT_REASON,
    at: ['apply', 'put', 'commit'],
    once: 'done',
    always: 'fails: upload-refused, no charge',
    why: 'The storage refuses: a fresh key and a few retries.',
  },
  {
    faults: TOO_MANY,
    at: UPLOAD,
    once: 'done',
    always: 'fails: busy, no charge',
    why: 'The requested pause, at most six times.',
  },
  {
    faults: SERVER_ERROR,
    at: UPLOAD,
    once: 'done',
    always: 'fails: server-error, no charge',
    why: 'Nothing is ordered yet: a few retries.',
  },
  {
    faults: NO_ANSWER,
    at: ['token', 'apply', 'commit'],
    once: 'done',
    always: 'waits: network',
    why: 'The connection is broken, not the service.',
  },
  {
    faults: except(NO_ANSWER, 'hang', 'done, hang'),
    at: ['put'],
    once: 'done',
    always: 'waits: network',
    why: 'The connection is broken, not the service.',
  },
  {
    faults: ['hang', 'done, hang'],
    at: ['put'],
    once: 'done',
    always: 'fails: line-too-slow, no charge',
    why: 'The image does not get through: three tries, each with twice the time.',
  },
  {
    faults: CAPTCHA,
    at: ['put'],
    once: 'done',
    always: 'fails: upload-refused, no charge',
    why: 'Only the answer 2000 means stored.',
  },
  {
    faults: [...NOT_JSON, ...CAPTCHA],
    at: ['token', 'apply', 'commit'],
    once: 'done',
    always: 'fails: bad-response, no charge',
    why: 'Nothing is ordered yet: a few retries.',
  },
  {
    faults: NOT_JSON,
    at: ['put'],
    once: 'done',
    always: 'fails: bad-response, no charge',
    why: 'Nothing is ordered yet: a few retries.',
  },
  {
    faults: ['wrong types'],
    at: ['token', 'apply'],
    once: 'done',
    always: 'fails: bad-response, no charge',
    why: 'The upload cannot start without a key and an address.',
  },
  {
    faults: ['wrong types'],
    at: ['put', 'commit'],
    once: 'done',
    always: 'fails: upload-refused, no charge',
    why: 'Only the answer 2000 means stored.',
  },

  // The order: sent once.
  {
    faults: [
      ...except(WITHOUT_REASON, 'done, HTTP 403'),
      ...except(SERVER_ERROR, 'done, HTTP 502'),
      'reset',
      'hang',
      'HTML',
      'empty body',
      'captcha as JSON',
    ],
    at: ['generate'],
    once: 'fails: submit-unconfirmed, maybe charged',
    always: 'fails: submit-unconfirmed, maybe charged',
    why: 'The service did not answer: the order is only looked up, and the service does not list it. The person decides whether to order again.',
  },
  {
    faults: [
      'done, HTTP 403',
      'done, HTTP 502',
      'done, reset',
      'done, hang',
      'done, HTML',
      'done, empty body',
      'done, cut short',
      'done, captcha as JSON',
      'wrong types',
    ],
    at: ['generate'],
    once: 'done',
    always: 'done',
    why: 'Looked up, found and polled; never sent again.',
  },
  {
    faults: TOO_MANY,
    at: ['generate'],
    once: 'done',
    always: 'fails: busy, no charge',
    why: 'Clearly not accepted: a new order after the pause, at most six times.',
  },

  // Looking for an order without an answer: it was accepted here, so it must never be ordered anew.
  {
    faults: [...WITHOUT_REASON, ...SERVER_ERROR, ...NOT_JSON, ...TOO_MANY],
    at: ['poll for order'],
    once: 'done',
    always: 'keeps checking',
    why: 'A failed poll says nothing about the order.',
  },
  {
    faults: NO_ANSWER,
    at: ['poll for order', 'poll task'],
    once: 'done',
    always: 'waits: network',
    why: 'A failed poll says nothing about the order.',
  },
  {
    faults: ['wrong types'],
    at: ['poll for order', 'poll task'],
    once: 'done',
    always: 'fails: bad-response, maybe charged',
    why: 'The service lists the order, so it exists, but its record cannot be read. Retry resumes the same order.',
  },
  {
    faults: CAPTCHA,
    at: ['poll for order'],
    once: 'done',
    always: 'keeps checking',
    why: 'The answer is not about orders, so it proves nothing: the order is looked up again and never sent again.',
  },

  // Looking at a task. Retry looks again and orders nothing.
  {
    faults: WITHOUT_REASON,
    at: ['poll task'],
    once: 'done',
    always: 'fails: http-refused, maybe charged',
    why: 'Polling is free, so it continues for 15 minutes. Retry resumes the same order.',
  },
  {
    faults: TOO_MANY,
    at: ['poll task', 'result'],
    once: 'done',
    always: 'fails: busy, maybe charged',
    why: 'The requested pause, at most six times. Retry resumes the same order.',
  },
  {
    faults: SERVER_ERROR,
    at: ['poll task', 'result'],
    once: 'done',
    always: 'fails: server-error, maybe charged',
    why: 'Polling is free, so it continues for 15 minutes. Retry resumes the same order.',
  },
  {
    faults: [...NOT_JSON, ...CAPTCHA],
    at: ['poll task'],
    once: 'done',
    always: 'fails: bad-response, maybe charged',
    why: 'Polling is free, so it continues for 15 minutes. Retry resumes the same order.',
  },

  // The balance is asked for only to learn whether it grew.
  {
    faults: except(FAULT_NAMES, ...HARMLESS),
    at: ['credits'],
    once: 'done',
    always: 'waits: credits',
    why: 'There is no reason to order again without a larger balance.',
  },

  // The result: paid for and finished.
  {
    faults: ['HTTP 400', 'HTTP 401', 'HTTP 404'],
    at: ['result'],
    once: 'done',
    always: 'fails: http-refused, maybe charged',
    why: 'A few retries. Retry resumes the same order.',
  },
  {
    faults: ['HTTP 403', 'done, HTTP 403'],
    at: ['result'],
    once: 'done',
    always: 'fails: result-expired, maybe charged',
    why: 'The link has expired: three fresh links.',
  },
  {
    faults: NO_ANSWER,
    at: ['result'],
    once: 'done',
    always: 'waits: network',
    why: 'The connection is broken, not the service.',
  },
  {
    faults: ['HTML', 'done, HTML', ...CAPTCHA],
    at: ['result'],
    once: 'done',
    always: 'fails: result-broken, maybe charged',
    why: 'The link leads to something else: three fresh links.',
  },
  {
    faults: ['empty body', 'done, empty body'],
    at: ['result'],
    once: 'done',
    always: 'fails: bad-response, maybe charged',
    why: 'A few retries. Retry resumes the same order.',
  },
];

/** The rules that decide a cell: exactly one, or the table is wrong. */
export function rulesFor(fault: Fault, place: Place): Rule[] {
  return RULES.filter(({ faults, at }) => faults.includes(fault) && at.includes(place));
}
