import { describe, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import type { Stage } from '../model/job';
import { LIMITS, type Situation, schedule } from './schedule';

const NOW = 100_000_000;
const upload = { uri: 'u', at: NOW - 1_000 };
const row = (id: string, stage: Stage) => sampleJob({ id, stage, updatedAt: NOW, upload });
const [result, order] = [row('r', 'ready'), row('u', 'uploaded')];

/** @param lastSubmitAt of the queue, Unix ms */
function plan(rows: (typeof result)[], parts: Partial<Situation> = {}, lastSubmitAt = 0) {
  const queue = { lastSubmitAt, heldUntil: 0 };
  const { start, wakeAt } = schedule(rows, {
    busy: new Set(),
    isPolling: false,
    queues: { jimeng: queue, dreamina: queue },
    now: NOW,
    ...parts,
  });
  return { start: start.map(({ id }) => id), wakeAt };
}

describe('a result beside an order', () => {
  const later = NOW + LIMITS.beforeCollect;
  const busy = new Set(['u']);

  it('waits a moment for one that leaves in the same round', () => {
    expect(plan([result, order])).toEqual({ start: ['u'], wakeAt: later });
  });

  it('waits as long for one that has just begun, and no longer', () => {
    const begun = plan([result, order], { busy, orderBegunAt: NOW - 1 });
    expect(begun).toEqual({ start: [], wakeAt: later - 1 });
    const before = plan([result, order], { busy, orderBegunAt: NOW - LIMITS.beforeCollect });
    expect(before.start).toEqual(['r']);
  });

  it('does not wait for one that may not leave yet, nor for a clock that was set back', () => {
    expect(plan([result, order], {}, NOW - 1).start).toEqual(['r']);
    expect(plan([result], { orderBegunAt: NOW + 60_000 }).start).toEqual(['r']);
  });
});
