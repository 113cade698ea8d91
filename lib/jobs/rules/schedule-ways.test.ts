import { describe, expect, it } from 'vitest';
import { RUNNING, sampleJob } from '@/tests/stories/jobs';
import type { Job, JobOptions } from '../model/job';
import type { QueueState } from '../model/queue-state';
import { LONGEST_HOLD_MS } from './policy';
import { schedule } from './schedule';

const NOW = 100_000_000;

function row(id: string, way: Pick<JobOptions, 'way'> = {}): Job {
  const upload = { uri: 'u', at: NOW - 1_000 };
  const job = sampleJob({ id, stage: 'uploaded', updatedAt: NOW, upload });
  return { ...job, options: { ...job.options, ...way } };
}

const IDLE: QueueState = { lastSubmitAt: 0, heldUntil: 0 };

function planFor(open: readonly Job[], queue: QueueState, busy: readonly string[] = []) {
  const plan = schedule(open, {
    busy: new Set(busy),
    isPolling: false,
    queues: { jimeng: queue, dreamina: IDLE },
    now: NOW,
  });
  return { start: plan.start.map(({ id }) => id), wakeAt: plan.wakeAt };
}

describe('a pause of the orders that the background sends', () => {
  const queue = { lastSubmitAt: 0, heldUntil: 0, backgroundHeldUntil: NOW + 5_000 };
  const [background, page] = [row('background'), row('page', { way: 'page' })];

  it('holds those up, and lets the others pass', () => {
    expect(planFor([background, page], queue)).toMatchObject({ start: ['page'] });
    expect(planFor([background], queue)).toMatchObject({ start: [], wakeAt: NOW + 5_000 });
  });

  it('ends', () => {
    const over = { ...queue, backgroundHeldUntil: NOW };
    expect(planFor([background, page], over)).toMatchObject({ start: ['background'] });
  });

  it('of all orders holds both up', () => {
    const all = { lastSubmitAt: 0, heldUntil: NOW + 9_000, backgroundHeldUntil: NOW + 5_000 };
    const { start, wakeAt } = planFor([background, page], all);
    expect([start, wakeAt]).toEqual([[], NOW + 9_000]);
  });

  it('that would last too long was set before the clock was set back', () => {
    const late = { ...queue, backgroundHeldUntil: NOW + LONGEST_HOLD_MS + 1 };
    expect(planFor([background], late)).toMatchObject({ start: ['background'] });
  });
});

describe('the page of the service', () => {
  const queue = { lastSubmitAt: 0, heldUntil: 0 };
  const sending: Job = { ...row('sending', { way: 'page' }), stage: 'submitting' };
  const [background, page] = [row('background'), row('page', { way: 'page' })];

  it('sends one order at a time, while the background goes on', () => {
    expect(planFor([sending, page], queue, ['sending'])).toMatchObject({ start: [] });
    expect(planFor([sending, page, background], queue, ['sending'])).toMatchObject({
      start: ['background'],
    });
  });

  it('is free once the order has left it, although it is not known whether it arrived', () => {
    expect(planFor([sending, page], queue)).toMatchObject({ start: ['page'] });
  });
});

describe('long pictures whose parts are to be joined', () => {
  const joining = (id: string): Job => ({ ...sampleJob(), ...RUNNING.joining, id });
  const queue = { lastSubmitAt: 0, heldUntil: 0 };

  it('are joined one at a time, and take no place from uploads', () => {
    const uploads = ['u1', 'u2', 'u3'].map((id) => sampleJob({ id, stage: 'acquired' }));
    const open = [joining('j1'), joining('j2'), ...uploads];
    expect(planFor(open, queue).start).toEqual(['j1', 'u1']);
    expect(planFor(open, queue, ['j1']).start).toEqual(['u1']);
    expect(planFor(open, queue, ['u1', 'u2']).start).toEqual(['j1']);
  });
});
