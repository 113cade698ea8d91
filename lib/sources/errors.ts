/** Why the bytes of an image could not be had, as a closed union. */
export const SOURCE_ERRORS = [
  /** 404 or 410. */
  'source-not-found',
  /** 401, 403, 451: the host refuses, hotlink protection included. */
  'source-refused',
  /** Any other HTTP error. */
  'source-host-error',
  /** The host does not answer. */
  'source-unreachable',
  'source-timeout',
  /** A `blob:` address that is no longer alive, or its page is gone. */
  'source-gone',
  /** What only the screen shows, while another tab is in front. */
  'source-hidden',
  /** A `data:` address that cannot be parsed. */
  'source-malformed',
  /** Not an address this extension can read (`chrome:`, `file:` without leave ...). */
  'source-unsupported',
  /** An address of this computer or a private network, named by a page that is not on that host. */
  'source-private',
  /** More bytes than any picture we could use. */
  'image-too-large',
] as const;
export type SourceErrorCode = (typeof SOURCE_ERRORS)[number];

/** Thrown by everything in lib/sources. */
export class SourceError extends Error {
  override name = 'SourceError' as const;
  constructor(
    readonly code: SourceErrorCode,
    readonly host?: string,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** Not a failure: the bytes can be had once the person allows one more site. */
export class PermissionNeeded extends Error {
  override name = 'PermissionNeeded' as const;
  constructor(
    /** Match pattern to ask for, such as `https://cdn.example.com/*`. */
    readonly pattern: string,
    readonly host: string,
    /** Access is there; what is missing is leave to send the cookies of that host for this row. */
    readonly isForCookies = false,
  ) {
    super(`permission needed for ${host}`);
  }
}

/** Not a failure: the host wants cookies, and none are sent before the person has agreed. */
export class ConsentNeeded extends Error {
  override name = 'ConsentNeeded' as const;
}
