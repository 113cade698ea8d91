import { SourceError } from './errors';

/** How long and how much we read before we give up. */
export interface Limits {
  /** ms until a host must have begun to answer. */
  headersMs: number;
  /** ms for everything one way of getting the picture may take. */
  totalMs: number;
  maxBytes: number;
}

export const LIMITS: Limits = {
  headersMs: 20_000,
  totalMs: 60_000,
  maxBytes: 100 * 1024 * 1024,
};

export function tooLarge(host: string): SourceError {
  return new SourceError('image-too-large', host);
}
