import { describe, expect, it } from 'vitest';
import { JIMENG_ERRORS } from '@/lib/jimeng/model/errors';
import { ALL_CODES } from '@/tests/stories/jobs';
import { type Case, decideFor, NOW, word } from '@/tests/support/decide-for';
import type { ErrorCode, Stage } from '../model/job';
import { connectivityDelayMs } from './back-off';
import { RISK_HOLD_MS } from './policy';

const WORKING = ['queued', 'acquired', 'uploaded', 'submitting', 'generating', 'ready'] as const;
const UNCLEAR: readonly ErrorCode[] = [
  'network',
  'timeout',
  'server-error',
  'http-refused',
  'bad-response',
  'internal',
];
/** What each code leads to at the first failure: before an order, ordering, at the end of the task, collecting. */
const FIRST_FAILURE: Record<
  ErrorCode,
  { acquired: string; submitting: string; over: string; ready: string }
> = {
  'signed-out': everywhere('wait sign-in'),
  'confirmation-needed': everywhere('fail'),
  'no-credits': everywhere('wait credits'),
  'membership-needed': everywhere('fail'),
  'daily-limit': everywhere('fail'),
  busy: everywhere('wait cool-down'),
  'risk-control': { ...everywhere('stop-queue'), ready: 'hold' },
  'account-restricted': { ...everywhere('stop-queue'), ready: 'hold' },
  'input-refused': everywhere('fail'),
  'output-refused': everywhere('fail'),
  'content-refused': everywhere('fail'),
  'copyright-refused': everywhere('fail'),
  outdated: everywhere('fail'),
  'system-busy': { ...everywhere('again'), submitting: 'wait cool-down' },
  'page-signature-missing': { ...everywhere('stop-queue'), ready: 'hold' },
  'page-unavailable': everywhere('fail'),
  'region-refused': { ...everywhere('fail'), submitting: 'poll' },
  'generation-failed': { ...everywhere('fail'), acquired: 'again' },
  'upload-unreadable': everywhere('fail'),
  'upload-refused': { ...everywhere('again'), submitting: 'fail' },
  'upload-corrupted': { ...everywhere('again'), submitting: 'fail' },
  'host-not-allowed': everywhere('fail'),
  'result-deleted': everywhere('fail'),
  'result-expired': { ...everywhere('fail'), ready: 'refresh-link' },
  'result-missing': everywhere('fail'),
  'http-refused': { ...everywhere('again'), submitting: 'poll' },
  'server-error': { ...everywhere('again'), submitting: 'poll' },
  'bad-response': { ...everywhere('again'), submitting: 'poll' },
  network: { ...everywhere('wait network'), submitting: 'poll' },
  timeout: { ...everywhere('wait network'), submitting: 'poll' },
  'line-too-slow': { ...everywhere('wait network'), submitting: 'poll' },
  'unknown-refusal': { ...everywhere('fail'), acquired: 'again' },
  'image-empty': everywhere('fail'),
  'image-is-page': everywhere('fail'),
  'image-unknown-type': everywhere('fail'),
  'image-broken': everywhere('fail'),
  'image-too-small': everywhere('fail'),
  'image-too-large': everywhere('fail'),
  'image-too-many-pixels': everywhere('fail'),
  'image-blank': everywhere('fail'),
  'image-heic': everywhere('fail'),
  'image-jxl': everywhere('fail'),
  'image-tiff': everywhere('fail'),
  'image-psd': everywhere('fail'),
  'image-pdf': everywhere('fail'),
  'image-svg-unreadable': everywhere('fail'),
  'image-result-too-large': everywhere('fail'),
  'image-too-many-parts': everywhere('fail'),
  'source-not-found': everywhere('fail'),
  'source-refused': everywhere('fail'),
  'source-host-error': { ...everywhere('again'), submitting: 'fail' },
  'source-unreachable': { ...everywhere('again'), submitting: 'fail' },
  'source-timeout': { ...everywhere('again'), submitting: 'fail' },
  'source-gone': everywhere('fail'),
  'source-hidden': everywhere('fail'),
  'source-malformed': everywhere('fail'),
  'source-unsupported': everywhere('fail'),
  'source-private': everywhere('fail'),
  'submit-unconfirmed': everywhere('fail'),
  'result-broken': { ...everywhere('fail'), ready: 'refresh-link' },
  'join-failed': everywhere('fail'),
  'save-failed': everywhere('fail'),
  'storage-full': { ...everywhere('fail'), submitting: 'poll' },
  'input-lost': everywhere('fail'),
  'row-damaged': everywhere('fail'),
  internal: { ...everywhere('fail'), submitting: 'poll' },
};

