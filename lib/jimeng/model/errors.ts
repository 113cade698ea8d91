/**
 * Every failure of a call to the service, made from `ret`, `fail_code`, HTTP status and network errors
 * (docs/PROTOCOL.md, section 6).
 */
export const JIMENG_ERRORS = [
  /** Not signed in, or the session ended (1015, 34010105, 1011). */
  'signed-out',
  /** The account must accept something on the official site first (4010). */
  'confirmation-needed',
  /** Balance too small (1006, 5000, 5001, 4001). */
  'no-credits',
  /** The option needs a membership (4003). */
  'membership-needed',
  /** The account's daily limit is used up (121101). */
  'daily-limit',
  /** Too many at once or too fast, not accepted (1, 1010, 1057, 1310, 2014, 2020, 10020, HTTP 429). */
  'busy',
  /** Risk control refused the request (-6, -4, 1019, 1021, 2035, 4013). */
  'risk-control',
  /** The account itself is restricted from generating (1018). */
  'account-restricted',
  /** The uploaded picture was refused (2003, 2039, 2041, 2046, 2047, 4011, status 10). */
  'input-refused',
  /** The result was refused (2004, 2040, 2042, status 40). */
  'output-refused',
  /** Refused for content without saying which side (1063, 2005, 2038, 2043). */
  'content-refused',
  /** Copyright (1159, 2048, 2050). */
  'copyright-refused',
  /** The service does not accept our request any more (3018, 1000, 1001, 1002, 1014, 16, ...). */
  'outdated',
  /** Not available from this region or network (3000, 1017). */
  'region-refused',
  /** The task ended without a picture and without a content, credit or risk reason (2002, 100402, status 30). */
  'generation-failed',
  /** The service could not read what was uploaded (3020). */
  'upload-unreadable',
  /** ImageX refused the upload (ResponseMetadata.Error, code !== 2000, UriStatus !== 2000). */
  'upload-refused',
  /** The upload host received other bytes than were sent (CRC-32 differs). */
  'upload-corrupted',
  /** The service named a host that is not one of its own, or not https. */
  'host-not-allowed',
  /** The record was deleted (status 100). */
  'result-deleted',
  /** The signed result link has expired; a new one can be asked for. */
  'result-expired',
  /** The task ended well but there is no picture in it. */
  'result-missing',
  /** HTTP 4xx without a business code. */
  'http-refused',
  /** HTTP 5xx. */
  'server-error',
  /** The answer is not what the schema says: HTML, truncated JSON, other types. */
  'bad-response',
  /** No answer at all: offline, reset, refused. */
  'network',
  /** No answer in time. */
  'timeout',
  /** A picture did not get through in the time that even a very slow line needs for its size. */
  'line-too-slow',
  /** A `ret` or `fail_code` nobody has described yet. */
  'unknown-refusal',
] as const;

export type JimengErrorCode = (typeof JIMENG_ERRORS)[number];

/** What is kept of a refusal, for the failed row and the diagnostics. Never holds a secret. */
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
 * headers, which hold secrets.
 */
export class JimengError extends Error {
  override name = 'JimengError' as const;
  /**
   * @param retryAfterMs how long the service asked to wait, ms (HTTP 429 with Retry-After)
   */
  constructor(
    readonly code: JimengErrorCode,
    readonly detail: JimengErrorDetail = {},
    readonly retryAfterMs?: number,
  ) {
    super(code);
  }
}
