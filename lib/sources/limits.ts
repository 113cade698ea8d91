import { SourceError } from './errors';

/** When to give up on an image. */
export interface Limits {
  /** ms until the response headers must arrive. */
  headersMs: number;
  /** ms for one way to get the image, all requests included. */
  totalMs: number;
  maxBytes: number;
  /** Called once with the first bytes of an answer of the background's request; reading goes on after it. */
  onStart?(bytes: Blob): Promise<void>;
}

export const LIMITS: Limits = {
  headersMs: 20_000,
  totalMs: 60_000,
  maxBytes: 100 * 1024 * 1024,
};

export function tooLarge(host: string): SourceError {
  return new SourceError('image-too-large', host);
}
