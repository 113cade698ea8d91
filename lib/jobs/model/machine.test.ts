import { describe, expect, it } from 'vitest';
import {
  ALL_STAGES,
  deepFreeze,
  EVENTS,
  jobIn,
  LEGAL,
  NOW,
  signIn,
  submission,
} from '@/tests/support/machine-events';
import type { Stage } from './job';
import type { JobEvent } from './job-event';
import { IllegalTransition, transition } from './machine';

const types = Object.keys(EVENTS) as JobEvent['type'][];

describe('legality', () => {
  const pairs = types.flatMap((type) => ALL_STAGES.map((stage) => ({ type, stage })));
  const isLegal = ({ type, stage }: (typeof pairs)[number]) =>
    LEGAL[type].split(' ').includes(stage);

  it.each(pairs.filter(isLegal))('takes $type in stage $stage', ({ type, stage }) => {
    const next = transition(jobIn(stage), EVENTS[type], NOW);
    expect(next.updatedAt).toBe(NOW);
  });

  it.each(pairs.filter((pair) => !isLegal(pair)))(
    'refuses $type in stage $stage',
    ({ type, stage }) => {
      expect(() => transition(jobIn(stage), EVENTS[type], NOW)).toThrow(IllegalTransition);
    },
  );

  it('says which event in which stage was refused', () => {
    expect(() => transition(jobIn('done'), EVENTS.cancelled, NOW)).toThrow(
      'cancelled is not possible in stage done',
    );
  });
});

describe('purity', () => {
  it.each(types)('%s changes neither the row nor the event', (type) => {
    for (const stage of LEGAL[type].split(' ') as Stage[]) {
      const pastSubmissions = [{ ...submission, submitId: 's-0', outcome: 'refused' as const }];
      const job = deepFreeze(jobIn(stage, { waiting: signIn, notBefore: 1, pastSubmissions }));
      const event = deepFreeze(EVENTS[type]);
      const next = transition(job, event, NOW);
      expect(next).not.toBe(job);
      expect(next).toMatchObject({ id: job.id, rev: job.rev, createdAt: job.createdAt });
    }
  });

  it('answers the same twice', () => {
    const job = jobIn('generating');
    expect(transition(job, EVENTS.finished, NOW)).toEqual(transition(job, EVENTS.finished, NOW));
  });
});

describe('the stage an event leads to', () => {
  it.each([
    ['acquired', 'queued', 'acquired'],
    ['uploaded', 'acquired', 'uploaded'],
    ['upload-stale', 'uploaded', 'acquired'],
    ['input-missing', 'acquired', 'queued'],
    ['submission-begun', 'uploaded', 'submitting'],
    ['accepted', 'submitting', 'generating'],
    ['submission-refused', 'submitting', 'uploaded'],
    ['polled', 'submitting', 'submitting'],
    ['polled', 'generating', 'generating'],
    ['tool-failed', 'submitting', 'uploaded'],
    ['tool-failed', 'generating', 'uploaded'],
    ['finished', 'submitting', 'ready'],
    ['finished', 'generating', 'ready'],
    ['link-expired', 'ready', 'generating'],
    ['collected', 'ready', 'done'],
    ['collected', 'done', 'done'],
    ['postponed', 'ready', 'ready'],
    ['waits', 'acquired', 'acquired'],
    ['resumed', 'uploaded', 'uploaded'],
    ['failed', 'queued', 'failed'],
    ['cancelled', 'generating', 'cancelled'],
    ['save-changed', 'done', 'done'],
  ] as const)('%s takes %s to %s', (type, from, to) => {
    expect(transition(jobIn(from), EVENTS[type], NOW).stage).toBe(to);
  });

  it.each([
    'acquired',
    'uploaded',
    'upload-stale',
    'input-missing',
    'accepted',
    'tool-failed',
    'finished',
    'link-expired',
    'collected',
    'failed',
    'cancelled',
  ] as const)('is entered by %s without the waits and tries of the stage before', (type) => {
    const [stage] = LEGAL[type].split(' ') as [Stage];
    const job = jobIn(stage, { attempt: 3, waiting: signIn, notBefore: NOW - 1 });
    const next = transition(job, EVENTS[type], NOW);
    expect(next.attempt).toBe(0);
    expect(next.waiting).toBeUndefined();
    expect(next.notBefore).toBe(type === 'accepted' ? NOW + 5_000 : undefined);
  });
});
