import { describe, expect, it } from 'vitest';
import { aboutSite } from '@/lib/i18n/about-site';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import type { Job } from '@/lib/jobs/model/job';
import { ENDED, failedJob, RUNNING, sampleJob, WAITING } from '@/tests/stories/jobs';
import { feedbackContent, type Situation } from './feedback-words';

const EN = aboutSite(backgroundMessages('en'), 'Jimeng');

function tell(parts: Partial<Situation>, messages = EN) {
  const situation = { job: sampleJob(), done: 1, running: 0, isSaving: false, ...parts };
  const { buttons, ...content } = feedbackContent(situation, messages);
  return { ...content, actions: buttons.map(({ action }) => action) };
}

const done = { ...(ENDED.done ?? sampleJob()), name: 'night-lake' };
const waiting = (key: string) => WAITING[key] ?? sampleJob();

describe('a row that has begun', () => {
  it('says to which size', () => {
    const options = { target: '4k', upscaler: 'auto', detail: 0.5 } as const;
    expect(tell({ job: sampleJob({ options }) })).toEqual({
      tone: 'busy',
      title: 'Upscaling to 4K…',
      detail: 'harbour-at-dawn',
      actions: [],
    });
  });

  it('is counted with the others', () => {
    const job = RUNNING.uploaded ?? sampleJob();
    expect(tell({ job, running: 2 }).title).toBe('3 images are being upscaled');
  });
});

describe('a row that is done', () => {
  it('can be saved and compared', () => {
    expect(tell({ job: done })).toEqual({
      tone: 'good',
      title: 'Done',
      detail: 'night-lake',
      actions: ['save', 'compare'],
    });
  });

  it.each([
    ['is all black', { flaw: 'black' as const }],
    ['has another shape', { width: 2160, height: 2880 }],
  ])('asks for a look where the result %s', (_, parts) => {
    const result = { url: '', width: 2880, height: 2160, ...parts };
    const job = { ...done, source: { ...done.source, sentWidth: 800, sentHeight: 600 }, result };
    expect(tell({ job: job as Job }).title).toBe('Done, but check it first');
  });

  it('says what is still on its way', () => {
    expect(tell({ job: done, running: 2 }).detail).toBe('night-lake · 2 more in progress');
  });

  it('is not saved twice', () => {
    expect(tell({ job: done, isSaving: true }).actions).toEqual(['compare']);
    expect(tell({ job: done, done: 3, isSaving: true }).actions).toEqual(['show']);
  });

  it('is counted with those that were done just before', () => {
    expect(tell({ job: done, done: 3 })).toMatchObject({
      title: '3 images are done',
      detail: '',
      actions: ['save', 'show'],
    });
  });
});

it('a row that failed is shown, where its reason stands', () => {
  expect(tell({ job: failedJob('timeout') })).toMatchObject({
    tone: 'bad',
    title: 'Upscaling failed',
    actions: ['show'],
  });
});

describe('a row that needs the person', () => {
  it.each([
    ['sign-in', 'Sign in to Jimeng to continue.', 'sign-in'],
    ['permission', 'Reading this image needs access to cdn.example.com.', 'show'],
    ['credits gone', 'You do not have enough Jimeng credits.', 'show'],
    ['duplicate of a running one', 'This image is already being upscaled.', 'show'],
    ['duplicate of an unconfirmed one', 'You may already have paid for this image.', 'show'],
    ['duplicate', 'You already upscaled this image. Using that result is free.', 'show'],
    ['already large', 'It is already that large. Keeping it is free.', 'show'],
  ])('says why: %s', (key, detail, action) => {
    expect(tell({ job: waiting(key) })).toEqual({
      tone: 'bad',
      title: 'Needs you',
      detail,
      actions: [action],
    });
  });

  it('says why in Chinese too', () => {
    const chinese = backgroundMessages('zh-CN');
    const said = (name: string) => tell({ job: waiting('sign-in') }, aboutSite(chinese, name));
    const { title, detail } = said('即梦');
    expect(title + detail).toMatch(/^\p{Script=Han}+请登录即梦/u);
    expect(said('Dreamina').detail).toMatch(/^请登录 Dreamina，/);
  });
});

it('names that pages give are shown without their tricks', () => {
  const job = { ...done, name: 'holiday\u202egpj.exe\n<b>' };
  expect(tell({ job }).detail).toBe('holidaygpj.exe <b>');
});
