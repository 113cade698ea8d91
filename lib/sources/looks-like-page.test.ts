import { expect, test } from 'vitest';
import { looksLikePage } from './looks-like-page';

test.each<[string, string, boolean]>([
  ['text/html', '<!doctype html><title>Sign in</title>', true],
  ['image/jpeg', '\ufeff  <!DOCTYPE HTML>', true],
  ['', '<html lang="en">', true],
  ['text/html; charset=utf-8', '<div>no</div>', true],
  ['application/json', '{"error":1}', true],
  ['application/problem+json', '{"error":1}', true],
  ['text/html', '\x89PNG\r\n\x1a\n', false],
  ['application/json', '\xff\xd8\xff', false],
  ['text/html', '<svg xmlns="x"/>', false],
  ['text/html', '<?xml version="1.0"?>\n<svg xmlns="x"/>', false],
  ['image/svg+xml', '<svg/>', false],
  ['', 'GIF89a', false],
  ['text/html', '', false],
])('%j %j: %s', async (type, content, expected) => {
  expect(await looksLikePage(new Blob([content], { type }))).toBe(expected);
});
