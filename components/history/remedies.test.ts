import { expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { REMEDIES } from '@/lib/jobs/model/remedy';
import { sampleJob, WAITING } from '@/tests/stories/jobs';
import type { Actions } from './actions';
import { remedyLabel, runRemedy } from './remedies';

const job = WAITING.permission ?? sampleJob();

it.each(REMEDIES)('"%s" has words of its own in every language, and does one thing', (remedy) => {
  for (const language of LANGUAGES) {
    expect(remedyLabel(remedy, job, messagesFor(language))).toMatch(/\p{L}/u);
  }
  const called = vi.fn();
  const actions = new Proxy({} as Actions, { get: (_, name) => () => called(name) });
  runRemedy(remedy, job, actions, () => called('chooseFile'));
  expect(called).toHaveBeenCalledOnce();
});

it('names a second purchase by what came before it', () => {
  const label = (key: string) =>
    remedyLabel('upscale-anyway', WAITING[key] ?? sampleJob(), messagesFor('en'));
  expect(label('duplicate')).toBe('Upscale again');
  expect(label('duplicate of a running one')).toBe('Upscale again');
  expect(label('duplicate of one that is gone')).toBe('Upscale');
  expect(label('already large')).toBe('Upscale anyway');
});

it('promises no picture where the other row has none yet', () => {
  const label = (key: string) =>
    remedyLabel('use-existing', WAITING[key] ?? sampleJob(), messagesFor('en'));
  expect(label('duplicate')).toBe('Use it');
  expect(label('duplicate of a running one')).toBe('Show it');
  expect(label('duplicate of an unconfirmed one')).toBe('Show it');
});
