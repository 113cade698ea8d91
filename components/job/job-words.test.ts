import { describe, expect, it } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import type { Job } from '@/lib/jobs/model/job';
import { RUNNING, sampleJob } from '@/tests/stories/jobs';
import { localeOf } from '../ui/locale';
import { queueOf, stageOf } from './job-words';

const english = localeOf('en', messagesFor('en'));
const queued: Job = RUNNING['generating, in the queue'] ?? sampleJob();

describe('an order that waits in the queue of the service', () => {
  it.each(LANGUAGES)(
    'has its place in %s, with the length of the queue if that is known',
    (each) => {
      const locale = localeOf(each, messagesFor(each));
      const [place, length] = [4_231, 141_681].map(locale.formats.number);
      const both = queueOf({ place: 4_231, length: 141_681 }, locale);
      expect(both).toContain(place);
      expect(both).toContain(length);
      const one = queueOf({ place: 4_231 }, locale);
      expect(one).toContain(place);
      expect(one).not.toMatch(/undefined/);
    },
  );

  it('says so in place of the stage, until it is upscaled', () => {
    expect(stageOf(queued, english)).toBe('In queue: 4,231 of 141,681');
    expect(stageOf({ ...queued, stage: 'ready' }, english)).toBe('Downloading the result');
  });
});
