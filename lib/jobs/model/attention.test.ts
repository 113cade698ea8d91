import { describe, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import { attentionOf, needsPerson } from './attention';
import type { Waiting } from './job';

const WAITS: [Waiting, boolean][] = [
  [{ reason: 'already-large', since: 0 }, true],
  [{ reason: 'sign-in', since: 1 }, true],
  [{ reason: 'permission', since: 1, pattern: 'p', host: 'h' }, true],
  [{ reason: 'credits', since: 1, code: 'no-credits' }, true],
  [{ reason: 'duplicate', since: 1, duplicateId: 't' }, true],
  [{ reason: 'network', since: 1 }, false],
  [{ reason: 'cool-down', since: 1, code: 'busy' }, false],
  [{ reason: 'still-running', since: 1, polledAt: 1 }, false],
];

it.each(WAITS)('a row that waits with %o needs the person: %s', (waiting, expected) => {
  expect(needsPerson(sampleJob({ waiting }))).toBe(expected);
});

it('a row that moves needs nobody', () => {
  expect(needsPerson(sampleJob())).toBe(false);
});

describe('attentionOf', () => {
  const open = [sampleJob(), ...WAITS.map(([waiting]) => sampleJob({ waiting }))];

  it('tells rows that move by themselves from rows that wait for the person', () => {
    expect(attentionOf(open, 2, 4)).toEqual({ running: 3, waiting: 5, failed: 2, done: 4 });
  });
});
