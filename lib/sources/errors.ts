/** Why the bytes of an image could not be read, as a closed union. */
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
  /** Only visible on screen, while another tab is active. */
  'source-hidden',
  /** A `data:` address that cannot be parsed. */
  'source-malformed',
  /** Not an address that this extension can read (`chrome:`, `file:` without permission ...). */
  'source-unsupported',
  /** An address of this computer or a private network, named by a page that is not on that host. */
  'source-private',
  /** More bytes than any usable image has. */
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

/** Not a failure: the bytes can be read once the person allows another site. */
export class PermissionNeeded extends Error {
  override name = 'PermissionNeeded' as const;
  constructor(
    /** Match pattern to ask for, such as `https://cdn.example.com/*`. */
    readonly pattern: string,
    readonly host: string,
    /** Access exists; the permission to send the cookies of that host for this job is missing. */
    readonly isForCookies = false,
  ) {
    super(`permission needed for ${host}`);
  }
}

/** Not a failure: the host requires cookies, and none are sent before the person has agreed. */
export class ConsentNeeded extends Error {
  override name = 'ConsentNeeded' as const;
}
