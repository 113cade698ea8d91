/**
 * Everything that can go wrong between us and the service, as one closed union
 * made from `ret`, `fail_code`, HTTP status and network failures.
 */

/** Kinds of refusal (docs/PROTOCOL.md, section 6). */
export type JimengErrorClass =
  | 'auth'
  | 'quota'
  | 'backoff'
  | 'risk'
  | 'content'
  | 'outdated'
  | 'server'
  | 'region'
  | 'transport';

/** Class of each code. The keys of this table are the closed union. */
export const JIMENG_ERRORS = {
  /** Not signed in, or the session ended (1015, 34010105, 1011). */
  'signed-out': 'auth',
  /** The account must accept something on the official site first (4010). */
  'confirmation-needed': 'auth',
  /** Balance too small (1006, 5000, 5001, 4001). */
  'no-credits': 'quota',
  /** The option needs a membership (4003). */
  'membership-needed': 'quota',
  /** The account's daily limit is used up (121101). */
  'daily-limit': 'quota',
  /** Too many at once or too fast, not accepted (1, 1010, 1057, 1310, 2014, 2020, 10020, HTTP 429). */
  busy: 'backoff',
  /** Risk control refused the request (-6, -4, 1019, 1021, 2035, 4013). */
  'risk-control': 'risk',
  /** The account itself is restricted from generating (1018). */
  'account-restricted': 'risk',
  /** The uploaded image was refused (2003, 2039, 2041, 2046, 2047, 4011, status 10). */
  'input-refused': 'content',
  /** The result was refused (2004, 2040, 2042, status 40). */
  'output-refused': 'content',
  /** Refused for content without saying which side (1063, 2005, 2038, 2043). */
  'content-refused': 'content',
  /** Copyright (1159, 2048, 2050). */
  'copyright-refused': 'content',
  /** The service no longer accepts our request (3018, 1000, 1001, 1002, 1014, 16, ...). */
  outdated: 'outdated',
  /** Not available from this region or network (3000, 1017). */
  'region-refused': 'region',
  /** The task ended without an image and without a content, credit or risk reason (2002, 100402, status 30). */
  'generation-failed': 'server',
  /** The service could not read what was uploaded (3020). */
  'upload-unreadable': 'server',
  /** ImageX refused the upload (ResponseMetadata.Error, code !== 2000, UriStatus !== 2000). */
  'upload-refused': 'server',
  /** The upload host received other bytes than were sent (CRC-32 differs). */
  'upload-corrupted': 'transport',
  /** The service named a host that is not one of its own, or not https. */
  'host-not-allowed': 'server',
  /** The record was deleted (status 100). */
  'result-deleted': 'server',
  /** The signed result link has expired; a poll returns a new one. */
  'result-expired': 'server',
  /** The task succeeded but contains no image. */
  'result-missing': 'server',
  /** HTTP 4xx without a business code. */
  'http-refused': 'server',
  /** HTTP 5xx. */
  'server-error': 'server',
  /** The answer is not what the schema says: HTML, truncated JSON, other types. */
  'bad-response': 'transport',
  /** No answer at all: offline, reset, refused. */
  network: 'transport',
  /** No answer in time. */
  timeout: 'transport',
  /** An image did not get through in the time that even a very slow connection needs for its size. */
  'line-too-slow': 'transport',
  /** An undocumented `ret` or `fail_code`. */
  'unknown-refusal': 'server',
} as const satisfies Record<string, JimengErrorClass>;

export type JimengErrorCode = keyof typeof JIMENG_ERRORS;

/** What is kept of a refusal, for the failed job and the bug report. Never contains a secret. */
export interface JimengErrorDetail {
  ret?: string;
  failCode?: string;
  /** The service's own sentence, plain text. Hostile until rendered as text. */
  said?: string;
  logId?: string;
  httpStatus?: number;
}

/**
 * The only error the client throws, besides the caller's own AbortError.
 * The message is the code alone, and there is no `cause`: the errors below it carry URLs and
 * headers, which contain secrets.
 */
export class JimengError extends Error {
  override name = 'JimengError' as const;
  /**
   * @param retryAfterMs the pause that the service requested, ms (HTTP 429 with Retry-After)
   */
  constructor(
    readonly code: JimengErrorCode,
    readonly detail: JimengErrorDetail = {},
    readonly retryAfterMs?: number,
  ) {
    super(code);
  }
}

/**
 * Whether an order whose `submit` ended with this code may still have been accepted and charged.
 * The caller must look it up and must not send it again (docs/PROTOCOL.md, section 8).
 */
export function isUnclear(code: JimengErrorCode): boolean {
  return (
    code === 'server-error' ||
    code === 'http-refused' ||
    code === 'bad-response' ||
    isConnectivity(code)
  );
}

/** Whether the cause is the connection, not the service, so that waiting for the network helps. */
export function isConnectivity(code: JimengErrorCode): boolean {
  return code === 'network' || code === 'timeout';
}
