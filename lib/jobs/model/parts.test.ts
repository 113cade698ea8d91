import { describe, expect, it } from 'vitest';
import { jobIn, NOW, source } from '@/tests/support/machine-events';
import { planOf } from '@/tests/support/world-fakes';
import type { Job, Stage, Submission } from './job';
import { transition } from './machine';
import { isJoining, keptParts, partOf, partsDone, sentSize } from './parts';
import { isPriceUnsaid, wanted } from './questions';
import { remedyOf } from './remedy';
import { progressOf, stageKey, switchedFrom } from './selectors';
import { validateStoredJob } from './stored-job-check';

const strip = { ...source, sentWidth: 300, sentHeight: 1720, parts: planOf(3) };
const done = (part: number): Submission => ({
  submitId: `s-${part}`,
  tool: 'smart-hd',
  at: NOW - 90_000 + part,
  part,
  outcome: 'done',
});
const current: Submission = { submitId: 's-x', tool: 'smart-hd', at: NOW - 1_000, part: 1 };
const rowIn = (stage: Stage, parts: Partial<Job> = {}) => jobIn(stage, { source: strip, ...parts });

describe('a part that is collected', () => {
  const ready = rowIn('ready', {
    part: 1,
    submission: current,
    pastSubmissions: [done(0)],
    linkRefreshes: 2,
    timeouts: 1,
  });

  it('closes its order, and leaves nothing of it to the next part', () => {
    const next = transition(ready, { type: 'part-collected', next: 2 }, NOW);
    expect(next).toMatchObject({ stage: 'acquired', part: 2, attempt: 0 });
    for (const gone of ['upload', 'result', 'submission', 'linkRefreshes', 'timeouts', 'waiting']) {
      expect(next).not.toHaveProperty(gone);
    }
    expect(next.pastSubmissions).toEqual([done(0), { ...current, outcome: 'done' }]);
    expect([keptParts(next), isJoining(next), stageKey(next)]).toEqual([2, false, 'uploading']);
  });

  it('is the last one: then the results are joined, and its order is that of the row', () => {
    const last = transition({ ...ready, part: 2 }, { type: 'part-collected', next: 3 }, NOW);
    expect([isJoining(last), stageKey(last)]).toEqual([true, 'joining']);
    const result = { url: '', width: 900, height: 5_160, type: 'png', bytes: 9 } as const;
    const joined = transition(last, { type: 'collected', result }, NOW);
    expect(joined).toMatchObject({ stage: 'done', result, submission: { submitId: 's-x' } });
    expect(joined.part).toBeUndefined();
    expect(joined.pastSubmissions).toEqual([done(0)]);
  });

  it('that does not grow is not what the row settles for', () => {
    const { result } = ready;
    if (!result) throw new Error('no result');
    const next = transition(ready, { type: 'not-enlarged', result }, NOW);
    expect(next.stage).toBe('uploaded');
    expect(next.unenlarged).toBeUndefined();
  });
});