function everywhere(decision: string) {
  return { acquired: decision, submitting: decision, over: decision, ready: decision };
}

/** Failed polls that say more than that nobody could see the task. */
const FAILED_POLL: Partial<Record<ErrorCode, string>> = {
  'signed-out': 'wait sign-in',
  busy: 'wait cool-down',
  network: 'wait network',
  timeout: 'wait network',
  'risk-control': 'hold',
  'page-signature-missing': 'hold',
  'account-restricted': 'hold',
  'storage-full': 'fail',
  internal: 'fail',
};

describe('decide', () => {
  it('is asked about every code of the union', () => {
    expect(Object.keys(FIRST_FAILURE).sort()).toEqual([...ALL_CODES].sort());
    expect(ALL_CODES).toEqual(expect.arrayContaining([...JIMENG_ERRORS]));
  });

  it.each(ALL_CODES)('meets %s as it should in each stage', (code) => {
    const decided = (stage: Stage) => word(decideFor({ stage, code }));
    expect({
      acquired: decided('acquired'),
      submitting: decided('submitting'),
      over: word(decideFor({ stage: 'generating', code, isTaskOver: true })),
      ready: decided('ready'),
    }).toEqual(FIRST_FAILURE[code]);
  });

  it.each(ALL_CODES)('takes %s from a poll as news of the poll, not of the task', (code) => {
    const expected = FAILED_POLL[code] ?? 'again';
    expect(word(decideFor({ stage: 'generating', code }))).toBe(expected);
    // Another upscaler would be a second order while the first one goes on.
    const auto = { upscaler: 'auto', tool: 'smart-hd' } as const;
    expect(word(decideFor({ stage: 'generating', code, ...auto }))).toBe(expected);
  });

  it.each(ALL_CODES)('always ends the tries after %s, or waits for something outside', (code) => {
    for (const stage of WORKING) {
      const last = decideFor({ stage, code, attempt: 99, linkRefreshes: 99, holds: 99 });
      const isPatient = last.action === 'wait' && last.waiting.reason !== 'cool-down';
      const ends = ['fail', 'stop-queue', 'poll'].includes(last.action);
      expect(isPatient || ends, `${code} in ${stage}: ${word(last)}`).toBe(true);
    }
  });
});

describe('the money rule', () => {
  const situations = [true, false].flatMap((online) =>
    [0, 1, 5, 50].flatMap((attempt) =>
      (['auto', 'smart-hd'] as const).map((upscaler) => ({ online, attempt, upscaler })),
    ),
  );

  it.each(UNCLEAR)('only polls an order that ended with %s', (code) => {
    for (const situation of situations) {
      const tool = 'super-resolution';
      const decision = decideFor({ stage: 'submitting', code, tool, ...situation });
      expect(decision).toEqual({ action: 'poll' });
    }
  });

  it.each(ALL_CODES)('never sends an order again by itself after %s', (code) => {
    // An order that was clearly not accepted may be made anew once a reason has gone.
    const mayBeMadeAnew = ['wait sign-in', 'wait credits', 'wait cool-down'];
    for (const situation of situations) {
      const tool = situation.upscaler === 'auto' ? 'super-resolution' : 'smart-hd';
      const decision = decideFor({ stage: 'submitting', code, tool, ...situation });
      const allowed = ['fail', 'poll', 'stop-queue', 'switch-tool', ...mayBeMadeAnew];
      expect(allowed, JSON.stringify(situation)).toContain(word(decision));
    }
  });
});

