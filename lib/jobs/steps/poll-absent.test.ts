import { beforeEach, describe, expect, it } from 'vitest';
import type { TaskReport } from '@/lib/jimeng/model/task-report';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import { createStepWorld, type StepWorld } from '@/tests/support/step-world';
import type { Job, Submission } from '../model/job';
import { nextPollAt } from '../rules/polling';
import { poll } from './poll';

const submission: Submission = {
  submitId: 'order-1',
  tool: 'smart-hd',
  at: NOW - 20_000,
  account: 'me',
};
/** Polled two seconds ago, and due now. */
const due = { submission, polls: 3, updatedAt: NOW - 2_000, notBefore: NOW };
const running = sampleJob({ stage: 'generating', attempt: 2, ...due });
const unanswered = sampleJob({ stage: 'submitting', attempt: 2, ...due });
const absent: TaskReport = { state: 'absent' };

let world: StepWorld;
beforeEach(() => {
  world = createStepWorld();
});

/** The last row that the answer leads to; undefined if nothing was committed. */
async function polled(job: Job, report: TaskReport): Promise<Job | undefined> {
  world.reports = () => ({ [submission.submitId]: report });
  await poll([job], world.deps, new AbortController().signal);
  expect(world.bugs).toEqual([]);
  return world.written.at(-1)?.job;
}

describe('an order that its own account does not know', () => {
  it('is polled on while it was accepted', async () => {
    const row = await polled(running, absent);
    expect(row).toMatchObject({ stage: 'generating', polls: 4, oddPolls: 0 });
    expect(row?.notBefore).toBe(nextPollAt(running, NOW));
  });

  it('is searched for again, ever later', async () => {
    const row = await polled({ ...unanswered, polls: 0 }, absent);
    expect(row).toMatchObject({
      stage: 'submitting',
      polls: 1,
      oddPolls: 0,
      notBefore: NOW + 6_000,
    });
  });

  it('is not searched for less because others were polled before it was due', async () => {
    const early = { ...unanswered, polls: 5, notBefore: NOW + 1 };
    expect(await polled(early, absent)).toBeUndefined();
  });

  it('is unconfirmed after the sixth search, and may be charged', async () => {
    expect(await polled({ ...unanswered, polls: 4 }, absent)).toMatchObject({ polls: 5 });
    const row = await polled({ ...unanswered, polls: 5 }, absent);
    expect(row?.failure).toEqual({
      code: 'submit-unconfirmed',
      at: 'submitting',
      charged: 'maybe',
    });
    expect(row?.submission?.outcome).toBe('unconfirmed');
  });

  it('gives way to another if the person wanted that', async () => {
    const wanted = { ...unanswered, polls: 5, isReorderWanted: true } as const;
    expect(await polled(wanted, absent)).toMatchObject({
      stage: 'queued',
      pastSubmissions: [{ submitId: 'order-1', outcome: 'unconfirmed' }],
    });
  });

  it('may still have cost something if its region was refused: the list may be cut there, too', async () => {
    const refusal = { code: 'region-refused', detail: { ret: '3000' } } as const;
    const refused = { ...unanswered, polls: 5, submission: { ...submission, refusal } };
    const row = await polled(refused, absent);
    expect(row?.failure).toEqual({ ...refusal, at: 'submitting', charged: 'maybe' });
  });

  const busy = { code: 'busy', detail: { httpStatus: 429 } } as const;
  const pastSubmissions = (count: number) =>
    Array.from({ length: count }, () => ({ ...submission, refusal: busy }));

  it.each([
    [0, 0, 15_000],
    [1, 0, 30_000],
    [0, 90_000, 90_000],
    [5, 90_000, 600_000],
  ])(
    'is made anew if the service was busy: after %i times, held %i ms, in %i ms',
    async (count, heldMs, afterMs) => {
      const refusal = { ...busy, ...(heldMs > 0 && { until: NOW + heldMs }) };
      const other = { ...submission, outcome: 'failed' } as const;
      const refused = {
        ...unanswered,
        polls: 5,
        submission: { ...submission, refusal },
        pastSubmissions: [...pastSubmissions(count), other],
      };
      const row = await polled(refused, absent);
      expect(row).toMatchObject({
        stage: 'uploaded',
        waiting: { reason: 'cool-down', since: NOW, code: 'busy' },
        notBefore: NOW + afterMs,
      });
      expect(row?.pastSubmissions.at(-1)).toMatchObject({
        submitId: 'order-1',
        outcome: 'refused',
      });
    },
  );

  it('ends the row if the service was busy too often', async () => {
    const refused = {
      ...unanswered,
      polls: 5,
      submission: { ...submission, refusal: { ...busy, until: NOW + 9 } },
      pastSubmissions: pastSubmissions(6),
    };
    expect((await polled(refused, absent))?.failure).toEqual({
      ...busy,
      at: 'submitting',
      charged: 'no',
    });
  });
});
