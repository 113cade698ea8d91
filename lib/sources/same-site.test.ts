import { expect, it } from 'vitest';
import { isSameSite } from './same-site';

it.each([
  ['https://a.example.com/x', 'https://b.example.com:8443/y'],
  ['https://example.co.uk/', 'https://cdn.example.co.uk/'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1:8080/i.png'],
  ['https://[::1]/', 'https://[::1]:8443/'],
  ['http://nas/', 'http://nas:81/i.png'],
  ['https://me.github.io/', 'https://me.github.io/i.png'],
  ['https://EXAMPLE.com/', 'https://example.com/'],
])('%s and %s are of one site', (a, b) => {
  expect(isSameSite(a, b)).toBe(true);
  expect(isSameSite(b, a)).toBe(true);
});

it.each([
  ['http://example.com/', 'https://example.com/'],
  ['https://example.com/', 'https://example.org/'],
  ['https://evilexample.com/', 'https://example.com/'],
  ['https://example.com.evil.net/', 'https://example.com/'],
  ['https://one.co.uk/', 'https://two.co.uk/'],
  // Public suffixes of the private section: each name below them has another owner.
  ['https://me.github.io/', 'https://you.github.io/'],
  ['https://a.blogspot.com/', 'https://b.blogspot.com/'],
  ['http://127.0.0.1/', 'http://127.0.0.2/'],
  ['http://10.0.0.1/', 'http://11.0.0.1/'],
  ['http://nas/', 'http://router/'],
  ['about:blank', 'about:blank'],
  ['data:image/png,x', 'data:image/png,x'],
  ['', 'https://example.com/'],
  ['nonsense', 'nonsense'],
])('%s and %s are not', (a, b) => {
  expect(isSameSite(a, b)).toBe(false);
  expect(isSameSite(b, a)).toBe(false);
});
