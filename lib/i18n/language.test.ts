import { expect, it } from 'vitest';
import { pickLanguage } from './language';

it.each([
  ['zh', 'zh-CN'],
  ['zh-CN', 'zh-CN'],
  ['zh_CN', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh_HK', 'zh-TW'],
  ['zh-MO', 'zh-TW'],
  ['zh-Hant-HK', 'zh-TW'],
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['ko-KR', 'ko'],
  ['id-ID', 'id'],
  ['en-GB', 'en'],
  ['de', 'de'],
  ['de-AT', 'de'],
  ['fr-CA', 'fr'],
  ['es-419', 'es'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['it', 'en'],
  ['', 'en'],
])('speaks to a browser in "%s" in %s', (tag, language) => {
  expect(pickLanguage('auto', tag)).toBe(language);
});

it('takes the first language of the browser that it knows', () => {
  expect(pickLanguage('auto', ['it', 'zh-CN', 'en'])).toBe('zh-CN');
  expect(pickLanguage(undefined, ['en-US', 'zh-CN'])).toBe('en');
});

it('obeys the setting', () => {
  expect(pickLanguage('zh-CN', 'en')).toBe('zh-CN');
  expect(pickLanguage('en', 'zh-CN')).toBe('en');
});
