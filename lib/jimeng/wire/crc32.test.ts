import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32Hex, sameCrc } from './crc32';

describe('crc32Hex', () => {
  it('gives the check value of CRC-32', async () => {
    expect(await crc32Hex(new Blob(['123456789']))).toBe('cbf43926');
  });

  it.each([0, 1, (1 << 20) - 1, 1 << 20, (1 << 21) + 7])(
    'agrees with zlib on %i bytes',
    async (n) => {
      const bytes = Uint8Array.from({ length: n }, (_, index) => (index * 31) % 251);
      expect(await crc32Hex(new Blob([bytes]))).toBe(
        zlibCrc32(bytes).toString(16).padStart(8, '0'),
      );
    },
  );

  it('pads with zeros', async () => {
    expect(await crc32Hex(new Blob(['33']))).toBe('0a6216d9');
  });
});

it.each([
  ['cbf43926', 'CBF43926', true],
  ['00a1b2c3', 'a1b2c3', true],
  ['cbf43926', 'cbf43927', false],
])('sameCrc(%s, %s) is %s', (one, other, same) => {
  expect(sameCrc(one, other)).toBe(same);
});
