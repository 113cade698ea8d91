import type { Exchange } from '../model/exchange';

/** Requests of an upload, in their order. */
export const UPLOAD_PHASES = ['token', 'apply', 'put', 'commit'] as const;
export type Phase = (typeof UPLOAD_PHASES)[number];

/** Which part of an upload a request belongs to (docs/PROTOCOL.md, section 3). */
export function phaseOf({ method, path, query }: Exchange): Phase | undefined {
  if (path === '/mweb/v1/get_upload_token') return 'token';
  if (path.startsWith('/upload/')) return 'put';
  if (path !== '/' || !query.includes('Action')) return undefined;
  return method === 'GET' ? 'apply' : 'commit';
}
