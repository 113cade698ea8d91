import type { ErrorCode, Failure } from './job';

/** A thrown value as plain data. */
export interface CaughtError {
  code: ErrorCode;
  detail?: NonNullable<Failure['detail']>;
  /** ms, if the service asked for a pause. */
  retryAfterMs?: number;
}

interface CodedError {
  name: string;
  code: ErrorCode;
  detail?: NonNullable<Failure['detail']>;
  host?: string;
  retryAfterMs?: number;
}

// By name, not by class: the layers are injected, and an error may come from another realm.
const CODED_NAMES: ReadonlySet<string> = new Set([
  'JimengError',
  'ImageError',
  'SourceError',
  'JobError',
]);

function isCoded(error: unknown): error is CodedError {
  return error instanceof Error && CODED_NAMES.has(error.name) && 'code' in error;
}

/** Errors thrown by the engine itself. */
export class JobError extends Error {
  override name = 'JobError' as const;
  constructor(
    readonly code: ErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** Turns anything a step throws into plain data with a known code. */
export function caught(error: unknown): CaughtError {
  if (isCoded(error)) {
    const detail = { ...error.detail, ...(error.host !== undefined && { host: error.host }) };
    return {
      code: error.code,
      ...(Object.keys(detail).length > 0 && { detail }),
      ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
    };
  }
  if (error instanceof Error && error.name === 'QuotaExceededError')
    return { code: 'storage-full' };
  // We did not abort it (`isAbort` catches that), so the browser gave up the request.
  if (isAbortError(error)) return { code: 'network' };
  return { code: 'internal' };
}

/** Whether the signal of the step stopped it, because the job was cancelled. */
export function isAbort(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && isAbortError(error);
}

function isAbortError(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
