import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawn } from '@/tests/support/drawn';
import { type NameFacts, type NameRule, savePath } from './filename';
import { nameFromUrl } from './name-from-url';
import { isCounting, NAME_FIELDS } from './name-template';

const DEFAULT: NameRule = { template: '{name}_{target}', folder: '' };
const FACTS: NameFacts = {
  name: 'boat',
  type: 'png',
  target: '2k',
  upscaler: 'smart-hd',
  host: 'gallery.example',
  title: 'Boats',
  width: 2880,
  height: 2160,
  scale: 2.8125,
  counter: 7,
  id: '1b4e28ba-2fa1-11d2-883f-0016d3cca427',
  at: new Date(2026, 10, 22, 9, 5, 3).getTime(),
};

/** The default names. */
function resultFileName(facts: Pick<NameFacts, 'name' | 'target' | 'type'>): string {
  return savePath(DEFAULT, { ...FACTS, ...facts });
}
const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('the default name', () => {
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
    ['你好呀~', '你好呀_2k.png'],
    ['con~', 'con__2k.png'],
    ['trailing. . ', 'trailing_2k.png'],
    ['CON', 'CON__2k.png'],
    ['nul.txt', 'nul_.txt_2k.png'],
    ['line\r\nbreak\ttab', 'line break tab_2k.png'],
    ['nul\0byte\x1b[0m', 'nulbyte[0m_2k.png'],
    // A right-to-left override makes "gpj.exe" look like "exe.jpg".
    ['photo\u202egpj.exe', 'photogpj.exe_2k.png'],
    ['\u2066iso\u2069la\u200fted', 'isolated_2k.png'],
    ['zero\u200bwidth\ufeff\u2060', 'zerowidth_2k.png'],
    ['family 👨‍👩‍👧', 'family 👨👩👧_2k.png'],
    ['wave 👋🏽\u200dx\u200dy', 'wave 👋🏽xy_2k.png'],
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

  test.each(['a', 'é', '图', '👋🏽', 'e\u0323\u0301'])(
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

  test('has a visible character for any name', () => {
    const invisible = fc.constantFrom(
      ...'\u3164\u2800\u034f\u115f\u1160\u17b4\u180b\ufe0f\uffa0\u200d\u00ad \u3000',
      '\u{e0061}',
      '\u{1d173}',
    );
    fc.assert(
      fc.property(
        fc.array(invisible, { maxLength: 200 }),
        fc.constantFrom('{name}', '{title}', '{name}{title}', '{name}.{ext}'),
        (letters, template) => {
          const name = letters.join('');
          const file = savePath(
            { template, folder: name },
            { ...FACTS, name, title: name, type: 'png' },
          );
          expect(file).toBe('image.png');
        },
      ),
      drawn(500),
    );
  });

  test.each(['👩‍👩‍👧‍👦', '❤️', '🏴‍☠️', '가나다', 'ㅤa'])('keeps %s', (name) => {
    const stem = resultFileName({ name, target: '2k', type: 'png' }).slice(0, -'_2k.png'.length);
    expect(stem).not.toBe('image');
    expect(stem.length).toBeGreaterThan(0);
  });

  test('is safe for every character of the basic plane', { timeout: 60_000 }, () => {
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

describe('a template', () => {
  test.each<[string, string]>([
    ['{title}', 'Boats.png'],
    ['{host} {name}', 'gallery.example boat.png'],
    ['{date} {time} {name}', '2026-11-22 09-05-03 boat.png'],
    ['{name} {width}x{height} {scale}', 'boat 2880x2160 2.8x.png'],
    ['{name}-{upscaler}-{target}', 'boat-smart-hd-2k.png'],
    ['{counter} {id}', '0007 1b4e28ba.png'],
    ['{name}.{ext}', 'boat.png'],
    ['{ext} {name}', 'png boat.png'],
    ['{name}.exe', 'boat.exe.png'],
    ['{nothing} {name}', '{nothing} boat.png'],
    ['{name}/{target}', 'boat_2k.png'],
    ['..\\{name}', '_boat.png'],
    ['', 'image.png'],
    ['   ', 'image.png'],
    ['...', 'image.png'],
    ['nul', 'nul_.png'],
    ['clock$', 'clock$_.png'],
    ['Clock$.x', 'Clock$_.x.png'],
    ['conin$', 'conin$_.png'],
    ['no fields', 'no fields.png'],
  ])('%j -> %j', (template, expected) => {
    expect(savePath({ template, folder: '' }, FACTS)).toBe(expected);
  });

  test.each<[string, string]>([
    ['{title} - {name}', 'boat.png'],
    ['{name}_{title}', 'boat.png'],
    ['{name}_{host}_{scale}', 'boat.png'],
    ['{host}', 'image.png'],
  ])('%j leaves no separator beside an empty field', (template, expected) => {
    const facts = { ...FACTS, title: '\u202e ', host: '', scale: undefined };
    expect(savePath({ template, folder: '' }, facts)).toBe(expected);
  });

  test('does not expand fields inside a value', () => {
    const facts = { ...FACTS, title: '{id}', name: '{host}' };
    expect(savePath({ template: '{title} {name}', folder: '' }, facts)).toBe('{id} {host}.png');
  });

  test('cuts the fields from the page, and keeps the rest', () => {
    const facts = { ...FACTS, title: '图'.repeat(5_000), name: 'a'.repeat(300) };
    const path = savePath({ template: '{title} {name}_{target}_{id}', folder: '' }, facts);
    expect(path).toMatch(/^图+ a+_2k_1b4e28ba\.png$/);
    expect(bytes(path)).toBeLessThanOrEqual(120);
    expect(bytes(path)).toBeGreaterThan(110);
  });

  test('is cut itself if it is too long', () => {
    const path = savePath({ template: `${'x'.repeat(200)}{name}`, folder: '' }, FACTS);
    expect(path).toMatch(/^x{100,}\.png$/);
    expect(bytes(path)).toBeLessThanOrEqual(120);
  });

  test('that repeats a field cuts each repetition', () => {
    const facts = { ...FACTS, name: 'é'.repeat(300) };
    const path = savePath({ template: '{name}-{name}-{name}', folder: '' }, facts);
    expect(bytes(path)).toBeLessThanOrEqual(120);
    expect(path).toMatch(/^(é+)-\1-\1\.png$/);
  });

  test('says whether it counts', () => {
    expect(isCounting(DEFAULT.template)).toBe(false);
    expect(isCounting('{name}/{counter}')).toBe(true);
  });
});

describe('a folder', () => {
  test.each<[string, string]>([
    ['Dreamina', 'Dreamina/boat_2k.png'],
    ['Dreamina/{host}/{date}', 'Dreamina/gallery.example/2026-11-22/boat_2k.png'],
    ['a\\b', 'a/b/boat_2k.png'],
    ['/etc//x/', 'etc/x/boat_2k.png'],
    ['../../..', 'boat_2k.png'],
    ['..', 'boat_2k.png'],
    ['a/../b', 'a/b/boat_2k.png'],
    ['./~/. /b', 'b/boat_2k.png'],
    ['C:/Windows', 'C_/Windows/boat_2k.png'],
    ['con/aux.d', 'con_/aux_.d/boat_2k.png'],
    ['trailing. /x', 'trailing/x/boat_2k.png'],
    ['%APPDATA%', '_APPDATA_/boat_2k.png'],
    ['pics~/你好~. ~', 'pics/你好/boat_2k.png'],
    ['nas.local/a.LNK/b.url/c.scf', 'nas_local/a_LNK/b_url/c_scf/boat_2k.png'],
    ['a.local.d', 'a.local.d/boat_2k.png'],
    ['Desktop.ini/thumbs.db', 'Desktop.ini_/thumbs.db_/boat_2k.png'],
    ['clock$/conout$', 'clock$_/conout$_/boat_2k.png'],
    [
      'x.{20D04FE0-3AEA-1069-A2D8-08002B30309D}',
      'x_{20D04FE0-3AEA-1069-A2D8-08002B30309D}/boat_2k.png',
    ],
  ])('%j -> %j', (folder, expected) => {
    expect(savePath({ ...DEFAULT, folder }, FACTS)).toBe(expected);
  });

  test('comes from the rule only: slashes of a page make no folder', () => {
    const facts = { ...FACTS, title: '../../Startup/evil', host: '..' };
    const path = savePath({ ...DEFAULT, folder: '{title}/{host}' }, facts);
    expect(path).toBe('_.._Startup_evil/boat_2k.png');
  });

  test('is valid after a cut too', () => {
    const path = (folder: string) => savePath({ ...DEFAULT, folder }, FACTS);
    expect(path(`${'x'.repeat(38)}~yy`)).toBe(`${'x'.repeat(38)}/boat_2k.png`);
    expect(path(`${'x'.repeat(35)}.lnk.d`)).toBe(`${'x'.repeat(35)}_lnk/boat_2k.png`);
  });

  test('leaves room for the name', () => {
    const facts = { ...FACTS, name: 'n'.repeat(300) };
    const path = savePath({ ...DEFAULT, folder: `${'folder/'.repeat(40)}` }, facts);
    expect(bytes(path)).toBeLessThanOrEqual(201);
    expect(path).toMatch(/^(folder\/)+n+_2k\.png$/);
  });
});

test('the path is safe on every system, for any rule and any facts', { timeout: 60_000 }, () => {
  const nasty = [
    '../',
    '..\\',
    'CON',
    'nul.',
    ' . ',
    '\u202e',
    '\0',
    'é'.repeat(90),
    '{id}',
    '%T%',
    '~',
    '|',
    'a',
    '.local',
    '.lnk',
    'clock$',
    'desktop.ini',
    '👨\u200d👩',
  ];
  let seed = 1;
  const pick = <T>(from: readonly T[]): T => {
    seed = (seed * 48_271) % 2_147_483_647;
    return from[seed % from.length] as T;
  };
  const phrase = (of: readonly string[]) => Array.from({ length: 6 }, () => pick(of)).join('');
  const fields = NAME_FIELDS.map((field) => `{${field}}`);
  for (let round = 0; round < 3_000; round += 1) {
    const rule = {
      template: phrase([...nasty, ...fields]),
      folder: phrase([...nasty, ...fields, '/']),
    };
    const page = { name: phrase(nasty), title: phrase(nasty), host: phrase(nasty) };
    const own = { alt: phrase(nasty), batch: phrase(nasty), folder: phrase([...nasty, '/']) };
    const facts = { ...FACTS, ...page, ...own };
    const path = savePath(rule, facts);
    expect(bytes(path)).toBeLessThanOrEqual(201);
    expect(path).toMatch(/\.png$/);
    const parts = path.split('/');
    for (const folder of parts.slice(0, -1)) {
      expect(folder).not.toMatch(/~$|\.(local|lnk|scf|url)$|\.\{|^(desktop\.ini|thumbs\.db)$/i);
    }
    for (const part of parts) {
      expect(part, JSON.stringify({ rule, facts })).toMatch(/^[^.~\s]/);
      expect(part).not.toMatch(
        /[<>:"\\|?*%\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069]|[. ]$/u,
      );
      expect(part).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d|clock\$) *(\.|$)/i);
    }
  }
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

  test('falls back to the title, the raw name and "image"', () => {
    expect(nameFromUrl('https://x.test/image.png', '')).toBe('image');
    expect(nameFromUrl('https://x.test/1234.png', '\u202e ')).toBe('1234');
    expect(nameFromUrl('data:,', '')).toBe('image');
  });

  test('is never long', () => {
    expect(nameFromUrl('data:,', '👋'.repeat(500))).toBe('👋'.repeat(200));
  });
});
