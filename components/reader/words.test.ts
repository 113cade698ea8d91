import { describe, expect, it } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { BATCH_PAUSES } from '@/lib/jobs/model/batch';
import { ALL_CODES, ENDED, failedJob, RUNNING, WAITING } from '@/tests/stories/jobs';
import { localeOf } from '../ui/locale';
import { reasonOf } from './words';

const STATES = [
  ...Object.values({ ...RUNNING, ...WAITING, ...ENDED }),
  ...ALL_CODES.map((code) => failedJob(code)),
];
const BATCH = {
  id: 'batch',
  name: '',
  createdAt: 0,
  target: '2k',
  size: 1,
  leftOut: { large: 0, known: 0 },
} as const;

describe.each(LANGUAGES)('in %s', (language) => {
  const locale = localeOf(language, messagesFor(language));
  const pauses = [
    { batch: BATCH, isAllPaused: false },
    { batch: BATCH, isAllPaused: true },
    ...BATCH_PAUSES.map((by) => ({
      batch: { ...BATCH, paused: { by, at: 0 } },
      isAllPaused: false,
    })),
  ];

  it('every page that does not show its result says why, and every other one says nothing', () => {
    for (const pause of pauses) {
      for (const job of STATES) {
        for (const isGone of [false, true]) {
          const leaf = { job, isGone };
          const reason = reasonOf(leaf, { kind: 'source', url: 'blob:1' }, pause, locale);
          const said = `${reason?.short} ${reason?.sentence ?? ''}`;
          expect(said).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/);
          expect(reason?.short.trim()).not.toBe('');
          const withResult = reasonOf(leaf, { kind: 'result', url: 'blob:1' }, pause, locale);
          expect(withResult === undefined).toBe(job.stage === 'done' && !isGone);
        }
      }
    }
  });
});
