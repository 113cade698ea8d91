import { SourceError } from './errors';

/** Time and size limits of reading. */
export interface Limits {
  /** ms until a host must start to answer. */
  headersMs: number;
  /** ms for one whole way to read the image. */
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
