import { afterEach, expect, test, vi } from 'vitest';
import { bytesAt, contentKeyOf, Keeper } from './keeper';

afterEach(() => vi.restoreAllMocks());

const bytes = (size: number, last = 1): Blob => {
  const content = new Uint8Array(size);
  content[size - 1] = last;
  return new Blob([content]);
};

test('keeps bytes up to its limit, and has room again for what was released', () => {
  const keeper = new Keeper();
  keeper.max = 100;
  const key = keeper.keep(bytes(60));
  expect(keeper.keep(bytes(60))).toBeUndefined();
  keeper.release(key);
  keeper.release(key);
  expect(keeper.bytes).toBe(0);
  expect(keeper.of(keeper.keep(bytes(100)))?.size).toBe(100);
  keeper.clear();
  expect(keeper.bytes).toBe(0);
});

test.each([
  ['with', true],
  ['without', false],
])('names equal bytes equally, on a page %s https', async (_, isSecure) => {
  if (!isSecure) vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(undefined as never);
  expect(await contentKeyOf(bytes(300_000))).toBe(await contentKeyOf(bytes(300_000)));
  expect(await contentKeyOf(bytes(300_000))).not.toBe(await contentKeyOf(bytes(300_000, 2)));
  expect(await contentKeyOf(bytes(300_000))).not.toBe(await contentKeyOf(bytes(300_001)));
});

test('reads what an address holds, unless that is too much or gone', async () => {
  const address = URL.createObjectURL(bytes(500));
  expect(await bytesAt(address, 500)).toMatchObject({ size: 500 });
  expect(await bytesAt(address, 499)).toBe('large');
  URL.revokeObjectURL(address);
  expect(await bytesAt(address, 500)).toBeUndefined();
});
