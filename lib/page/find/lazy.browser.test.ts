import { expect, test } from 'vitest';
import { lazyAddresses } from './lazy';

function addressesOf(value: string): string[] {
  const element = document.createElement('img');
  element.setAttribute('data-src', value);
  return lazyAddresses(element);
}

test('an address of any length takes no time', () => {
  const started = performance.now();
  expect(addressesOf(`url(${' '.repeat(200_000)}x`)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(500);
});

test('a long picture is still one, and a wrapped address is unwrapped', () => {
  const long = `data:image/png;base64,${'A'.repeat(100_000)}`;
  expect(addressesOf(long)).toEqual([long]);
  expect(addressesOf('url("https://x.example/a.png")')).toEqual(['https://x.example/a.png']);
});
