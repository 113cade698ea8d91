import { describe, expect, it } from 'vitest';
import type { ImageOrigin } from '@/lib/sources/origin';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import type { Job, Stage, Waiting } from './job';
import type { JobEvent } from './job-event';
import { transition } from './machine';

const applied = (job: Job, ...events: JobEvent[]) =>
  events.reduce((row, event) => transition(row, event, NOW), job);
const waiting: Waiting = { reason: 'sign-in', since: NOW };

describe('what is counted', () => {
  it('drawings that were begun, while the row stays where it is', () => {
    const begun: JobEvent = { type: 'drawing-begun' };
    expect(applied(sampleJob(), begun)).toMatchObject({ stage: 'queued', drawings: 1 });
    expect(applied(sampleJob(), begun, begun)).toMatchObject({ stage: 'queued', drawings: 2 });
  });

  it('polls that risk control refused, which are no failed tries', () => {
    const coolDown = { reason: 'cool-down', since: NOW, code: 'risk-control' } as const;
    const held: JobEvent = { type: 'held', waiting: coolDown, notBefore: NOW + 9 };
    const row = applied(sampleJob({ stage: 'generating', attempt: 2 }), held);
    expect(row).toMatchObject({
      stage: 'generating',
      holds: 1,
      attempt: 2,
      waiting: coolDown,
      notBefore: NOW + 9,
    });
    expect(applied(row, held).holds).toBe(2);
  });

  it('tries in which the picture took too long, and no others', () => {
    const slow: JobEvent = { type: 'waits', waiting, isTimeout: true };
    const row = applied(sampleJob({ stage: 'acquired' }), slow);
    expect(row.timeouts).toBe(1);
    expect(applied(row, slow).timeouts).toBe(2);
    expect(applied(row, { type: 'waits', waiting }).timeouts).toBe(1);
    expect(applied(sampleJob(), { type: 'waits', waiting })).not.toHaveProperty('timeouts');
  });
});

describe('what is noted only if it was told', () => {
  const upload: JobEvent = { type: 'uploaded', uri: 'uri-1', account: 'me' };
  const balance = { total: 7, account: 'me', at: NOW };
  const stillRunning = { reason: 'still-running', since: NOW, polledAt: NOW } as const;
  const accepted: JobEvent = { type: 'accepted', notBefore: NOW };
  const polled: JobEvent = { type: 'polled', odd: false, notBefore: NOW };
  const expired: JobEvent = { type: 'link-expired' };

  it.each<[keyof Job, Stage, JobEvent, object, unknown]>([
    ['isEndDoubted', 'submitting', accepted, { isEndDoubted: true }, true],
    ['isEndDoubted', 'generating', polled, { isEndDoubted: true }, true],
    ['waiting', 'generating', polled, { waiting: stillRunning }, stillRunning],
    ['notBefore', 'ready', expired, { notBefore: NOW + 9 }, NOW + 9],
    ['wantedAt', 'acquired', { type: 'resumed' }, { isWanted: true }, NOW],
  ])('%s, in %s', (key, stage, event, told, noted) => {
    expect(applied(sampleJob({ stage }), { ...event, ...told } as JobEvent)[key]).toEqual(noted);
    expect(applied(sampleJob({ stage }), event)).not.toHaveProperty(key);
  });

  it('the balance that was seen while the picture went up', () => {
    const row = sampleJob({ stage: 'acquired' });
    const noted = { uri: 'uri-1', at: NOW, account: 'me' };
    expect(applied(row, { ...upload, balance }).upload).toStrictEqual({ ...noted, balance });
    expect(applied(row, upload).upload).toStrictEqual(noted);
  });

  it('since when a task is still running, from the first poll that said so', () => {
    const before = { ...stillRunning, since: NOW - 9 };
    const row = applied(sampleJob({ stage: 'generating', waiting: before }), {
      ...polled,
      waiting: stillRunning,
    });
    expect(row.waiting).toEqual({ ...stillRunning, since: NOW - 9 });
  });
});

describe('what changes one fact and nothing else', () => {
  const failure = { code: 'generation-failed', at: 'generating', charged: 'maybe' } as const;
  const done = sampleJob({ stage: 'done', saved: { state: 'saving', at: 1 } });
  const failed = sampleJob({ stage: 'failed', failure });

  it('is a cost that was seen', () => {
    const row = applied(done, { type: 'cost-seen', credits: 2 });
    expect(row).toEqual({ ...done, updatedAt: NOW, credits: 2 });
  });

  it('is a refund that was seen', () => {
    const seen: JobEvent = { type: 'refund-seen', refund: 'yes' };
    const told = { ...failed, updatedAt: NOW, failure: { ...failure, refund: 'yes' } };
    expect(applied(failed, seen)).toEqual(told);
    const bare = sampleJob({ stage: 'failed' });
    expect(applied(bare, seen)).toEqual({ ...bare, updatedAt: NOW });
  });

  it('is a save that was called off', () => {
    const { saved: _, ...rest } = done;
    const row = applied(done, { type: 'save-changed', saved: undefined });
    expect(row).toStrictEqual({ ...rest, updatedAt: NOW });
  });
});

describe('a picture that is kept as it is', () => {
  it('has no link, for it came from no order', () => {
    const facts = {
      type: 'jpeg',
      width: 8,
      height: 6,
      bytes: 5,
      sha256: 'ab',
      changes: [],
    } as const;
    const sent = { sentType: 'jpeg', sentWidth: 8, sentHeight: 6, sentBytes: 5 } as const;
    const source: NonNullable<Job['source']> = { ...facts, changes: [], ...sent };
    const row = applied(sampleJob({ stage: 'acquired', source }), { type: 'kept' });
    expect(row.result).toEqual({ url: '', width: 8, height: 6, type: 'jpeg', bytes: 5 });
  });

  it('is no result without facts', () => {
    const row = applied(sampleJob({ stage: 'acquired' }), { type: 'kept' });
    expect(row).not.toHaveProperty('result');
  });
});

describe('a host that the person has allowed', () => {
  const needs: Waiting = { reason: 'permission', since: 1, pattern: 'p', host: 'b.example' };
  const { origin } = sampleJob();
  const allowedIn = (parts: Partial<Job>) =>
    applied(sampleJob(parts), { type: 'resumed', isAllowed: true }).origin;

  it('is remembered with the row that waited for it, once', () => {
    expect(allowedIn({ waiting: needs })).toEqual({ ...origin, allowedHosts: ['b.example'] });
    const known = { ...origin, allowedHosts: ['a.example', 'b.example'] } as ImageOrigin;
    expect(allowedIn({ origin: known, waiting: needs })).toEqual(known);
  });

  it.each<[string, Partial<Job>]>([
    ['waits for something else', { waiting }],
    ['does not wait', {}],
    ['has its picture, and needs the host of its result', { stage: 'ready', waiting: needs }],
    ['is a file', { origin: { kind: 'file', blobKey: 'k', name: 'a.png' }, waiting: needs }],
  ])('is nothing to a row that %s', (_, parts) => {
    expect(allowedIn(parts)).toEqual(parts.origin ?? origin);
  });

  it('is remembered only if the person has allowed it', () => {
    expect(applied(sampleJob({ waiting: needs }), { type: 'resumed' }).origin).toEqual(origin);
  });
});
