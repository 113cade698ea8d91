import { expect, it } from 'vitest';
import { thirdPartyText } from '@/scripts/release/third-party';

const IDB = { name: 'idb', version: '8.0.4', identifier: 'ISC', text: 'ISC License\n\nCopyright' };

it('names each bundled package once, with its source and its licence', () => {
  const text = thirdPartyText([IDB, { ...IDB }]);
  expect(text.match(/idb 8\.0\.4/g)).toHaveLength(1);
  expect(text).toContain('Source: https://github.com/jakearchibald/idb');
  expect(text).toContain('ISC License\n\nCopyright');
});

it('takes the text of a package that has none from one of the same repository', () => {
  const text = thirdPartyText([{ name: 'wxt', version: '1.0.0', identifier: 'MIT' }]);
  expect(text).toContain('Source: https://github.com/wxt-dev/wxt');
  expect(text).toMatch(/MIT License\s+Copyright \(c\)/);
});

it('gives such a package its own copyright line', () => {
  const text = thirdPartyText([
    { name: '@webext-core/messaging', version: '4.0.0', identifier: 'MIT' },
  ]);
  expect(text).toContain('Source: https://github.com/aklinker1/webext-core');
  expect(text).toMatch(/MIT License\s+Copyright \(c\) 2022 Aaron\s+Permission is hereby granted/);
  expect(text.match(/Copyright \(c\)/g)).toHaveLength(1);
});

it('lets no build pass that holds a package without a text', () => {
  expect(() => thirdPartyText([{ name: 'idb', version: '8.0.4' }])).toThrow('idb 8.0.4');
});
