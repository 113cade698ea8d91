import { describe, expect, test } from 'vitest';
import { nameFromUrl, resultFileName } from './filename';

describe('resultFileName', () => {
  test.each<[string, string]>([
    ['sunset', 'sunset_2k.png'],
    ['my photo (1)', 'my photo (1)_2k.png'],
    ['图片 – été', '图片 – été_2k.png'],
    ['', 'image_2k.png'],
    ['   ', 'image_2k.png'],
    ['...', 'image_2k.png'],
    ['???', 'image_2k.png'],
    ['.hidden', 'hidden_2k.png'],
    ['../../etc/passwd', '_.._etc_passwd_2k.png'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j_2k.png'],
    ['100% %TEMP%', '100_ _TEMP__2k.png'],
    ['~backup', 'backup_2k.png'],
    ['trailing. . ', 'trailing_2k.png'],
    ['CON', 'CON__2k.png'],
    ['nul.txt', 'nul_.txt_2k.png'],
    ['line\r\nbreak\ttab', 'line break tab_2k.png'],
    ['nul\0byte\x1b[0m', 'nulbyte[0m_2k.png'],
    // A right-to-left override makes "gpj.exe" look like "exe.jpg".
    ['photo\u202egpj.exe', 'photogpj.exe_2k.png'],
    ['\u2066iso\u2069la\u200fted', 'isolated_2k.png'],
    ['zero\u200bwidth\ufeff\u2060', 'zerowidth_2k.png'],
    ['family 👨‍👩‍👧', 'family 👨‍👩‍👧_2k.png'],
    ['wave 👋🏽‍x\u200dy', 'wave 👋🏽‍xy_2k.png'],
    ['half \ud83d', 'half_2k.png'],
    ['soft\u00adhyphen', 'softhyphen_2k.png'],
    ['e\u0301', 'é_2k.png'],
  ])('%j -> %j', (name, expected) => {
    expect(resultFileName({ name, target: '2k', type: 'png' })).toBe(expected);
  });

  test('takes the extension from the bytes', () => {
    expect(resultFileName({ name: 'a.png', target: '4k', type: 'jpeg' })).toBe('a.png_4k.jpg');
    expect(resultFileName({ name: 'a', target: '2k', type: 'webp' })).toBe('a_2k.webp');
  });

  test.each(['a', 'é', '图', '👨‍👩‍👧', 'e\u0323\u0301'])(
    'cuts a long name of %s at a character',
    (piece) => {
      const file = resultFileName({ name: piece.repeat(500), target: '2k', type: 'png' });
      const stem = file.slice(0, -'_2k.png'.length);
      const composed = piece.normalize('NFC');
      expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(120);
      expect(new TextEncoder().encode(file).length).toBeGreaterThan(90);
      expect(stem).toBe(composed.repeat(stem.length / composed.length));
    },
  );

  test('leaves no dot or space where a long name was cut', () => {
    const name = `${'a'.repeat(112)} . b`;
    expect(resultFileName({ name, target: '2k', type: 'png' })).toBe(`${'a'.repeat(112)}_2k.png`);
  });

  test('is safe for every character of the basic plane', () => {
    for (let code = 0; code < 0x10000; code += 1) {
      const file = resultFileName({
        name: `a${String.fromCharCode(code)}b`,
        target: '2k',
        type: 'png',
      });
      expect(file).not.toMatch(/[<>:"/\\|?*%\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
    }
  });
});

describe('nameFromUrl', () => {
  test.each<[string, string]>([
    ['https://x.test/photos/red%20fox.jpg', 'red fox'],
    ['https://x.test/photos/red-fox.jpeg?w=300#top', 'red-fox'],
    ['https://x.test/%E5%9B%BE%E7%89%87.png', '图片'],
    ['https://x.test/fox.large.webp', 'fox.large'],
    ['https://x.test/fox/', 'fox'],
    ['https://x.test/v1.2', 'v1.2'],
    ['https://x.test/100%.png', '100%'],
    ['https://x.test/%ff%fe.png', '%ff%fe'],
    ['https://x.test/a%2Fb%00%E2%80%AEc.png', 'a/bc'],
    ['https://x.test/', 'Title'],
    ['https://x.test/image.png', 'Title'],
    ['https://x.test/index.php?id=3', 'Title'],
    ['https://x.test/IMAGE', 'Title'],
    ['https://x.test/0123456789abcdef0123.png', 'Title'],
    ['https://x.test/550e8400-e29b-41d4-a716-446655440000.png', 'Title'],
    ['https://x.test/1234567.jpg', 'Title'],
    ['data:image/png;base64,AAAA', 'Title'],
    ['blob:https://x.test/550e8400-e29b-41d4-a716-446655440000', 'Title'],
    ['not an address', 'Title'],
    ['', 'Title'],
  ])('%s -> %s', (url, expected) => {
    expect(nameFromUrl(url, ' Title\n')).toBe(expected);
  });

  test('falls back to what there is', () => {
    expect(nameFromUrl('https://x.test/image.png', '')).toBe('image');
    expect(nameFromUrl('https://x.test/1234.png', '\u202e ')).toBe('1234');
    expect(nameFromUrl('data:,', '')).toBe('image');
  });

  test('is never long', () => {
    expect(nameFromUrl('data:,', '👋'.repeat(500))).toBe('👋'.repeat(200));
  });
});
