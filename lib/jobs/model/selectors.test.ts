import { describe, expect, it } from 'vitest';
import { ENDED, FAILED, NOW, RUNNING, sampleJob, WAITING } from '@/tests/stories/jobs';
import {
  elapsedMs,
  goesByClock,
  isKept,
  isRunning,
  progressOf,
  remainingMs,
  retryInMs,
  STAGE_KEYS,
  stageKey,
  switchedFrom,
} from './selectors';

const order = (forecastMs?: number) => ({
  submitId: 's',
  tool: 'super-resolution' as const,
  at: NOW,
  ...(forecastMs !== undefined && { forecastMs }),
});

describe('stageKey', () => {
  it('calls a second look at an order a check, not a sending', () => {
    expect(stageKey(sampleJob({ stage: 'submitting', polls: 0 }))).toBe('ordering');
    expect(stageKey(sampleJob({ stage: 'submitting', polls: 1 }))).toBe('checking');
  });

  it('reaches every key', () => {
    const jobs = [RUNNING, WAITING, ENDED, FAILED].flatMap((group) => Object.values(group));
    expect(new Set(jobs.map(stageKey))).toEqual(new Set(STAGE_KEYS));
  });
});

it('tells kept pictures from bought ones', () => {
  const kept = Object.entries(ENDED).filter(([, job]) => isKept(job));
  expect(kept.map(([title]) => title)).toEqual(['kept', 'kept, a larger original']);
});

describe('progressOf', () => {
  it('never falls from stage to stage, nor while time passes, and never reaches 1', () => {
    for (const forecast of [undefined, 500, 12_000, 600_000]) {
      const seen: number[] = [];
      for (const stage of ['queued', 'acquired', 'uploaded', 'submitting'] as const) {
        seen.push(progressOf(sampleJob({ stage }), NOW) ?? -1);
      }
      for (let passed = 0; passed < 3_600_000; passed += passed < 60_000 ? 250 : 60_000) {
        const job = sampleJob({ stage: 'generating', submission: order(forecast) });
        seen.push(progressOf(job, NOW + passed) ?? -1);
      }
      seen.push(progressOf(sampleJob({ stage: 'ready' }), NOW) ?? -1);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(seen[0]).toBeGreaterThan(0);
      expect(seen.at(-1)).toBeLessThan(1);
    }
  });

  it('is undefined for rows that wait or have ended', () => {
    for (const job of [...Object.values(WAITING), ...Object.values(ENDED)]) {
      expect(progressOf(job, NOW)).toBeUndefined();
    }
  });
});

describe('times', () => {
  it('counts from the order, not from the click, once there is an order', () => {
    expect(elapsedMs(sampleJob({ createdAt: NOW - 50_000 }), NOW)).toBe(50_000);
    const job = sampleJob({ createdAt: NOW - 50_000, submission: order() });
    expect(elapsedMs(job, NOW + 3_000)).toBe(3_000);
    expect(elapsedMs({ ...job, finishedAt: NOW + 4_000 }, NOW + 90_000)).toBe(4_000);
  });

  it('never goes below zero when the clock was set back', () => {
    expect(elapsedMs(sampleJob({ submission: order() }), NOW - 5_000)).toBe(0);
  });

  it('knows the time left only while a forecast holds', () => {
    const job = sampleJob({ stage: 'generating', submission: order(10_000) });
    expect(remainingMs(job, NOW + 4_000)).toBe(6_000);
    expect(remainingMs(job, NOW + 10_000)).toBeUndefined();
    expect(remainingMs({ ...job, submission: order() }, NOW)).toBeUndefined();
    expect(remainingMs({ ...job, stage: 'ready' }, NOW)).toBeUndefined();
  });

  it('tells when a failed step is tried again', () => {
    expect(retryInMs({ attempt: 1, notBefore: NOW + 2_000 }, NOW)).toBe(2_000);
    expect(retryInMs({ attempt: 1, notBefore: NOW }, NOW)).toBeUndefined();
    expect(retryInMs({ attempt: 0, notBefore: NOW + 2_000 }, NOW)).toBeUndefined();
  });
});

describe('switchedFrom', () => {
  it('finds the order whose failure made Automatic change the tool', () => {
    const job = RUNNING['generating with another tool'] ?? sampleJob();
    expect(switchedFrom(job)?.tool).toBe('smart-hd');
    const chosen = { ...job, options: { ...job.options, upscaler: 'smart-hd' as const } };
    expect(switchedFrom(chosen)).toBeUndefined();
  });

  it('is silent when the same tool was tried again', () => {
    const job = sampleJob({ submission: order(), pastSubmissions: [order()] });
    expect(switchedFrom(job)).toBeUndefined();
  });
});

it.each([
  ['generating', RUNNING.generating, true],
  ['queued', RUNNING.queued, false],
  ['queued again, after an order', { ...sampleJob(), submission: order() }, true],
  ['queued until another try', { ...sampleJob(), attempt: 1, notBefore: NOW + 1 }, true],
  ['waiting with an order', { ...sampleJob(WAITING['sign-in']), submission: order() }, false],
  ['done', ENDED.done, false],
] as const)('knows whether a row that is %s goes by the clock', (_, job, expected) => {
  expect(job && goesByClock(job)).toBe(expected);
});

it('takes a row that waits or has ended for no running one', () => {
  const jobs = [RUNNING, WAITING, ENDED, FAILED].flatMap((group) => Object.values(group));
  expect(jobs.filter(isRunning)).toEqual(Object.values(RUNNING));
});
