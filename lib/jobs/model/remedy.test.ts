import { describe, expect, it } from 'vitest';
import type { PageOrigin } from '@/lib/sources/origin';
import { ALL_CODES, ENDED, failedJob, RUNNING, sampleJob, WAITING } from '@/tests/stories/jobs';
import type { ErrorCode, Job } from './job';
import { otherRemediesOf, remedyOf } from './remedy';

const waiting = (key: string): Job => WAITING[key] ?? sampleJob();

describe('remedyOf', () => {
  it.each(ALL_CODES)('has one button for %s', (code) => {
    expect(remedyOf(failedJob(code))).toBeDefined();
  });

  it.each<ErrorCode>([
    'risk-control',
    'account-restricted',
    'content-refused',
    'input-refused',
    'output-refused',
    'copyright-refused',
  ])('never offers a retry after %s', (code) => {
    for (const charged of ['no', 'maybe'] as const) {
      const job = failedJob(code, { charged });
      const all = [remedyOf(job), ...otherRemediesOf(job)];
      expect(all).not.toContain('retry');
      expect(all).not.toContain('retry-may-cost');
    }
  });

  it('says that a retry may cost only where a new order may follow a paid one', () => {
    const of = (code: ErrorCode, charged: 'no' | 'maybe', at: Job['stage'], isTaskOpen = false) => {
      const submission = { submitId: 's', tool: 'smart-hd', at: 1, account: 'a' } as const;
      const job = failedJob(code, { charged, at, ...(isTaskOpen && { isTaskOpen }) });
      return remedyOf({ ...job, submission });
    };
    expect(of('submit-unconfirmed', 'maybe', 'submitting')).toBe('retry-may-cost');
    expect(of('generation-failed', 'maybe', 'generating')).toBe('retry-may-cost');
    expect(of('generation-failed', 'no', 'generating')).toBe('retry');
    expect(of('network', 'maybe', 'submitting')).toBe('retry-may-cost');
    // These only ask again for what was ordered.
    expect(of('network', 'maybe', 'ready', true)).toBe('retry');
    expect(of('result-expired', 'maybe', 'ready', true)).toBe('retry');
    expect(of('result-missing', 'maybe', 'generating', true)).toBe('retry');
    expect(of('unknown-refusal', 'maybe', 'generating', true)).toBe('retry');
  });

  it.each(ALL_CODES)('offers a free way to an order that is open after %s', (code) => {
    const submission = { submitId: 's', tool: 'smart-hd', at: 1 } as const;
    const failure = { charged: 'maybe', at: 'generating', isTaskOpen: true } as const;
    const job = { ...failedJob(code, failure), submission };
    const all = [remedyOf(job), ...otherRemediesOf(job)];
    expect(all).not.toContain('retry-may-cost');
    if (code !== 'save-failed') expect(all).toContain('retry');
  });

  it('offers 2K where 4K needs a membership, and the service where 2K does', () => {
    const job = failedJob('membership-needed');
    expect(remedyOf(job)).toBe('use-2k');
    expect(remedyOf({ ...job, options: { ...job.options, target: '2k' } })).toBe('open-service');
  });

  it('sends the person to the page of the image, or to a file when there is no page', () => {
    const job = failedJob('source-not-found');
    expect(remedyOf(job)).toBe('open-page');
    const file: Job = { ...job, origin: { kind: 'file', blobKey: 'b', name: 'a.png' } };
    expect(remedyOf(file)).toBe('choose-file');
  });

  it.each([
    ['sign-in', 'sign-in'],
    ['permission', 'allow'],
    ['network', 'retry'],
    ['credits gone', 'open-service'],
    ['membership', 'use-2k'],
    ['busy', undefined],
    ['risk control', 'open-service'],
    ['still running', 'poll-again'],
    ['duplicate', 'use-existing'],
    ['duplicate of a running one', 'use-existing'],
    ['duplicate of an unconfirmed one', 'use-existing'],
    ['duplicate of one that is gone', 'upscale-anyway'],
    ['already large', 'keep-original'],
  ])('helps a row waiting for %s with %s', (key, remedy) => {
    expect(remedyOf(waiting(key))).toBe(remedy);
  });

  it('needs nothing where all is well, and saves again where saving failed', () => {
    for (const job of Object.values(RUNNING)) expect(remedyOf(job)).toBeUndefined();
    expect(remedyOf(ENDED.done ?? sampleJob())).toBeUndefined();
    expect(remedyOf(ENDED['save failed'] ?? sampleJob())).toBe('save-again');
  });
});

