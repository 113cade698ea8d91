import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { brokenPageReport } from './broken-page';

beforeEach(() => {
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '9.8.7' }) });
});

const STACKS = {
  Chrome: `TypeError: Cannot read properties of undefined (reading 'secret.example')
    at label (chrome-extension://abcdefghijklmnop/chunks/popup-Bx1.js:3:1234)
    at https://secret.example/page.js:1:1`,
  Firefox: `label@moz-extension://0b1c2d3e-1111-2222-3333-444455556666/chunks/popup-Bx1.js:3:1234
f@https://secret.example/page.js:1:1`,
};

it.each(Object.entries(STACKS))(
  'names kind and place of an error, and nothing else: %s',
  (_, stack) => {
    const error = Object.assign(new TypeError('secret.example is no function'), { stack });
    const text = brokenPageReport('popup', error);
    expect(text).toContain('The page "popup" broke: TypeError');
    expect(text).toContain('  /chunks/popup-Bx1.js:3:1234');
    expect(text).not.toMatch(/secret|abcdefgh|0b1c2d3e/);
  },
);

it.each([undefined, 'secret', { name: 'secret' }])('takes whatever is thrown: %j', (thrown) => {
  expect(brokenPageReport('popup', thrown)).not.toContain('secret');
});
