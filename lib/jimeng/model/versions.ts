/**
 * Every version the service checks. When they are out of date, the service answers every user with
 * `ret` 3018; update them here (docs/PROTOCOL.md, section 2.5).
 */

/** Sent by the site's own page. */
export const CURRENT = {
  appvr: '8.4.0',
  daVersion: '3.3.28',
  webVersion: '7.5.0',
  appSdkVersion: '48.0.0',
  aigcFeatures: 'app_lip_sync',
  /** `min_version` of an HD draft and of its component. */
  draftMinVersion: '3.2.9',
  componentMinVersion: '3.0.2',
} as const;

/** The versions of the original super-resolution recipe. */
export const ORIGINAL = {
  appvr: '5.8.0',
  daVersion: '3.2.2',
} as const;

/** `Pf` header: the web. */
export const PLATFORM = '7';

/** Set of headers and query parameters that a request uses. */
export type Dialect = 'current' | 'original';
