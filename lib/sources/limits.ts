import { SourceError } from './errors';

/** When to give up on an image. */
export interface Limits {
  /** ms until the response headers must arrive. */
  headersMs: number;
  /** ms for one way to get the image, all requests included. */
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
