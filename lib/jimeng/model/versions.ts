/**
 * Every version the service looks at, in one place. Stale ones are answered with `ret` 3018 for
 * everybody at once; then this is the block to edit (docs/PROTOCOL.md, section 2.5).
 */

/** What the site's own page sends today. */
export const CURRENT = {
  appvr: '8.4.0',
  daVersion: '3.3.28',
  webVersion: '7.5.0',
  appSdkVersion: '48.0.0',
  aigcFeatures: 'app_lip_sync',
  /** Oldest reader a draft of the HD tools asks for, and of their component. */
  draftMinVersion: '3.2.9',
  componentMinVersion: '3.0.2',
} as const;

/** The pair the original super-resolution recipe was written with. */
export const ORIGINAL = {
  appvr: '5.8.0',
  daVersion: '3.2.2',
} as const;

/** `Pf` header: the web. */
export const PLATFORM = '7';

/** Which set of headers and query a request speaks. */
export type Dialect = 'current' | 'original';
