import { SourceError, type SourceErrorCode } from './errors';

/** The failure for an HTTP status of 400 or above. */
export function statusError(status: number, host: string): SourceError {
  return new SourceError(codeOf(status), host);
}

function codeOf(status: number): SourceErrorCode {
  if (status === 404 || status === 410) return 'source-not-found';
  if (status === 401 || status === 403 || status === 451) return 'source-refused';
  if (status === 408 || status === 504) return 'source-timeout';
  return 'source-host-error';
}
