import {
  CAPTCHA,
  except,
  HARMLESS,
  NO_ANSWER,
  NOT_JSON,
  READS,
  type Rule,
  SERVER_ERROR,
  TOO_MANY,
  UPLOAD,
  WITHOUT_REASON,
} from './fault-groups';
import { FAULT_NAMES, type Fault, MORE_ABROAD, PLACES_ABROAD, type Place } from './faults';

/**
 * What must become of a job when one thing goes wrong, written down by hand from the money rule
 * (docs/ARCHITECTURE.md) and docs/PROTOCOL.md. `lib/jobs/engine/fault-matrix.test.ts` runs every cell.
 */

/** Every cell is decided by exactly one of these. */
export const RULES: readonly Rule[] = [
  {
    faults: HARMLESS,
    at: PLACES_ABROAD,
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
    why: 'A browser does not tell a broken connection from a missing permission; granting the host opens further ways.',
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
  {
    faults: ['wrong types'],
    at: MORE_ABROAD,
    once: 'done',
    always: 'done',
    why: 'The answer itself shows the login and the page; what is in it is not needed.',
  },

  // Upload: free and safe to repeat.
  {
    faults: WITHOUT_REASON,
    at: READS,
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
    at: [...READS, ...UPLOAD],
    once: 'done',
    always: 'fails: busy, no charge',
    why: 'The requested pause, at most six times.',
  },
  {
    faults: SERVER_ERROR,
    at: [...READS, ...UPLOAD],
    once: 'done',
    always: 'fails: server-error, no charge',
    why: 'Nothing is ordered yet: a few retries.',
  },
  {
    faults: NO_ANSWER,
    at: [...READS, 'apply', 'commit'],
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
    at: [...READS, 'apply', 'commit'],
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
    why: 'No answer of the service itself: only polled, and never listed. Ordering again is up to the person.',
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
    why: 'Polled, found and followed; never sent again.',
  },
  {
    faults: TOO_MANY,
    at: ['generate'],
    once: 'done',
    always: 'fails: busy, no charge',
    why: 'Clearly not accepted: a new order after the pause, at most six times.',
  },

  // Polling for an order without an answer: it was accepted here, so it must never be ordered anew.
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
    why: 'The answer does not come from the service, so it proves nothing: the order is polled again, and never sent again.',
  },

  // Polling a task. Retry polls again and orders nothing.
  {
    faults: WITHOUT_REASON,
    at: ['poll task'],
    once: 'done',
    always: 'fails: http-refused, maybe charged',
    why: 'Polling is free, so it goes on for a quarter of an hour. Retry follows the same order.',
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
    why: 'Polling is free, so it goes on for a quarter of an hour. Retry follows the same order.',
  },
  {
    faults: [...NOT_JSON, ...CAPTCHA],
    at: ['poll task'],
    once: 'done',
    always: 'fails: bad-response, maybe charged',
    why: 'Polling is free, so it goes on for a quarter of an hour. Retry follows the same order.',
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
