import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNNING, sampleJob } from '@/tests/stories/jobs';
import { drawn } from '@/tests/support/drawn';
import type { Job } from '../model/job';
import { orderKind } from '../model/order-kind';
import { kindsToKnow, takesSlot } from './patience';

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const tool = 'smart-hd';

/** A row whose order was sent so long ago, ms. */
function running(waited: number, forecastMs?: number): Job {
  const job = sampleJob({ ...RUNNING.generating, stage: 'generating' });
  const forecast = forecastMs !== undefined && { forecastMs };
  const submission = { submitId: 's', tool, at: NOW - waited, ...forecast } as const;
  return { ...job, submission };
}
const kind = orderKind({ site: 'jimeng', tool, target: running(0).options.target });
const duration = fc.integer({ min: 1, max: 10 * 60 * MINUTE });

describe('an order', () => {
  it('steps aside after eight times the usual duration, whatever the service forecast', () => {
    fc.assert(
      fc.property(duration, duration, fc.option(duration), (waited, usualMs, forecast) => {
        const job = running(waited, forecast ?? undefined);
        const isPatient = waited < Math.max(2 * MINUTE, 8 * usualMs);
        expect(takesSlot(job, NOW, new Map([[kind, usualMs]]))).toBe(isPatient);
      }),
      drawn(200),
    );
  });

  it('steps aside after eight times the forecast while durations of its kind are unknown', () => {
    const others = new Map([[orderKind({ site: 'dreamina', tool, target: '2k' }), 1]]);
    fc.assert(
      fc.property(duration, fc.option(duration), (waited, forecast) => {
        const job = running(waited, forecast ?? undefined);
        const isPatient = waited < Math.max(10 * MINUTE, 8 * (forecast ?? 0));
        expect(takesSlot(job, NOW, others)).toBe(isPatient);
      }),
      drawn(200),
    );
  });

  it('is judged by no duration that was not asked for', () => {
    fc.assert(
      fc.property(fc.array(duration), duration, (waits, usualMs) => {
        const rows = waits.map((waited) => running(waited));
        const known = new Map(kindsToKnow(rows, NOW).map((each) => [orderKind(each), usualMs]));
        const all = new Map([[kind, usualMs]]);
        for (const row of rows) expect(takesSlot(row, NOW, known)).toBe(takesSlot(row, NOW, all));
      }),
      drawn(100),
    );
  });
});