describe('tries', () => {
  it.each<[Case, number[]]>([
    [{ stage: 'queued', code: 'source-timeout' }, [1_000, 4_000, 15_000]],
    [{ stage: 'acquired', code: 'server-error' }, [1_000, 4_000, 15_000]],
    [
      { stage: 'generating', code: 'bad-response' },
      [1_000, 4_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000],
    ],
    [
      { stage: 'ready', code: 'http-refused' },
      [1_000, 4_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000],
    ],
  ])('of %o come ever later and then end', (failed, delays) => {
    const decisions = delays.map((_, attempt) => decideFor({ ...failed, attempt }));
    expect(decisions).toEqual(delays.map((afterMs) => ({ action: 'again', afterMs })));
    expect(decideFor({ ...failed, attempt: delays.length })).toEqual({ action: 'fail' });
  });

  it.each(['generation-failed', 'unknown-refusal'] as const)(
    'follow %s before an order, but not as its answer',
    (code) => {
      const next = (stage: Case['stage']) => decideFor({ stage, code }).action;
      expect([next('acquired'), next('uploaded')]).toEqual(['again', 'again']);
      expect(next('submitting')).not.toBe('again');
    },
  );

  it('after a busy answer come ever later and then end', () => {
    const busy = (attempt: number) => decideFor({ stage: 'submitting', code: 'busy', attempt });
    const delays = [15_000, 30_000, 60_000, 120_000, 300_000, 600_000];
    expect(delays.map((_, attempt) => busy(attempt))).toEqual(
      delays.map((afterMs) => ({
        action: 'wait',
        waiting: { reason: 'cool-down', since: NOW, code: 'busy' },
        afterMs,
      })),
    );
    expect(busy(delays.length)).toEqual({ action: 'fail' });
  });

  it.each<[Case, number, number]>([
    [{ stage: 'submitting', code: 'busy' }, 90_000, 90_000],
    [{ stage: 'submitting', code: 'busy' }, 1_000, 15_000],
    [{ stage: 'generating', code: 'http-refused' }, 45_000, 45_000],
    [{ stage: 'generating', code: 'http-refused' }, 10, 1_000],
    [{ stage: 'submitting', code: 'busy' }, 1e15, 60 * 60_000],
    [{ stage: 'ready', code: 'http-refused' }, 1e15, 60 * 60_000],
  ])('of %o honour a Retry-After of %i ms with %i ms', (failed, retryAfterMs, afterMs) => {
    expect(decideFor({ ...failed, retryAfterMs })).toMatchObject({ afterMs });
  });

  it.each<Case>([
    { stage: 'queued', code: 'source-unreachable' },
    { stage: 'acquired', code: 'upload-refused' },
    { stage: 'generating', code: 'server-error' },
    { stage: 'ready', code: 'http-refused' },
  ])('of %o wait for the network while offline, however many there were', (failed) => {
    for (const attempt of [0, 20]) {
      const decision = decideFor({ ...failed, attempt, online: false });
      expect(decision).toEqual({
        action: 'wait',
        waiting: { reason: 'network', since: NOW },
        afterMs: connectivityDelayMs(attempt),
      });
    }
  });

  it('without the network come ever later but never end', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 7, 1_000].map(connectivityDelayMs);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(delays[0]).toBe(2_000);
    expect(delays.at(-1)).toBe(300_000);
  });

  it('of a result link that expired end', () => {
    const expired = (linkRefreshes: number) =>
      decideFor({ stage: 'ready', code: 'result-expired', linkRefreshes });
    expect([0, 1, 2, 3].map(expired)).toEqual([
      { action: 'refresh-link', afterMs: 0 },
      { action: 'refresh-link', afterMs: 15_000 },
      { action: 'refresh-link', afterMs: 60_000 },
      { action: 'fail' },
    ]);
  });
});

