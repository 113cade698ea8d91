/**
 * Every version that the service checks, in one place. It answers stale ones with `ret` 3018 for
 * everyone at once; then edit this block (docs/PROTOCOL.md, section 2.5).
 */

/** What the site's own page sends today. */
export const CURRENT = {
  appvr: '8.4.0',
  daVersion: '3.3.28',
  webVersion: '7.5.0',
  appSdkVersion: '48.0.0',
  aigcFeatures: 'app_lip_sync',
  /** Minimum reader version of a draft of the HD tools, and of their component. */
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

/** Which set of headers and query a request uses. */
export type Dialect = 'current' | 'original';
