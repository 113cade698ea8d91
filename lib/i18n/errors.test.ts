import { describe, expect, it } from 'vitest';
import { ALL_CODES, WAITING } from '@/tests/stories/jobs';
import { messagesFor } from './all-messages';
import { sentenceFor, waitingSentence } from './errors';
import { LANGUAGES, type Language } from './locales/languages';

/** What Chrome calls the switch that lets an extension read local files. */
const FILE_SWITCH: Record<Language, string> = {
  en: '“Allow access to file URLs”',
  'zh-CN': '“允许访问文件网址”',
  'zh-TW': '「允許存取檔案網址」',
  ja: '「ファイルの URL へのアクセスを許可する」',
  ko: '‘파일 URL에 대한 액세스 허용’',
  id: '“Izinkan akses ke URL file”',
  es: '«Permitir acceso a URL de archivo»',
  'pt-BR': '“Permitir acesso a URLs de arquivo”',
  de: '„Zugriff auf Datei-URLs zulassen“',
  fr: '«\u00a0Autoriser l’accès aux URL de fichier\u00a0»',
};

describe.each(LANGUAGES)('sentences in %s', (language) => {
  const messages = messagesFor(language);

  it.each(ALL_CODES)('%s says what happened and what it cost', (code) => {
    for (const charged of ['no', 'maybe'] as const) {
      for (const host of [undefined, 'cdn.example.com']) {
        const sentence = sentenceFor(code, { charged, target: '4K', host }, messages);
        expect(sentence.endsWith(messages.charged[charged])).toBe(true);
        expect(sentence.length).toBeGreaterThan(messages.charged[charged].length + 4);
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
        // A code such as "risk-control"; plain words such as "busy" or "network" may well occur.
        if (code.includes('-')) expect(sentence).not.toContain(code);
      }
    }
  });

  it('names the host that is to blame', () => {
    const params = { charged: 'no', target: '2K', host: 'cdn.example.com' } as const;
    for (const code of ALL_CODES.filter((each) =>
      /^source-(not|refused|host|un.*able|time)/.test(each),
    )) {
      expect(sentenceFor(code, params, messages)).toContain('cdn.example.com');
    }
  });

  it('names the browser’s switch where local files are out of reach', () => {
    const params = { charged: 'no', target: '2K' } as const;
    expect(sentenceFor('source-unsupported', params, messages)).toContain(FILE_SWITCH[language]);
  });

  it('has a sentence for every reason to wait', () => {
    for (const { waiting } of Object.values(WAITING)) {
      if (!waiting || waiting.reason === 'permission') continue;
      for (const size of [undefined, '4096 × 3072']) {
        const sentence = waitingSentence(waiting, { target: '4K', size }, messages);
        expect(sentence).toMatch(/[.?。？]$/);
        expect(sentence).not.toMatch(/undefined|NaN/);
      }
    }
  });
});

it('names both sizes of a picture that is large enough already', () => {
  const params = { target: '2K', size: '4096 × 3072' };
  const waiting = { reason: 'already-large', since: 0 } as const;
  expect(waitingSentence(waiting, params, messagesFor('en'))).toBe(
    'This image is already 4096 × 3072, as large as 2K. Keeping it is free.',
  );
});
