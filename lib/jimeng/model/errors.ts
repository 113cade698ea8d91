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
  /** Risk control refused the request (-6, -4, 1019, 1021, 2035, 4013, 34070104). */
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
  /** The service no longer accepts our requests (3018, 1000, 1001, 1002, 16, 2061, ...). */
  'outdated',
  /** The service says that it is busy, or does not accept the signature (1014). It took nothing. */
  'system-busy',
  /** The order lacks what the service's own page adds to it (1019, -6, sent by the background). */
  'page-signature-missing',
  /** The service's own page could not be prepared to send the order; nothing was sent. */
  'page-unavailable',
  /** Not available from this region or network (3000, 1017). */
  'region-refused',
  /** The task ended without a picture and without a reason of content, credits or risk (2002, 100402, status 30). */
  'generation-failed',
  /** The service could not read what was uploaded (3020). */
  'upload-unreadable',
  /** ImageX refused the upload (ResponseMetadata.Error, code !== 2000, UriStatus !== 2000). */
  'upload-refused',
  /** The upload host received other bytes than we sent (CRC-32 differs). */
  'upload-corrupted',
  /** The service named a host outside its own domains, or not https. */
  'host-not-allowed',
  /** The record was deleted (status 100). */
  'result-deleted',
  /** The signed result link has expired; a lookup returns a new one. */
  'result-expired',
  /** The task succeeded without a picture. */
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
  /** A transfer took longer than a very slow line needs for its size. */
  'line-too-slow',
  /** An undocumented `ret` or `fail_code`. */
  'unknown-refusal',
] as const;

export type JimengErrorCode = (typeof JIMENG_ERRORS)[number];

/** Details of a refusal, for the failed row and the diagnostics. Never holds a secret. */
export interface JimengErrorDetail {
  ret?: string;
  failCode?: string;
  /** The service's own message. Untrusted: show it as text only. */
  said?: string;
  logId?: string;
  httpStatus?: number;
  /** Path of the first field that an answer lacks, with the type of what is there instead; never a value. */
  missing?: string;
  /** `host-not-allowed`: the public host that must be allowed. Absent if no permission would help. */
  host?: string;
}

/**
 * The only error that the client throws, besides the caller's own AbortError. The message is the code
 * alone. There is no `cause`, because errors of `fetch` and ky carry URLs and headers with secrets.
 */
export class JimengError extends Error {
  override name = 'JimengError' as const;
  /** @param retryAfterMs wait that the service asks for, ms (HTTP 429 with Retry-After) */
  constructor(
    readonly code: JimengErrorCode,
    readonly detail: JimengErrorDetail = {},
    readonly retryAfterMs?: number,
  ) {
    super(code);
  }
}
