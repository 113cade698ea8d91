import { describe, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import { mulberry32 } from '@/tests/support/random';
import type { Job } from '../model/job';
import {
  type Among,
  dueAt,
  expectedMs,
  firstPollAt,
  isStillRunning,
  measuredDuration,
  median,
  nextPollAt,
  nextUnconfirmedPollAt,
  rememberDuration,
} from './polling';

const AT = 5_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** An order of the time `AT`. */
function ordered(parts: Partial<Job> = {}): Job {
  const submission = { submitId: 's', tool: 'smart-hd', at: AT } as const;
  return sampleJob({ stage: 'generating', submission, updatedAt: AT, polls: 3, ...parts });
}

/** One that was last polled, at `now`, with a pause of the given length. */
function paused(pauseMs: number, now: number): Job {
  return ordered({ updatedAt: now - pauseMs, notBefore: now });
}

describe('the first poll', () => {
  it.each([
    ['at the expected end', 10_000, 10_000],
    ['after two seconds when nothing is known', undefined, 2_000],
    ['not at once even if the task is expected to be', 0, 150],
    ['within minutes, however long the task is said to take', 1e15, 5 * MINUTE],
  ])('comes %s', (_, expectedMs, afterMs) => {
    expect(firstPollAt(AT, expectedMs) - AT).toBe(afterMs);
  });
});

describe('the expected duration', () => {
  const DURATIONS = [1_000, 1_010, 1_000, 990, 1_015];

  it.each<[string, number[], Among, number | undefined]>([
    ['the middle one of those remembered', DURATIONS, 'single', 1_000],
    ['the longest one, among many', DURATIONS, 'many', 1_015],
    ['at most a little more than the middle, among many', [1_000, 1_000, 1_030], 'many', 1_020],
    ['a short one where the pace varies', [1_000, 700, 900, 1_300], 'single', 900],
    ['the same one then, among many', [1_000, 700, 900, 1_300], 'many', 900],
    ['unknown at first', [], 'many', undefined],
  ])('is %s', (_, durations, among, expected) => {
    expect(expectedMs(durations, among)).toBe(expected);
  });
});

describe('the next poll', () => {
  it.each([
    [0, 150],
    [1_500, 150],
    [3_000, 300],
    [20_000, 2_000],
    [150_000, 15_000],
    [5 * MINUTE, 15_000],
    [5 * MINUTE + 1, 30_000],
    [20 * MINUTE, 2 * MINUTE],
    [HOUR, 5 * MINUTE],
    [HOUR + 10, 6 * MINUTE + 1],
    [10 * HOUR, HOUR],
    [30 * 24 * HOUR, 6 * HOUR],
  ])('after %i ms of waiting comes %i ms later', (waited, step) => {
    const now = AT + waited;
    expect(nextPollAt(ordered(), now) - now).toBe(step);
  });

  it.each([
    [0, 600],
    [1, 600],
    [2, 600],
    [3, 2_000],
  ])('comes soon while the end is expected: after %i polls, %i ms later', (polls, step) => {
    expect(nextPollAt(ordered({ polls }), AT + 20_000)).toBe(AT + 20_000 + step);
    expect(nextPollAt(ordered({ polls }), AT + 1_000)).toBe(AT + 1_150);
  });

  it.each([
    ['the clock jumped forward', 2 * HOUR, 400, 800],
    ['the machine slept', 9 * HOUR, 2_000, 4_000],
    ['the clock was set back', -HOUR, 400, 800],
    ['the clock was set back long ago', -HOUR, 14_000, 15_000],
  ])('comes after at most twice the pause before, as after %s', (_, waited, before, step) => {
    const now = AT + waited;
    expect(nextPollAt(paused(before, now), now) - now).toBe(step);
  });

  it('costs at most a tenth of the time, and few requests for a day', () => {
    let job = paused(2_000, firstPollAt(AT, undefined));
    let polls = 1;
    let now = AT;
    while (now - AT < 24 * HOUR) {
      now = nextPollAt(job, job.notBefore ?? now);
      job = ordered({ updatedAt: job.notBefore ?? AT, notBefore: now });
      polls += 1;
    }
    expect(polls).toBeLessThan(150);
    expect(polls).toBeGreaterThan(80);
  });
});

describe('a task that takes very long', () => {
  it.each([
    ['after an hour of polls', HOUR + MINUTE, 5 * MINUTE, true],
    ['not within the first hour', HOUR - MINUTE, 5 * MINUTE, false],
    ['not for a clock that jumped', 2 * HOUR, 1_000, false],
  ])('is called still running %s', (_, waited, pause, expected) => {
    const now = AT + waited;
    expect(isStillRunning(paused(pause, now), now)).toBe(expected);
  });
});

describe('dueAt', () => {
  it('is the plan of the row, or now if a clock that was set back made the plan', () => {
    expect(dueAt(ordered({ updatedAt: AT, notBefore: AT + 9 }), AT)).toBe(AT + 9);
    expect(dueAt(ordered({ updatedAt: AT + 5, notBefore: AT + 9 }), AT)).toBe(AT);
    expect(dueAt(ordered({ updatedAt: AT }), AT)).toBeLessThanOrEqual(AT);
  });
});

describe('the length of a task', () => {
  it.each([
    [
      'seen to end between two polls',
      { polls: 3, updatedAt: AT + 19_000, notBefore: AT + 19_600 },
      19_300,
    ],
    ['that had ended at the first poll', { polls: 0, notBefore: AT + 19_000 }, 18_943],
    [
      'that had ended before it, seen along with others',
      { notBefore: AT + 21_000, polls: 0 },
      19_940,
    ],
    [
      'that ended before a first poll that came late',
      { polls: 0, notBefore: AT + 5_000 },
      undefined,
    ],
    ['that ended while the machine slept', { polls: 3, updatedAt: AT + 9_000 }, undefined],
  ])('%s is learned', (_, parts, length) => {
    expect(measuredDuration(ordered(parts), AT + 20_000)).toBe(length);
  });

  it('is not learned longer and longer from polls that come late', () => {
    let expected = 500;
    for (let task = 0; task < 50; task += 1) {
      const notBefore = firstPollAt(AT, expected);
      const seen = measuredDuration(ordered({ polls: 0, notBefore }), notBefore + 1_900);
      expected = seen ?? expected;
    }
    expect(expected).toBeLessThanOrEqual(500);
  });

  /** Mean number of polls and mean share of the task by which its end was seen late, once the pace is learned. */
  function learned(lengthOf: () => number, among: Among) {
    const [LEARNING, TASKS] = [30, 330];
    let durations: number[] = [];
    let [polls, late] = [0, 0];
    for (let task = 0; task < TASKS; task += 1) {
      const lengthMs = lengthOf();
      let job = ordered({ polls: 0, notBefore: firstPollAt(AT, expectedMs(durations, among)) });
      let asked = 1;
      for (; (job.notBefore ?? AT) < AT + lengthMs; asked += 1) {
        const now = job.notBefore ?? AT;
        job = { ...job, polls: job.polls + 1, updatedAt: now, notBefore: nextPollAt(job, now) };
      }
      // Found a moment after the plan, as in life.
      const now = (job.notBefore ?? AT) + 40;
      durations = rememberDuration(durations, measuredDuration(job, now) ?? lengthMs);
      if (task < LEARNING) continue;
      polls += asked / (TASKS - LEARNING);
      late += (((job.notBefore ?? AT) - AT) / lengthMs - 1) / (TASKS - LEARNING);
    }
    return { polls, late };
  }

  it.each<[number, Among, number]>([
    [3_000, 'many', 1.05],
    [20_000, 'many', 1.05],
    [90_000, 'many', 1.05],
    [3_000, 'single', 1.25],
    [20_000, 'single', 1.25],
  ])('of %s ms is soon found by one poll of %s, hardly late', (lengthMs, among, mostPolls) => {
    const { polls, late } = learned(() => lengthMs, among);
    expect(polls).toBeLessThan(mostPolls);
    expect(late).toBeLessThan(0.04);
  });

  it.each<[number, Among, number]>([
    [0.1, 'single', 0.1],
    [0.1, 'many', 0.1],
    [0.3, 'single', 0.3],
    [0.3, 'many', 0.3],
  ])('that varies by %s is found in time, of %s', (deviation, among, mostLate) => {
    const random = mulberry32(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const { polls, late } = learned(() => 30_000 * Math.exp(deviation * normal()), among);
    expect(late).toBeLessThan(mostLate);
    expect(polls).toBeLessThan(3.5);
  });

  it('is not learned from a clock that was set back', () => {
    expect(
      measuredDuration(ordered({ polls: 3, updatedAt: AT - HOUR }), AT - HOUR),
    ).toBeUndefined();
  });
});

describe('the search for an unanswered order', () => {
  it('waits twice as long each time and then ends', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 6].map((polls) => nextUnconfirmedPollAt(polls, AT));
    expect(pauses).toEqual([
      AT + 3_000,
      AT + 6_000,
      AT + 12_000,
      AT + 24_000,
      AT + 48_000,
      AT + 60_000,
      undefined,
    ]);
  });
});

