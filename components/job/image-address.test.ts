import { describe, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import { imageAddress } from './image-address';

const { origin } = sampleJob();
const of = (url: string) => {
  const address = imageAddress({ origin: { ...origin, url } as typeof origin });
  return address && { href: address.href, label: `${address.host}/${address.path}` };
};

describe('the address of an image', () => {
  it.each([
    ['https://cdn.example.com/harbour.jpg', 'cdn.example.com/harbour.jpg'],
    [
      'https://cdn.example.com:8443/a/b/c/harbour.jpg?sig=x#y',
      'cdn.example.com:8443/…/harbour.jpg',
    ],
    ['http://cdn.example.com/', 'cdn.example.com/'],
    ['https://cdn.example.com/%E6%B8%AF%E5%8F%A3.jpg', 'cdn.example.com/港口.jpg'],
    ['https://cdn.example.com/%E0%A4%A.jpg', 'cdn.example.com/%E0%A4%A.jpg'],
  ])('%s is shown as %s', (url, label) => {
    expect(of(url)).toEqual({ href: new URL(url).href, label });
  });

  it('is shown by its end when it is long', () => {
    const label = of(`https://cdn.example.com/${'a'.repeat(300)}.jpg`)?.label ?? '';
    expect(label).toMatch(/^cdn\.example\.com\/…a+\.jpg$/);
    expect(label.length).toBeLessThan(60);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'blob:https://gallery.example/1b4e28ba',
    'file:///etc/passwd',
    'screen:https://cdn.example.com/harbour.jpg',
    'capture:1',
    'https://',
    '',
  ])('%s is none', (url) => {
    expect(of(url)).toBeUndefined();
  });

  it('is none of a file', () => {
    expect(imageAddress({ origin: { kind: 'file', blobKey: '', name: 'a.jpg' } })).toBeUndefined();
  });

  it('names the host it leads to, whatever stands before it', () => {
    expect(of('https://bank.example:secret@evil.example/a.jpg')).toEqual({
      href: 'https://evil.example/a.jpg',
      label: 'evil.example/a.jpg',
    });
  });

  it('has no characters that turn it around, and no markup but text', () => {
    const address = of('https://cdn.example.com/%E2%80%AEgpj.exe%0A%3Cimg%20src=x%3E"onclick="a');
    expect(address?.label).toBe('cdn.example.com/gpj.exe <img src=x>"onclick="a');
    expect(address?.href).not.toMatch(/["<>\n]/);
  });
});
