/** Every reason why the bytes of an image could not be read. */
export const SOURCE_ERRORS = [
  /** 404 or 410. */
  'source-not-found',
  /** 401, 403, 451: the host refuses, for example by hotlink protection. */
  'source-refused',
  /** Any other HTTP error. */
  'source-host-error',
  /** The host does not answer. */
  'source-unreachable',
  'source-timeout',
  /** A revoked `blob:` address, or its page is gone. */
  'source-gone',
  /** Only the screen shows the image, and another tab is in front. */
  'source-hidden',
  /** A `data:` address that cannot be parsed. */
  'source-malformed',
  /** An address this extension cannot read (`chrome:`, `file:` without permission ...). */
  'source-unsupported',
  /** An address of this computer or of a private network, named by a page on another host. */
  'source-private',
  /** More bytes than we accept of any image. */
  'image-too-large',
] as const;
export type SourceErrorCode = (typeof SOURCE_ERRORS)[number];

/** A failure to read an image. */
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

/** Not a failure: the image can be read once the person allows one more site. */
export class PermissionNeeded extends Error {
  override name = 'PermissionNeeded' as const;
  constructor(
    /** Match pattern to request, such as `https://cdn.example.com/*`. */
    readonly pattern: string,
    readonly host: string,
    /** Access is granted; the job also needs permission to send cookies to this host. */
    readonly isForCookies = false,
  ) {
    super(`permission needed for ${host}`);
  }
}

/** Not a failure: the host wants cookies, and none are sent before the person consents. */
export class ConsentNeeded extends Error {
  override name = 'ConsentNeeded' as const;
}