describe('waits', () => {
  it('for credits begin by asking for the balance', () => {
    expect(decideFor({ stage: 'submitting', code: 'no-credits' })).toEqual({
      action: 'wait',
      waiting: { reason: 'credits', since: NOW, code: 'no-credits' },
      afterMs: 0,
    });
  });

  it('for a sign-in end by an event, not by the clock', () => {
    const decision = decideFor({ stage: 'acquired', code: 'signed-out' });
    expect(decision).toEqual({ action: 'wait', waiting: { reason: 'sign-in', since: NOW } });
  });

  it.each(['risk-control', 'account-restricted'] as const)('after %s hold all jobs', (code) => {
    const stopped = { action: 'stop-queue', holdMs: RISK_HOLD_MS };
    expect(decideFor({ stage: 'submitting', code })).toEqual(stopped);
    expect(decideFor({ stage: 'generating', code, isTaskOver: true })).toEqual(stopped);
  });

  it.each(['risk-control', 'account-restricted'] as const)(
    'after a poll refused with %s hold the order for 10 minutes up to hours, five times',
    (code) => {
      const waiting = { reason: 'cool-down', since: NOW, code };
      const minutes = [10, 20, 40, 80, 160];
      for (const [holds, each] of minutes.entries()) {
        const held = { action: 'hold', waiting, holdMs: each * 60_000 };
        expect(decideFor({ stage: 'generating', code, holds, attempt: 99 })).toEqual(held);
      }
      const last = decideFor({ stage: 'generating', code, holds: 5 });
      expect(last).toMatchObject({ action: 'stop-queue' });
    },
  );
});

it('gives a picture that takes too long three tries, whatever else failed between them', () => {
  const decided = [0, 1, 2].map((timeouts) =>
    word(decideFor({ stage: 'acquired', code: 'line-too-slow', timeouts, attempt: 50 })),
  );
  expect(decided).toEqual(['wait network', 'wait network', 'fail']);
});

describe('Automatic', () => {
  const auto = { upscaler: 'auto', tool: 'super-resolution' } as const;

  it.each<[Case, string]>([
    [{ stage: 'generating', isTaskOver: true, code: 'generation-failed', ...auto }, 'switch-tool'],
    [{ stage: 'generating', isTaskOver: true, code: 'unknown-refusal', ...auto }, 'switch-tool'],
    [{ stage: 'submitting', code: 'outdated', ...auto }, 'switch-tool'],
    [{ stage: 'submitting', code: 'unknown-refusal', ...auto }, 'poll'],
    [{ stage: 'submitting', code: 'unknown-refusal' }, 'fail'],
    [{ stage: 'generating', isTaskOver: true, code: 'input-refused', ...auto }, 'fail'],
    [{ stage: 'generating', isTaskOver: true, code: 'no-credits', ...auto }, 'wait credits'],
    [{ stage: 'generating', isTaskOver: true, code: 'risk-control', ...auto }, 'stop-queue'],
    [
      {
        stage: 'generating',
        isTaskOver: true,
        code: 'generation-failed',
        upscaler: 'auto',
        tool: 'fast-hd',
        tried: ['smart-hd', 'super-resolution'],
      },
      'fail',
    ],
    [
      {
        stage: 'generating',
        isTaskOver: true,
        code: 'generation-failed',
        upscaler: 'super-resolution',
        tool: 'super-resolution',
      },
      'fail',
    ],
    [{ stage: 'acquired', code: 'outdated', ...auto }, 'fail'],
  ])('meets %o with %s', (failed, expected) => {
    expect(word(decideFor(failed))).toBe(expected);
  });
});
