import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings } from '@/lib/browser/storage/settings';
import { BACKGROUND_WORDS } from '@/lib/i18n/background-words';
import type { Language } from '@/lib/i18n/locales/languages';
import { createLanguage } from './language';

/** Addresses that were fetched. */
let fetched: string[] = [];

/** Answers with the files of the package. @param delay ms by language */
function servePackage(delay: Partial<Record<Language, number>> = {}): void {
  vi.stubGlobal('fetch', async (url: string) => {
    fetched.push(url);
    const language = url.slice('/words/'.length, -'.json'.length) as Language;
    await new Promise((resolve) => setTimeout(resolve, delay[language] ?? 0));
    return new Response(JSON.stringify(BACKGROUND_WORDS[language]));
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  fetched = [];
  fakeBrowser.i18n.getUILanguage = () => 'en-US';
  vi.stubGlobal('navigator', { languages: ['en-US'] });
  servePackage();
});
afterEach(() => vi.restoreAllMocks());

describe('the language of the background', () => {
  it('is English without a file', async () => {
    const language = createLanguage();
    await language.ready;
    expect(language.messages().feedback.close).toBe('Close');
    expect(fetched).toEqual([]);
  });

  it('is that of the browser', async () => {
    fakeBrowser.i18n.getUILanguage = () => 'ko-KR';
    const language = createLanguage();
    await language.ready;
    expect(fetched).toEqual(['/words/ko.json']);
    expect(language.messages().badge.failed(2)).toBe('이미지 2장 실패');
    expect(language.messages().feedback.reasons.access('a.example')).toContain('a.example');
  });

  it('is that of the settings, whatever the browser speaks', async () => {
    await changeSettings({ language: 'ja' });
    const language = createLanguage();
    await language.ready;
    expect(language.messages().language).toBe('ja');
  });

  it('follows the settings; the last change wins, however long a file takes', async () => {
    servePackage({ ja: 30 });
    const language = createLanguage();
    await language.ready;
    language.apply({ language: 'ja' });
    language.apply({ language: 'id' });
    await language.ready;
    expect(language.messages().language).toBe('id');
    language.apply({ language: 'en' });
    await language.ready;
    expect(language.messages().language).toBe('en');
  });

  it('stays as it is while a file cannot be read, and is ready all the same', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const language = createLanguage();
    await language.ready;
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    language.apply({ language: 'ja' });
    await language.ready;
    expect(language.messages().language).toBe('en');
    servePackage();
    language.apply({ language: 'ja' });
    await language.ready;
    expect(language.messages().language).toBe('ja');
  });
});
