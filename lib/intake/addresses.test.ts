// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { addressesIn, imagesIn, MAX_ADDRESSES } from './addresses';

describe('addressesIn', () => {
  it('takes one address a line, in order and once, and counts what is none', () => {
    const text = [
      '# a comment of text/uri-list',
      '  https://b.example/2.png  ',
      '',
      'HTTP://a.example/1.png',
      'https://b.example/2.png',
      'javascript:alert(1)',
      'data:image/png;base64,AA',
      'file:///etc/passwd',
      'two words https://c.example/',
      'https://',
    ].join('\r\n');
    expect(addressesIn(text)).toEqual({
      urls: ['https://b.example/2.png', 'http://a.example/1.png'],
      notAddresses: 5,
      tooMany: 0,
    });
  });

  it('takes a bounded number', () => {
    const lines = Array.from(
      { length: MAX_ADDRESSES + 7 },
      (_, index) => `https://a.example/${index}`,
    );
    const { urls, tooMany } = addressesIn(lines.join('\n'));
    expect(urls).toHaveLength(MAX_ADDRESSES);
    expect(tooMany).toBe(7);
  });

  it('takes no endless address', () => {
    expect(addressesIn(`https://a.example/${'x'.repeat(10_000)}`)).toMatchObject({
      urls: [],
      notAddresses: 1,
    });
  });
});

it('imagesIn takes the images of HTML, and nothing that is no web address', () => {
  const html = `<a href="https://a.example/page"><img src="https://a.example/1.png"></a>
    <img src="data:image/png;base64,AA"><img src="/relative.png"><img>
    <img src=" https://a.example/2.png?a=1&amp;b=2 ">`;
  expect(imagesIn(html)).toEqual({
    urls: ['https://a.example/1.png', 'https://a.example/2.png?a=1&b=2'],
    notAddresses: 0,
    tooMany: 0,
  });
});