describe('learned durations', () => {
  it('are the nine newest, and the list given stays as it is', () => {
    const nine = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(rememberDuration(nine, 10)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rememberDuration([], 4)).toEqual([4]);
  });

  it.each([
    [[], undefined],
    [[5], 5],
    [[9, 1, 5], 5],
    [[1, 100, 2, 3, 10_000], 3],
    [[2, 100, 20], 20],
  ])('of %j have the median %s', (durations, expected) => {
    expect(median(Object.freeze(durations))).toBe(expected);
  });
});

describe('at the edges', () => {
  it.each([
    ['an hour is not more than an hour', paused(10 * MINUTE, AT + HOUR), AT + HOUR, false],
    ['a pause of five minutes is long', paused(150_000, AT + HOUR + 1), AT + HOUR + 1, true],
    ['a shorter one is not', paused(149_000, AT + HOUR + 1), AT + HOUR + 1, false],
  ])('a task is still running: %s', (_, job, now, isRare) => {
    expect(isStillRunning(job, now)).toBe(isRare);
  });

  it('a row without an order has not waited', () => {
    const { submission: _, ...job } = ordered();
    expect(nextPollAt(job as Job, AT)).toBe(AT + 150);
    expect(isStillRunning(job as Job, AT + 9 * HOUR)).toBe(false);
    expect(measuredDuration(job as Job, AT)).toBeUndefined();
  });

  it.each([
    // A fifth of 100 s may pass after the planned poll, or between two polls.
    ['a poll that is just in time', { notBefore: AT + 80_000, updatedAt: AT + 80_000 }, 80_000],
    ['a poll that comes too late', { notBefore: AT + 79_999, updatedAt: AT + 80_000 }, undefined],
    ['polls that are too far apart', { notBefore: AT + 99_000, updatedAt: AT + 78_999 }, undefined],
    ['polls that are far apart', { notBefore: AT + 99_000, updatedAt: AT + 79_000 }, 89_000],
    ['a first poll', { polls: 0, notBefore: AT + 81_000 }, 80_757],
    ['a first poll that was planned for the very start', { polls: 0, notBefore: AT }, undefined],
    ['a first poll that was planned before it', { polls: 0, notBefore: AT - 1 }, undefined],
  ])('the duration of a task, by %s', (_, parts, durationMs) => {
    expect(measuredDuration(ordered(parts), AT + 100_000)).toBe(durationMs);
  });

  it('a task that ends as it begins has no duration', () => {
    expect(measuredDuration(ordered({ notBefore: AT }), AT)).toBeUndefined();
    expect(measuredDuration(ordered({ polls: 0, notBefore: AT + 1 }), AT)).toBeUndefined();
  });

  it.each([AT, AT - 1])(
    'a first poll that was planned before the order proves nothing',
    (planned) => {
      const job = ordered({ polls: 0, notBefore: planned });
      expect(measuredDuration(job, AT + 1_000)).toBeUndefined();
    },
  );

  it('a short task may be found two seconds late', () => {
    const job = ordered({ notBefore: AT + 1_000, updatedAt: AT + 1_000 });
    expect(measuredDuration(job, AT + 3_000)).toBe(1_000);
    expect(measuredDuration(job, AT + 3_001)).toBeUndefined();
  });
});
