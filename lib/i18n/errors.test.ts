import { describe, expect, it } from 'vitest';
import { ALL_CODES, WAITING } from '@/tests/stories/jobs';
import { sentenceFor, waitingSentence } from './errors';
import { LANGUAGES } from './language';
import { messagesFor } from './messages';

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

  it('has a sentence for every reason to wait', () => {
    for (const { waiting } of Object.values(WAITING)) {
      if (!waiting || waiting.reason === 'permission') continue;
      const sentence = waitingSentence(waiting, '4K', messages);
      expect(sentence).toMatch(/[.。]$/);
      expect(sentence).not.toMatch(/undefined|NaN/);
    }
  });
});
