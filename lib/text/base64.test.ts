import { expect, it } from 'vitest';
import { toBase64 } from './base64';

it.each([0, 1, 2, 3, 255, 8_191, 8_192, 8_193, 100_000])('keeps %i bytes', (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