describe('otherRemediesOf', () => {
  it.each(ALL_CODES)(
    'offers the connection check after %s only where it may tell the cause',
    (code) => {
      const helps = ['outdated', 'unknown-refusal', 'bad-response', 'system-busy'];
      const job = failedJob(code);
      const all = [remedyOf(job), ...otherRemediesOf(job)];
      expect(all.includes('check-connection')).toBe(helps.includes(code));
      expect(remedyOf(job) === 'check-connection').toBe(code === 'outdated');
    },
  );

  it('never repeats the first button', () => {
    for (const job of [...ALL_CODES.map((code) => failedJob(code)), ...Object.values(WAITING)]) {
      const all = [remedyOf(job), ...otherRemediesOf(job)];
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('lets the person buy a duplicate, take 2K for want of credits, or retry after signing in', () => {
    expect(otherRemediesOf(waiting('duplicate'))).toEqual(['upscale-anyway']);
    expect(otherRemediesOf(waiting('duplicate of one that is gone'))).toEqual([]);
    expect(otherRemediesOf(waiting('already large'))).toEqual(['upscale-anyway']);
    expect(otherRemediesOf(failedJob('no-credits'))).toEqual(['use-2k', 'retry']);
    expect(otherRemediesOf(failedJob('signed-out'))).toEqual(['retry']);
  });

  it('takes the picture from the screen only where it is on one', () => {
    const job = waiting('permission');
    expect(otherRemediesOf(job)).toEqual(['use-screen']);
    const file: Job = { ...job, origin: { kind: 'file', blobKey: 'b', name: 'a.png' } };
    expect(otherRemediesOf(file)).toEqual([]);
    // The host of an upload or a result: the picture itself was read.
    expect(otherRemediesOf(waiting('permission for the upload'))).toEqual([]);
    expect(otherRemediesOf(waiting('permission for the result'))).toEqual([]);
  });

  const rect = { x: 0, y: 0, width: 100, height: 80, devicePixelRatio: 1 };
  const unread = (code: ErrorCode, origin: Partial<PageOrigin> = {}): Job => {
    const job = failedJob(code, { at: 'queued' });
    return { ...job, origin: { ...(job.origin as PageOrigin), rect, ...origin } };
  };

  it.each(ALL_CODES)('offers the screen after %s only where that helps', (code) => {
    const helps = [
      'source-not-found',
      'source-private',
      'source-refused',
      'source-host-error',
      'source-unreachable',
      'source-timeout',
      'source-gone',
      'image-is-page',
      'image-empty',
      'image-broken',
      'image-unknown-type',
    ];
    expect(otherRemediesOf(unread(code)).includes('use-screen')).toBe(helps.includes(code));
  });

  it.each<[string, Job]>([
    ['whose place is not known', unread('source-refused', { rect: undefined } as never)],
    ['that came from the screen', unread('source-gone', { url: 'screen:https://x.example/a' })],
    ['that was read once', { ...unread('source-gone'), ...failedJob('source-gone') }],
    [
      'for which something was ordered',
      { ...unread('source-gone'), submission: { submitId: 's', tool: 'smart-hd', at: 1 } },
    ],
  ])('offers no screen for a picture %s', (_, job) => {
    expect(otherRemediesOf(job)).not.toContain('use-screen');
  });
});