describe('a row of several parts', () => {
  const all = [done(0), done(1), done(2)];

  it('keeps its parts when it is cancelled or fails, and goes on there', () => {
    const open = rowIn('acquired', { part: 2, pastSubmissions: [done(0), done(1)] });
    for (const event of [
      { type: 'cancelled' },
      { type: 'failed', failure: { code: 'network', charged: 'no' } },
    ] as const) {
      const ended = transition(open, event, NOW);
      expect(keptParts(ended)).toBe(2);
      const again = transition(ended, { type: 'retried' }, NOW);
      expect(again).toMatchObject({ part: 2 });
      expect(['acquired', 'uploaded']).toContain(again.stage);
    }
  });

  it('counts no part as kept once its picture has to be read again', () => {
    const { upload: _, ...open } = rowIn('acquired', { part: 1, pastSubmissions: [done(0)] });
    const anew = transition(open, { type: 'input-missing' }, NOW);
    expect(anew.part).toBeUndefined();
    expect(partsDone(anew)).toEqual([]);
    expect(anew.pastSubmissions).toHaveLength(1);
  });

  it('orders one part again whose result is gone', () => {
    const joining = rowIn('acquired', { part: 3, pastSubmissions: all });
    const question = { reason: 'several-orders', since: NOW, count: 1, isMore: true } as const;
    const next = transition(joining, { type: 'part-lost', part: 1, question }, NOW);
    expect(next).toMatchObject({ stage: 'acquired', part: 1, waiting: question });
    expect([keptParts(next), isJoining(next)]).toEqual([2, false]);
  });

  it('retries joining for nothing', () => {
    const failure = { code: 'join-failed', charged: 'maybe' } as const;
    const joining = rowIn('acquired', { part: 3, pastSubmissions: all });
    const failed = transition(joining, { type: 'failed', failure }, NOW);
    expect(remedyOf(failed)).toBe('retry');
    const { upload: _, ...without } = failed;
    expect(transition(without, { type: 'retried' }, NOW)).toMatchObject({
      stage: 'acquired',
      part: 3,
    });
  });

  it('asks for the price once, after any other question', () => {
    const { upload: _, ...fresh } = rowIn('acquired');
    expect(isPriceUnsaid(fresh)).toBe(true);
    const price = { reason: 'several-orders', since: NOW, count: 3 } as const;
    const large = { ...fresh, waiting: { reason: 'already-large', since: NOW } } as Job;
    const event = wanted(large, price);
    expect(event).toEqual({ type: 'resumed', question: price });
    const asking = transition(large, { type: 'resumed', question: price }, NOW);
    expect(asking.waiting).toEqual(price);
    expect(isPriceUnsaid(asking)).toBe(false);
    expect(isPriceUnsaid({ ...fresh, pastSubmissions: [done(0)] })).toBe(false);
    expect(isPriceUnsaid(jobIn('acquired'))).toBe(false);
    expect(wanted(jobIn('acquired'), undefined)).toBeUndefined();
  });

  it('never goes back in its progress', () => {
    let last = 0;
    for (let part = 0; part < 3; part += 1) {
      for (const stage of ['acquired', 'uploaded', 'submitting', 'generating', 'ready'] as const) {
        const progress = progressOf(rowIn(stage, { part }), NOW) ?? 0;
        expect(progress).toBeGreaterThan(last);
        last = progress;
      }
    }
    const joining = progressOf(rowIn('acquired', { part: 3 }), NOW) ?? 0;
    expect(joining).toBeGreaterThan(last);
    expect(joining).toBeLessThan(1);
  });

  it('knows what is sent now', () => {
    expect(partOf(jobIn('acquired'))).toBeUndefined();
    expect(sentSize(jobIn('acquired'))).toEqual({ width: 800, height: 600 });
    expect([partOf({ source: strip }), partOf({ source: strip, part: 2 })]).toEqual([0, 2]);
    expect(sentSize({ source: strip, part: 2 })).toEqual({ width: 300, height: 600 });
  });

  it('names no upscaler of another part as one that failed', () => {
    const pastSubmissions = [{ ...done(0), tool: 'fast-hd' as const }];
    const options = { target: '2k', upscaler: 'auto', detail: 0.5 } as const;
    expect(switchedFrom({ options, submission: current, pastSubmissions })).toBeUndefined();
  });

  it.each([
    ['a plan', {}, true],
    ['no parts', { parts: [] }, false],
    ['another axis', { axis: 'z' }, false],
    ['a part without a place', { parts: [{ width: 300, height: 600 }] }, false],
    ['no size', { width: 'wide' }, false],
  ])('is valid in the store with %s: %s', (_, changed, isValid) => {
    const stored = {
      ...rowIn('acquired'),
      source: { ...strip, parts: { ...strip.parts, ...changed } },
    };
    expect(validateStoredJob(stored)?.stage).toBe(isValid ? 'acquired' : 'failed');
  });
});
